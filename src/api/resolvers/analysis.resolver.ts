import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { SpeechArgs, StatementCountArgs } from "../inputs/count.args";
import { NetworkArgs, PathArgs, SearchArgs } from "../inputs/graph.args";
import { StatementRowArgs } from "../inputs/page.args";
import type { RequestContext } from "../request/request-context";
import { SearchConnection } from "../types/connection.type";
import { StatementCountType } from "../types/counts.type";
import { NetworkType, PathType } from "../types/graph.type";
import { SpeechCellType, StatementRowPageType } from "../types/rows.type";
import { ask } from "./ask";

/** Questions to the graph as a whole: what is in it, how much of what, and how things hang together. */
@Resolver()
export class AnalysisResolver {
  @Query(() => SearchConnection, {
    description: "One box for everything: names, aliases, statements, documents, claims. Best first; an exact name comes before all else.",
  })
  search(@Args(() => SearchArgs) _args: SearchArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => [StatementCountType], { description: "Statements counted by one to three dimensions." })
  statementCounts(
    @Args(() => StatementCountArgs) _args: StatementCountArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => [SpeechCellType], { description: "Who spoke about whom, the pairs with most statements first." })
  whoSpokeAboutWhom(
    @Args(() => SpeechArgs) _args: SpeechArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => StatementRowPageType, { description: "Statements as flat rows, for tables and spreadsheets." })
  statementRows(
    @Args(() => StatementRowArgs) _args: StatementRowArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => [PathType], { description: "Shortest chains of statements and relations between two entities." })
  paths(@Args(() => PathArgs) _args: PathArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => NetworkType, { description: "What hangs together with some entities, to be drawn." })
  network(@Args(() => NetworkArgs) _args: NetworkArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }
}

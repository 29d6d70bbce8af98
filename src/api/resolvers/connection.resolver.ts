import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { FacetArgs } from "../inputs/count.args";
import { readEdge } from "../request/read-edge";
import { StatementConnection } from "../types/connection.type";
import { FacetType } from "../types/counts.type";

@Resolver(() => StatementConnection)
export class StatementConnectionResolver {
  @FieldResolver(() => [FacetType], { description: "Counts of the whole result, not of the page, by each of the dimensions." })
  facets(@Root() row: unknown, @Args(() => FacetArgs) _args: FacetArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

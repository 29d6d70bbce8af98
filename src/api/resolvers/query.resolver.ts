import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { ClaimPageArgs, DocumentPageArgs, EntityPageArgs, IdArgs, IdsArgs, StatementPageArgs } from "../inputs/page.args";
import { ask } from "./ask";
import {
  ClaimConnection,
  DocumentConnection,
  EntityConnection,
  EventConnection,
  OrganizationConnection,
  PersonConnection,
  PlaceConnection,
  StatementConnection,
} from "../types/connection.type";
import { DatasetType, DataVersionType } from "../types/dataset.type";
import { EntityType, EventType, OrganizationType, PersonType, PlaceType } from "../types/entity.type";
import { NodeType } from "../types/node.type";
import { ClaimType, DocumentType } from "../types/source.type";
import { StatementType } from "../types/statement.type";
import type { RequestContext } from "../request/request-context";

/** The questions that can be asked. Each is one statement; below it, fields only look up what came back. */
@Resolver()
export class QueryResolver {
  @Query(() => NodeType, { nullable: true, description: "Anything by its id; null where there is nothing of that id." })
  node(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "Several things by their ids, in the order of the ids, with null for what does not exist.",
  })
  nodes(@Args(() => IdsArgs) _args: IdsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => EntityType, { nullable: true, description: "One entity by id; null where there is none." })
  entity(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => EntityConnection, { description: "Entities of every kind, filtered, ordered and paged." })
  entities(
    @Args(() => EntityPageArgs) _args: EntityPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => PersonType, { nullable: true, description: "One person by id; null where there is none." })
  person(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => PersonConnection, { description: "Persons, filtered, ordered and paged." })
  people(
    @Args(() => EntityPageArgs) _args: EntityPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => OrganizationType, { nullable: true, description: "One organization by id; null where there is none." })
  organization(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => OrganizationConnection, { description: "Organizations, filtered, ordered and paged." })
  organizations(
    @Args(() => EntityPageArgs) _args: EntityPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => PlaceType, { nullable: true, description: "One place by id; null where there is none." })
  place(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => PlaceConnection, { description: "Places, filtered, ordered and paged." })
  places(
    @Args(() => EntityPageArgs) _args: EntityPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => EventType, { nullable: true, description: "One event by id; null where there is none." })
  event(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => EventConnection, { description: "Events, filtered, ordered and paged." })
  events(
    @Args(() => EntityPageArgs) _args: EntityPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => StatementType, { nullable: true, description: "One statement by id; null where there is none." })
  statement(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => StatementConnection, { description: "Statements, filtered, ordered and paged; the latest said first." })
  statements(
    @Args(() => StatementPageArgs) _args: StatementPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => DocumentType, { nullable: true, description: "One document by id; null where there is none." })
  document(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => DocumentConnection, { description: "Documents, filtered and paged; the latest published first." })
  documents(
    @Args(() => DocumentPageArgs) _args: DocumentPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => ClaimType, { nullable: true, description: "One claim by id; null where there is none." })
  claim(@Args(() => IdArgs) _args: IdArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => ClaimConnection, { description: "Claims, by id." })
  claims(
    @Args(() => ClaimPageArgs) _args: ClaimPageArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => [DatasetType], { description: "The corpora that were loaded, by id." })
  datasets(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }

  @Query(() => DataVersionType, { description: "The state of the data: changes with it, and only then." })
  dataVersion(@Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<unknown> {
    return ask(info, context);
  }
}

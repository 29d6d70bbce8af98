import type { GraphQLResolveInfo } from "graphql";
import { Args, Extensions, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { NeighbourArgs } from "../inputs/graph.args";
import { ForwardArgs, PositionArgs, RelationArgs, StatementPageArgs } from "../inputs/page.args";
import { kindOfId } from "../../model/kind-of-id";
import { readEdge } from "../request/read-edge";
import { DocumentConnection, NeighbourConnection, RelationConnection, StatementConnection } from "../types/connection.type";
import { DatasetType } from "../types/dataset.type";
import { EntityType, EventType, OrganizationType, PersonType, PlaceType, SpeakerType } from "../types/entity.type";
import { EntityKindEnum } from "../types/enums";
import { edgeDoc } from "../types/model-docs";
import { AccountType, PositionType } from "../types/particulars.type";

@Resolver(() => EntityType)
export class EntityResolver {
  @FieldResolver(() => StatementConnection, edgeDoc("Entity", "spokenAbout"))
  spokenAbout(@Root() row: unknown, @Args(() => StatementPageArgs) _args: StatementPageArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => NeighbourConnection, edgeDoc("Entity", "neighbours"))
  neighbours(@Root() row: unknown, @Args(() => NeighbourArgs) _args: NeighbourArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => RelationConnection, edgeDoc("Entity", "relations"))
  relations(@Root() row: unknown, @Args(() => RelationArgs) _args: RelationArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  /** The id tells the kind. */
  @Extensions({ computed: true })
  @FieldResolver(() => EntityKindEnum, { description: "What kind of entity it is." })
  kind(@Root() row: { id: string }): string {
    return kindOfId(row.id);
  }

  @FieldResolver(() => DatasetType, edgeDoc("Entity", "dataset"))
  dataset(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => SpeakerType)
export class SpeakerResolver {
  @FieldResolver(() => StatementConnection, edgeDoc("Speaker", "said"))
  said(@Root() row: unknown, @Args(() => StatementPageArgs) _args: StatementPageArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [AccountType], edgeDoc("Speaker", "accounts"))
  accounts(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => PersonType)
export class PersonResolver {
  @FieldResolver(() => [PositionType], edgeDoc("Person", "positions"))
  positions(@Root() row: unknown, @Args(() => PositionArgs) _args: PositionArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @FieldResolver(() => DocumentConnection, edgeDoc("Organization", "publishes"))
  publishes(@Root() row: unknown, @Args(() => ForwardArgs) _args: ForwardArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => PlaceType)
export class PlaceResolver {
  @FieldResolver(() => PlaceType, edgeDoc("Place", "partOf"))
  partOf(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => StatementConnection, edgeDoc("Place", "statementsMadeHere"))
  statementsMadeHere(
    @Root() row: unknown,
    @Args(() => StatementPageArgs) _args: StatementPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => EventType)
export class EventResolver {
  @FieldResolver(() => PlaceType, edgeDoc("Event", "place"))
  place(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => StatementConnection, edgeDoc("Event", "statementsMadeDuring"))
  statementsMadeDuring(
    @Root() row: unknown,
    @Args(() => StatementPageArgs) _args: StatementPageArgs,
    @Info() info: GraphQLResolveInfo,
  ): unknown {
    return readEdge(row, info);
  }
}

import type { GraphQLResolveInfo } from "graphql";
import { FieldResolver, Info, Resolver, Root } from "type-graphql";
import { readEdge } from "../request/read-edge";
import { EntityType, OrganizationType, PersonType, PlaceType, SpeakerType } from "../types/entity.type";
import { edgeDoc } from "../types/model-docs";
import { AccountType, PositionType, RelationType } from "../types/particulars.type";
import { DocumentType } from "../types/source.type";

@Resolver(() => AccountType)
export class AccountResolver {
  @FieldResolver(() => SpeakerType, edgeDoc("Account", "owner"))
  owner(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => PositionType)
export class PositionResolver {
  @FieldResolver(() => PersonType, edgeDoc("Position", "person"))
  person(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => OrganizationType, edgeDoc("Position", "organization"))
  organization(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => PlaceType, edgeDoc("Position", "place"))
  place(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DocumentType, edgeDoc("Position", "document"))
  document(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => RelationType)
export class RelationResolver {
  @FieldResolver(() => EntityType, edgeDoc("Relation", "from"))
  from(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => EntityType, edgeDoc("Relation", "to"))
  to(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => AccountType, edgeDoc("Relation", "account"))
  account(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => PositionType, edgeDoc("Relation", "position"))
  position(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [DocumentType], edgeDoc("Relation", "documents"))
  documents(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

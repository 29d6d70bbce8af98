import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { ForwardArgs, ResponseArgs } from "../inputs/page.args";
import { readEdge } from "../request/read-edge";
import { ReportConnection, ResponseConnection } from "../types/connection.type";
import { DatasetType } from "../types/dataset.type";
import { EntityType, EventType, PlaceType, SpeakerType } from "../types/entity.type";
import { edgeDoc } from "../types/model-docs";
import { PositionType } from "../types/particulars.type";
import { ClaimType, DocumentType, ReportType } from "../types/source.type";
import { AboutLinkType, AttributionType, ResponseType, StatementType } from "../types/statement.type";

@Resolver(() => StatementType)
export class StatementResolver {
  @FieldResolver(() => SpeakerType, edgeDoc("Statement", "speaker"))
  speaker(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [AttributionType], edgeDoc("Statement", "attributions"))
  attributions(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [AboutLinkType], edgeDoc("Statement", "about"))
  about(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [EntityType], edgeDoc("Statement", "mentions"))
  mentions(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [EntityType], edgeDoc("Statement", "addressedTo"))
  addressedTo(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => PlaceType, edgeDoc("Statement", "saidIn"))
  saidIn(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => EventType, edgeDoc("Statement", "saidDuring"))
  saidDuring(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => ReportConnection, edgeDoc("Statement", "reports"))
  reports(@Root() row: unknown, @Args(() => ForwardArgs) _args: ForwardArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => ResponseConnection, edgeDoc("Statement", "responses"))
  responses(@Root() row: unknown, @Args(() => ResponseArgs) _args: ResponseArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [ResponseType], edgeDoc("Statement", "respondsTo"))
  respondsTo(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [StatementType], edgeDoc("Statement", "variants"))
  variants(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [ClaimType], edgeDoc("Statement", "claims"))
  claims(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DatasetType, edgeDoc("Statement", "dataset"))
  dataset(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => AttributionType)
export class AttributionResolver {
  @FieldResolver(() => SpeakerType, edgeDoc("Attribution", "speaker"))
  speaker(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => PositionType, edgeDoc("Attribution", "position"))
  position(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [ReportType], edgeDoc("Attribution", "reports"))
  reports(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => AboutLinkType)
export class AboutLinkResolver {
  @FieldResolver(() => EntityType, edgeDoc("AboutLink", "entity"))
  entity(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => ResponseType)
export class ResponseResolver {
  @FieldResolver(() => StatementType, edgeDoc("Response", "from"))
  from(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => StatementType, edgeDoc("Response", "to"))
  to(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DocumentType, edgeDoc("Response", "assertedBy"))
  assertedBy(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AboutLinkResolver, AttributionResolver, ResponseResolver, StatementResolver } from "./resolvers/statement.resolver";
import { AccountResolver, PositionResolver, RelationResolver } from "./resolvers/particulars.resolver";
import { ClaimResolver, ClaimReviewResolver, DocumentResolver, ReportResolver, SpanResolver } from "./resolvers/source.resolver";
import {
  EntityResolver,
  EventResolver,
  OrganizationResolver,
  PersonResolver,
  PlaceResolver,
  SpeakerResolver,
} from "./resolvers/entity.resolver";
import { AnalysisResolver } from "./resolvers/analysis.resolver";
import { NeighbourEdgeResolver, StatementConnectionResolver } from "./resolvers/connection.resolver";
import { QueryResolver } from "./resolvers/query.resolver";
import { stripResolvers } from "./strip-resolvers";
import { AccountType, PositionType } from "./types/particulars.type";
import { ClaimReviewType } from "./types/source.type";
import { TopicType, WorkType } from "./types/entity.type";

const RESOLVERS = [
  QueryResolver,
  AnalysisResolver,
  EntityResolver,
  NeighbourEdgeResolver,
  SpeakerResolver,
  PersonResolver,
  OrganizationResolver,
  PlaceResolver,
  EventResolver,
  AccountResolver,
  PositionResolver,
  RelationResolver,
  StatementResolver,
  AttributionResolver,
  AboutLinkResolver,
  ResponseResolver,
  ReportResolver,
  SpanResolver,
  DocumentResolver,
  ClaimResolver,
  ClaimReviewResolver,
  StatementConnectionResolver,
] as const;

/** The schema as type-graphql builds it, with a resolver on every edge. */
export function buildPlainSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: RESOLVERS,
    // Types that no field names: they are only met as what an interface stands for.
    orphanedTypes: [WorkType, TopicType, AccountType, PositionType, ClaimReviewType],
    // Arguments are checked where they are used, root and nested alike: compiler/check-arguments.ts.
    validate: false,
  });
  const query = schema.getQueryType();
  // The library has no decorator for it.
  if (query) query.description = "The questions that can be asked. Each root field reads the graph once; nothing here writes.";
  return schema;
}

/** The schema of Quoth's API, ready to be run. */
export function buildQuothSchema(): GraphQLSchema {
  return stripResolvers(buildPlainSchema(), [new QueryResolver(), new AnalysisResolver()]);
}

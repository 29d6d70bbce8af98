import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { ClaimStatementsArgs, ForwardArgs } from "../inputs/page.args";
import { readEdge } from "../request/read-edge";
import { ReportConnection, StatementConnection } from "../types/connection.type";
import { DatasetType } from "../types/dataset.type";
import { EntityType, OrganizationType, SpeakerType } from "../types/entity.type";
import { edgeDoc } from "../types/model-docs";
import { AccountType } from "../types/particulars.type";
import { ClaimReviewType, ClaimType, DocumentType, ReportType, SpanType } from "../types/source.type";
import { StatementType } from "../types/statement.type";

@Resolver(() => ReportType)
export class ReportResolver {
  @FieldResolver(() => StatementType, edgeDoc("Report", "statement"))
  statement(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DocumentType, edgeDoc("Report", "document"))
  document(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => ReportType, edgeDoc("Report", "via"))
  via(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [ReportType], edgeDoc("Report", "chain"))
  chain(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [SpanType], edgeDoc("Report", "spans"))
  spans(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DatasetType, edgeDoc("Report", "dataset"))
  dataset(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => SpanType)
export class SpanResolver {
  @FieldResolver(() => EntityType, edgeDoc("Span", "entity"))
  entity(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => DocumentType)
export class DocumentResolver {
  @FieldResolver(() => EntityType, edgeDoc("Document", "publisher"))
  publisher(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => AccountType, edgeDoc("Document", "account"))
  account(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [SpeakerType], edgeDoc("Document", "authors"))
  authors(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => ReportConnection, edgeDoc("Document", "reports"))
  reports(@Root() row: unknown, @Args(() => ForwardArgs) _args: ForwardArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DatasetType, edgeDoc("Document", "dataset"))
  dataset(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => ClaimType)
export class ClaimResolver {
  @FieldResolver(() => StatementConnection, edgeDoc("Claim", "statements"))
  statements(@Root() row: unknown, @Args(() => ClaimStatementsArgs) _args: ClaimStatementsArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => [ClaimReviewType], edgeDoc("Claim", "reviews"))
  reviews(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }

  @FieldResolver(() => DatasetType, edgeDoc("Claim", "dataset"))
  dataset(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => ClaimReviewType)
export class ClaimReviewResolver {
  @FieldResolver(() => OrganizationType, edgeDoc("ClaimReview", "publisher"))
  publisher(@Root() row: unknown, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

import { Field, Float, Int, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { UrlScalar } from "../scalars/stored-text.scalar";
import { GenreEnum, QuotationTypeEnum, SourceKindEnum, SpanRoleEnum } from "./enums";
import { kindDoc, propertyDoc } from "./model-docs";
import { NodeType } from "./node.type";

@ObjectType("Report", { implements: NodeType, simpleResolvers: true, description: kindDoc("Report") })
export class ReportType extends NodeType {
  @Field(() => QuotationTypeEnum, propertyDoc("Report", "type"))
  type!: string;

  @Field(() => String, propertyDoc("Report", "text"))
  text!: string;

  @Field(() => String, propertyDoc("Report", "cue"))
  cue?: string;

  @Field(() => PartialDateScalar, propertyDoc("Report", "reportedAt"))
  reportedAt?: string;

  @Field(() => SourceKindEnum, propertyDoc("Report", "sourceKind"))
  sourceKind!: string;

  @Field(() => Float, propertyDoc("Report", "confidence"))
  confidence?: number;
}

@ObjectType("Span", { simpleResolvers: true, description: kindDoc("Span") })
export class SpanType {
  @Field(() => SpanRoleEnum, propertyDoc("Span", "role"))
  role!: string;

  @Field(() => Int, propertyDoc("Span", "start"))
  start!: number;

  @Field(() => Int, propertyDoc("Span", "end"))
  end!: number;

  @Field(() => String, propertyDoc("Span", "exact"))
  exact!: string;

  @Field(() => String, propertyDoc("Span", "prefix"))
  prefix?: string;

  @Field(() => String, propertyDoc("Span", "suffix"))
  suffix?: string;

  @Field(() => Boolean, propertyDoc("Span", "verified"))
  verified!: boolean;
}

@ObjectType("Document", { implements: NodeType, simpleResolvers: true, description: kindDoc("Document") })
export class DocumentType extends NodeType {
  @Field(() => String, propertyDoc("Document", "title"))
  title?: string;

  @Field(() => UrlScalar, propertyDoc("Document", "url"))
  url?: string;

  @Field(() => GenreEnum, propertyDoc("Document", "genre"))
  genre!: string;

  @Field(() => PartialDateScalar, propertyDoc("Document", "publishedAt"))
  publishedAt?: string;

  @Field(() => String, propertyDoc("Document", "language"))
  language?: string;

  @Field(() => String, propertyDoc("Document", "text"))
  text?: string;

  @Field(() => String, propertyDoc("Document", "textHash"))
  textHash?: string;

  @Field(() => PartialDateScalar, propertyDoc("Document", "textCheckedAt"))
  textCheckedAt?: string;
}

@ObjectType("Claim", { implements: NodeType, simpleResolvers: true, description: kindDoc("Claim") })
export class ClaimType extends NodeType {
  @Field(() => String, propertyDoc("Claim", "text"))
  text!: string;
}

@ObjectType("ClaimReview", { implements: NodeType, simpleResolvers: true, description: kindDoc("ClaimReview") })
export class ClaimReviewType extends NodeType {
  @Field(() => String, propertyDoc("ClaimReview", "rating"))
  rating!: string;

  @Field(() => UrlScalar, propertyDoc("ClaimReview", "url"))
  url?: string;

  @Field(() => PartialDateScalar, propertyDoc("ClaimReview", "publishedAt"))
  publishedAt?: string;

  @Field(() => String, propertyDoc("ClaimReview", "justification"))
  justification?: string;
}

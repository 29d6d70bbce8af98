import { Field, Int, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { DateTimeScalar, UrlScalar } from "../scalars/stored-text.scalar";
import { RelationKindEnum } from "./enums";
import { kindDoc, propertyDoc, relationDoc } from "./model-docs";
import { NodeType } from "./node.type";

@ObjectType("Account", { implements: NodeType, simpleResolvers: true, description: kindDoc("Account") })
export class AccountType extends NodeType {
  @Field(() => String, propertyDoc("Account", "platform"))
  platform!: string;

  @Field(() => String, propertyDoc("Account", "handle"))
  handle!: string;

  @Field(() => UrlScalar, propertyDoc("Account", "url"))
  url?: string;
}

@ObjectType("Position", { implements: NodeType, simpleResolvers: true, description: kindDoc("Position") })
export class PositionType extends NodeType {
  @Field(() => String, propertyDoc("Position", "title"))
  title!: string;

  @Field(() => PartialDateScalar, propertyDoc("Position", "startedAt"))
  startedAt?: string;

  @Field(() => PartialDateScalar, propertyDoc("Position", "endedAt"))
  endedAt?: string;

  @Field(() => [String], propertyDoc("Position", "elsewhere"))
  elsewhere!: string[];
}

@ObjectType("Relation", {
  simpleResolvers: true,
  description: "A relation between entities that is not a statement: an office, membership, part-of, a part in an event.",
})
export class RelationType {
  @Field(() => RelationKindEnum, { description: "What kind of relation it is." })
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: "In the source's words: a position's title, a role in an event, or what else one is to the other.",
  })
  label?: string;

  @Field(() => PartialDateScalar, relationDoc("MEMBER_OF", "startedAt"))
  startedAt?: string;

  @Field(() => PartialDateScalar, relationDoc("MEMBER_OF", "endedAt"))
  endedAt?: string;
}

@ObjectType("Dataset", { implements: NodeType, simpleResolvers: true, description: kindDoc("Dataset") })
export class DatasetType extends NodeType {
  @Field(() => String, propertyDoc("Dataset", "name"))
  name!: string;

  @Field(() => String, propertyDoc("Dataset", "description"))
  description?: string;

  @Field(() => String, propertyDoc("Dataset", "licence"))
  licence?: string;

  @Field(() => UrlScalar, propertyDoc("Dataset", "url"))
  url?: string;

  @Field(() => String, propertyDoc("Dataset", "version"))
  version!: string;

  @Field(() => DateTimeScalar, propertyDoc("Dataset", "loadedAt"))
  loadedAt!: string;

  @Field(() => Int, propertyDoc("Dataset", "statements"))
  statements!: number;

  @Field(() => Int, propertyDoc("Dataset", "entities"))
  entities!: number;

  @Field(() => Int, propertyDoc("Dataset", "documents"))
  documents!: number;
}

@ObjectType("DataVersion", {
  simpleResolvers: true,
  description: "The state of the data. It changes when data changes, and only then; caches and ETags follow it.",
})
export class DataVersionType {
  @Field(() => String, { description: "Changes when data changes, and only then; compare it, do not read it." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When the data last changed (UTC)." })
  changedAt!: string;

  @Field(() => Int, { description: "Statements in the graph." })
  statements!: number;

  @Field(() => Int, { description: "Reports in the graph." })
  reports!: number;

  @Field(() => Int, { description: "Documents in the graph." })
  documents!: number;

  @Field(() => Int, { description: "Entities in the graph." })
  entities!: number;
}

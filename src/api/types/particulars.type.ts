import { Field, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { UrlScalar } from "../scalars/stored-text.scalar";
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

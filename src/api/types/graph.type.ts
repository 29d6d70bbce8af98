import { Extensions, Field, ID, Int, ObjectType } from "type-graphql";
import { EntityType } from "./entity.type";
import { LinkKindEnum } from "./enums";
import { NodeType } from "./node.type";
import { RelationType } from "./particulars.type";
import { StatementType } from "./statement.type";

@ObjectType("NetworkNode", { simpleResolvers: true, description: "An entity of a network, with what a drawing writes beside it." })
export class NetworkNodeType {
  @Field(() => ID, { description: "The entity's id." })
  id!: string;

  @Extensions({ row: true })
  @Field(() => EntityType, { description: "The entity itself." })
  entity!: EntityType;

  @Field(() => String, { description: "Its name." })
  title!: string;

  @Field(() => String, { nullable: true, description: "Its kind in words." })
  subTitle?: string;

  @Field(() => Int, { description: "Statements (or relations) behind its links in this network." })
  mainStat!: number;
}

@ObjectType("NetworkEdge", { simpleResolvers: true, description: "A link between two entities of a network." })
export class NetworkEdgeType {
  @Field(() => ID, { description: "Source, kind of link and target in one: unique within the network." })
  id!: string;

  @Field(() => ID, { description: "The entity that it begins at, by id." })
  source!: string;

  @Field(() => ID, { description: "The entity that it leads to, by id." })
  target!: string;

  @Field(() => LinkKindEnum, { description: "What kind of link it is, seen from the source." })
  link!: string;

  @Field(() => Int, { description: "Statements (or relations) behind it." })
  mainStat!: number;
}

@ObjectType("Network", {
  simpleResolvers: true,
  description: "A piece of the graph to draw: at most `limit` entities, the strongest links first.",
})
export class NetworkType {
  @Extensions({ row: true })
  @Field(() => [NetworkNodeType], { description: "The entities: those that were asked around first, then by strength." })
  nodes!: NetworkNodeType[];

  @Extensions({ row: true })
  @Field(() => [NetworkEdgeType], { description: "The links between them, the strongest first." })
  edges!: NetworkEdgeType[];

  @Field(() => Boolean, {
    description:
      "More exist than were returned, or an entity has so many statements that only a part of them was looked at: for the links between those shown at most 400,000 divided by `limit` of each entity, so that a smaller `limit` gives more exact figures.",
  })
  truncated!: boolean;
}

@ObjectType("PathStep", { simpleResolvers: true, description: "One step of a chain: from one entity to the next, and what justifies it." })
export class PathStepType {
  @Extensions({ row: true })
  @Field(() => NodeType, { description: "The entity that the step begins at." })
  from!: NodeType;

  @Extensions({ row: true })
  @Field(() => NodeType, { description: "The entity that it leads to." })
  to!: NodeType;

  @Field(() => String, {
    description:
      "What connects the two: a LinkKind, seen from `from`, where it is a statement; a RelationKind, whose direction `relation` tells, where it is a relation.",
  })
  link!: string;

  @Extensions({ row: true })
  @Field(() => StatementType, { nullable: true, description: "Set when the step passes through a statement." })
  statement?: StatementType;

  @Extensions({ row: true })
  @Field(() => RelationType, { nullable: true, description: "Set when the step is a relation that is no statement." })
  relation?: RelationType;
}

@ObjectType("Path", { simpleResolvers: true, description: "A chain from one entity to another. Every step names what justifies it." })
export class PathType {
  @Field(() => Int, { description: "Steps." })
  length!: number;

  @Extensions({ row: true })
  @Field(() => [PathStepType], { description: "From the first entity to the last." })
  steps!: PathStepType[];
}

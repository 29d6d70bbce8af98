import { Extensions, Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../scalars/stored-text.scalar";
import { EntityType } from "./entity.type";
import { StatementDimensionEnum } from "./enums";

@ObjectType("Bucket", { simpleResolvers: true, description: "One value of one dimension." })
export class BucketType {
  @Field(() => StatementDimensionEnum, { description: "What the value is of." })
  dimension!: string;

  @Field(() => String, { nullable: true, description: "The id, code or date that a filter takes." })
  value?: string;

  @Field(() => String, { description: "The value for people: a name instead of an id." })
  label!: string;

  @Extensions({ row: true })
  @Field(() => EntityType, { nullable: true, description: "Set where the value is an entity." })
  entity?: EntityType;

  @Field(() => Int, { description: "Statements with this value; within several dimensions, those of the whole row." })
  count!: number;
}

@ObjectType("Facet", { simpleResolvers: true, description: "The values of one dimension in a list of statements, most frequent first." })
export class FacetType {
  @Field(() => StatementDimensionEnum, { description: "What is counted by." })
  dimension!: string;

  @Field(() => Int, { description: "Distinct values in all." })
  total!: number;

  @Extensions({ row: true })
  @Field(() => [BucketType], { description: "The most frequent values; equal counts by name, or by value." })
  buckets!: BucketType[];
}

@ObjectType("StatementCount", {
  simpleResolvers: true,
  description: "One row of a grouping by one or more dimensions. Flat, so that a table or a chart can take it as it is.",
})
export class StatementCountType {
  @Extensions({ row: true })
  @Field(() => [BucketType], { description: "One value of each dimension, in the order of `groupBy`." })
  keys!: BucketType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "Start of the time bucket (UTC), when one of the dimensions is a time. Null before the year 0 and after 9999, for which DateTime has no form; `keys` name the bucket all the same.",
  })
  time?: string;

  @Field(() => Int, { description: "Statements." })
  count!: number;

  @Field(() => Int, { description: "Distinct favoured speakers behind the count." })
  speakers!: number;

  @Field(() => Int, { description: "Distinct publishers behind the count." })
  publishers!: number;
}

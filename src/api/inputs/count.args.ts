import { ArgsType, Field, InputType, Int } from "type-graphql";
import { CountOrderByEnum, DirectionEnum, StatementDimensionEnum } from "../types/enums";
import { EntityWhere, StatementWhere } from "./where.input";

@InputType("CountOrder", { description: "One term of an order of counts; further terms settle ties, and the keys do in the end." })
export class CountOrder {
  @Field(() => CountOrderByEnum, { description: "What to sort by." })
  by!: string;

  @Field(() => DirectionEnum, { nullable: true, defaultValue: "DESC", description: "Which end comes first." })
  direction?: string;
}

@ArgsType()
export class FacetArgs {
  @Field(() => [StatementDimensionEnum], { description: "What to count by, each for itself." })
  by!: string[];

  @Field(() => Int, { nullable: true, defaultValue: 10, description: "Values of each dimension, 1 to 100 (the server's default limit)." })
  first?: number;
}

@ArgsType()
export class StatementCountArgs {
  @Field(() => [StatementDimensionEnum], {
    description: "One to three dimensions; each row is one combination of their values that occurs.",
  })
  groupBy!: string[];

  @Field(() => StatementWhere, { nullable: true, description: "Which statements; all of them without it." })
  where?: StatementWhere;

  @Field(() => String, { nullable: true, description: "Only statements with these words, as in the `search` of a list." })
  search?: string;

  @Field(() => [CountOrder], { nullable: true, description: "The order; the largest count first without it." })
  orderBy?: CountOrder[];

  @Field(() => Int, { nullable: true, defaultValue: 100, description: "Rows, 1 to 1,000 (the server's default limit)." })
  first?: number;
}

@ArgsType()
export class SpeechArgs {
  @Field(() => EntityWhere, { nullable: true, description: "Whose speech; anybody's without it." })
  speakers?: EntityWhere;

  @Field(() => EntityWhere, { nullable: true, description: "Whom or what it is about; anything without it." })
  targets?: EntityWhere;

  @Field(() => StatementWhere, { nullable: true, description: "Which statements; all of them without it." })
  where?: StatementWhere;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 100,
    description: "Pairs, 1 to 1,000 (the server's default limit); those with most statements come first.",
  })
  first?: number;
}

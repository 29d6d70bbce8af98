import { Field, Float, InputType, Int } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";

@InputType("StringFilter", {
  description: "Conditions on a text; all that are given hold together. A field that is null is as if it were not given.",
})
export class StringFilter {
  @Field(() => String, { nullable: true, description: "Exactly this text. For names: this name or alias, ignoring case and accents." })
  eq?: string;

  @Field(() => [String], { nullable: true, description: "One of these texts, compared as `eq` does; an empty list holds for nothing." })
  in?: string[];

  @Field(() => String, { nullable: true, description: "This text stands somewhere in it. Ignores case and accents." })
  contains?: string;

  @Field(() => String, { nullable: true, description: "It begins with this text. Ignores case and accents." })
  startsWith?: string;

  @Field(() => Boolean, { nullable: true, description: "True: there is no text. False: there is one." })
  isNull?: boolean;
}

@InputType("DateFilter", { description: "Conditions on a date that may be partial: it is within where the two stretches of time overlap." })
export class DateFilter {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Not over before this. The dates may overlap: a statement of `2020-01` is within from 2020-01-15.",
  })
  from?: string;

  @Field(() => PartialDateScalar, { nullable: true, description: "Begun by the end of this: `2020-01` reaches to the end of January." })
  to?: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "In this as a whole, so that nothing before or after it can be meant; what a bucket of time counts: `2020-01` takes 2020-01-03 and `2020-01`, but not `2020`.",
  })
  within?: string;

  @Field(() => Boolean, { nullable: true, description: "True: no date is known. False: one is." })
  isNull?: boolean;
}

@InputType("CountFilter", {
  description: "Conditions on a count; with `some` beside it, those that `some` describes are counted, otherwise all.",
})
export class CountFilter {
  @Field(() => Int, { nullable: true, description: "Exactly so many." })
  eq?: number;

  @Field(() => Int, { nullable: true, description: "At least so many." })
  gte?: number;

  @Field(() => Int, { nullable: true, description: "At most so many." })
  lte?: number;
}

@InputType("FloatFilter", { description: "Conditions on a number." })
export class FloatFilter {
  @Field(() => Float, { nullable: true, description: "At least this." })
  gte?: number;

  @Field(() => Float, { nullable: true, description: "At most this." })
  lte?: number;
}

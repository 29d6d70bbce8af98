import { ArgsType, Field, ID, Int } from "type-graphql";
import { EntityKindEnum, LinkKindEnum, SearchKindEnum } from "../types/enums";
import { ForwardArgs } from "./page.args";
import { StatementWhere } from "./where.input";

@ArgsType()
export class NeighbourArgs {
  @Field(() => [EntityKindEnum], { nullable: true, description: "Only entities of these kinds; of all without it." })
  kinds?: string[];

  @Field(() => [LinkKindEnum], { nullable: true, description: "Only these links; all of them without it." })
  links?: string[];

  @Field(() => Int, {
    nullable: true,
    defaultValue: 20,
    description: "Items from the start of the list, 1 to 100 (the server's default limit).",
  })
  first?: number;

  @Field(() => String, { nullable: true, description: "Begin right behind this cursor; goes with `first`." })
  after?: string;
}

@ArgsType()
export class ExampleArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 3,
    description: "How many, 1 to 100 (the server's default limit); the latest said first.",
  })
  first?: number;
}

@ArgsType()
export class SearchArgs extends ForwardArgs {
  @Field(() => String, {
    description:
      'What to look for: words, "a phrase", -not, beginning*, misspelling~. All must be found; but where fewer than five things have all of them, those with any come behind. Ignores case and accents; names are found in every script that the corpus gives. Nothing but signs finds nothing.',
  })
  query!: string;

  @Field(() => [SearchKindEnum], { nullable: true, description: "Only these kinds; all of them without it." })
  kinds?: string[];
}

@ArgsType()
export class NetworkArgs {
  @Field(() => [ID], { description: "The entities in the middle, by their ids." })
  around!: string[];

  @Field(() => Int, { nullable: true, defaultValue: 1, description: "How many steps to go, 1 to 3 (the server's default limit)." })
  depth?: number;

  @Field(() => [LinkKindEnum], { nullable: true, description: "Only these links; all of them without it." })
  links?: string[];

  @Field(() => StatementWhere, {
    nullable: true,
    description:
      "Only links that such statements make; with any condition, relations are left out. A stance beside `about` is towards what is found there, and else towards anything.",
  })
  where?: StatementWhere;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 100,
    description: "Entities at most, those in the middle included: 1 to 1,000 (the server's default limit).",
  })
  limit?: number;
}

@ArgsType()
export class PathArgs {
  @Field(() => ID, { description: "The entity to begin at, by id." })
  from!: string;

  @Field(() => ID, { description: "The entity to reach, by id." })
  to!: string;

  @Field(() => Int, { nullable: true, defaultValue: 6, description: "Steps at most, 1 to 8 (the server's default limit)." })
  maxLength?: number;

  @Field(() => [LinkKindEnum], {
    nullable: true,
    description:
      "Only these links; all but REPORTED without it: by way of an outlet, everything is near everything. A step along RELATED tells the kind of relation.",
  })
  links?: string[];

  @Field(() => Int, {
    nullable: true,
    defaultValue: 3,
    description: "Chains at most, 1 to 100 (the server's default limit); all are as short as the shortest.",
  })
  first?: number;
}

import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { DirectionEnum, EntityOrderByEnum, RelationKindEnum, ResponseKindEnum, StatementOrderByEnum } from "../types/enums";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { DocumentWhere, EntityWhere, StatementWhere } from "./where.input";

const FIRST = "Items from the start of the list, 1 to 100 (the server's default limit); 20 where neither `first` nor `last` is given.";
const SEARCH =
  'Words, "a phrase", -not, beginning*, misspelling~ to be found: in the words of statements and claims, the names and aliases of entities, the titles (and texts, where they are here) of documents. All must be found; but where fewer than five items have all of them, those with any come behind and count, too. Ignores case and accents, and takes words of one stem for the same. Nothing but signs finds nothing. Sorted by relevance unless `orderBy` says otherwise.';
const AFTER = "Begin right behind this cursor; goes with `first`.";

@InputType("StatementOrder", { description: "One term of an order of statements; further terms settle ties." })
export class StatementOrder {
  @Field(() => StatementOrderByEnum, { description: "What to sort by." })
  by!: string;

  @Field(() => DirectionEnum, { nullable: true, defaultValue: "DESC", description: "Which end comes first." })
  direction?: string;
}

@InputType("EntityOrder", { description: "One term of an order of entities; further terms settle ties." })
export class EntityOrder {
  @Field(() => EntityOrderByEnum, { description: "What to sort by." })
  by!: string;

  @Field(() => DirectionEnum, { nullable: true, defaultValue: "ASC", description: "Which end comes first." })
  direction?: string;
}

@ArgsType()
export class ForwardArgs {
  @Field(() => Int, { nullable: true, description: FIRST })
  first?: number;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string;
}

@ArgsType()
export class BothWaysArgs extends ForwardArgs {
  @Field(() => Int, {
    nullable: true,
    description: "Items from the end of the list, 1 to 100 (the server's default limit), in the list's own order.",
  })
  last?: number;

  @Field(() => String, { nullable: true, description: "End right before this cursor; goes with `last`." })
  before?: string;
}

@ArgsType()
export class StatementPageArgs extends BothWaysArgs {
  @Field(() => StatementWhere, { nullable: true, description: "Which statements; all of them without it." })
  where?: StatementWhere;

  @Field(() => String, { nullable: true, description: SEARCH })
  search?: string;

  @Field(() => [StatementOrder], { nullable: true, description: "The order; the latest said first without it." })
  orderBy?: StatementOrder[];
}

@ArgsType()
export class ClaimStatementsArgs extends BothWaysArgs {
  @Field(() => StatementWhere, { nullable: true, description: "Which statements; all of them without it." })
  where?: StatementWhere;
}

@ArgsType()
export class EntityPageArgs extends BothWaysArgs {
  @Field(() => EntityWhere, { nullable: true, description: "Which ones; all of them without it." })
  where?: EntityWhere;

  @Field(() => String, { nullable: true, description: SEARCH })
  search?: string;

  @Field(() => [EntityOrder], { nullable: true, description: "The order; by name without it." })
  orderBy?: EntityOrder[];
}

@ArgsType()
export class DocumentPageArgs extends BothWaysArgs {
  @Field(() => DocumentWhere, { nullable: true, description: "Which documents; all of them without it. The latest published come first." })
  where?: DocumentWhere;

  @Field(() => String, { nullable: true, description: SEARCH })
  search?: string;
}

@ArgsType()
export class ClaimPageArgs extends BothWaysArgs {
  @Field(() => String, { nullable: true, description: SEARCH })
  search?: string;
}

@ArgsType()
export class RelationArgs extends ForwardArgs {
  @Field(() => [RelationKindEnum], { nullable: true, description: "Only these kinds; all of them without it." })
  kinds?: string[];
}

@ArgsType()
export class ResponseArgs extends ForwardArgs {
  @Field(() => [ResponseKindEnum], { nullable: true, description: "Only these kinds; all of them without it." })
  kinds?: string[];
}

@ArgsType()
export class PositionArgs {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Only those held on that date; a beginning or end that is not known is open.",
  })
  at?: string;
}

@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: "The id, such as `person:javad-zarif`." })
  id!: string;
}

@ArgsType()
export class IdsArgs {
  @Field(() => [ID], {
    description: "The ids, at most 250 (the server's default limit); the answer keeps their order, with null for what does not exist.",
  })
  ids!: string[];
}

@ArgsType()
export class StatementRowArgs {
  @Field(() => StatementWhere, { nullable: true, description: "Which statements; all of them without it." })
  where?: StatementWhere;

  @Field(() => String, { nullable: true, description: SEARCH })
  search?: string;

  @Field(() => [StatementOrder], { nullable: true, description: "The order; the latest said first without it." })
  orderBy?: StatementOrder[];

  @Field(() => Int, { nullable: true, defaultValue: 100, description: "Rows, 1 to 1,000 (the server's default limit)." })
  first?: number;

  @Field(() => String, { nullable: true, description: AFTER })
  after?: string;
}

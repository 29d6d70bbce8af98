import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from "graphql";
import type { GraphQLInputObjectType, GraphQLInputType, GraphQLSchema } from "graphql";
import { Random } from "../../bench/random";
import type { Where } from "./value-holds";
import type { World } from "./world-types";

/** Texts that stand in records, nearly do, or are there to do harm. */
const TEXTS =
  "Soleimani suleimani سلیمانی zoe ZOË Dutra ann Anna ann| said freedom É la english en fa https false FALSÉ mostly Secretary house ` ' \" \\ } $p_1 % .* 🙂 نقل sang wryly was first Q1 Q10 level x'".split(
    " ",
  );
const DATES =
  "2001-02-03 2001-02 2001 2001~ 2020-01-03 2020-01 2001-01/2001-02 2001-06/.. ../1999 -0043 -0044-03-15 2000 1969-12-31 2001-02-03T10:00:00Z 9999 2021-05".split(
    " ",
  );
const COUNTS = [-1, 0, 1, 2, 3, 30];
const FLOATS = [-1, 0, 0.25, 0.5, 0.7, 1];

/** Random filters, valid by the schema; the same seed gives the same ones. */
export class RandomWhere {
  private readonly random: Random;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly world: World,
    seed: number,
    /** Left out: fields that an oracle cannot answer. */
    private readonly without: readonly string[] = [],
  ) {
    this.random = new Random(seed);
  }

  of(type: string, depth = 3): Where {
    const input = this.schema.getType(type);
    if (!isInputObjectType(input)) throw new Error(`${type} is no input.`);
    return this.input(input, depth);
  }

  private input(type: GraphQLInputObjectType, depth: number): Where {
    if (type.name === "DateFilter") return this.dates();
    const fields = Object.values(type.getFields()).filter(
      (field) =>
        !this.without.includes(field.name) && (depth > 0 || !isInputObjectType(getNamedType(field.type)) || isLeafFilter(field.type)),
    );
    const wanted = this.pick([1, 1, 1, 2, 2, 3]);
    const chosen = Array.from({ length: wanted }, () => this.pick(fields));
    return Object.fromEntries(chosen.map((field) => [field.name, this.value(field.name, field.type, type.name, depth)]));
  }

  private value(name: string, type: GraphQLInputType, owner: string, depth: number): unknown {
    if (this.random.next() < 0.04) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const count = this.pick([0, 1, 1, 2, 3]);
      return Array.from({ length: count }, () => this.item(name, nullable.ofType, owner, depth));
    }
    return this.item(name, type, owner, depth);
  }

  private item(name: string, type: GraphQLInputType, owner: string, depth: number): unknown {
    const named = getNamedType(type);
    if (isEnumType(named)) return this.pick(named.getValues()).name;
    if (isInputObjectType(named)) return this.input(named, depth - 1);
    if (named.name === "Boolean") return this.random.next() < 0.5;
    if (named.name === "Int") return this.pick(COUNTS);
    if (named.name === "Float") return this.pick(FLOATS);
    if (named.name === "PartialDate") return this.pick(DATES);
    return named.name === "ID" ? this.id(name, owner) : this.pick(TEXTS);
  }

  private id(name: string, owner: string): string {
    const { entities, statements, documents, claims } = this.world;
    if (this.random.next() < 0.05) return this.pick(["nothing:here", "' OR 1=1", ""]);
    if (name === "claim") return this.pick(claims).id;
    if (name === "dataset") return this.pick(statements).dataset;
    if (name === "within") return this.pick(entities.filter((each) => each.kind === "PLACE")).id;
    if (name === "memberOf" || name === "organization") return this.pick(entities.filter((each) => each.kind === "ORGANIZATION")).id;
    return this.pick<{ readonly id: string }>(owner === "StatementWhere" ? statements : owner === "DocumentWhere" ? documents : entities)
      .id;
  }

  private dates(): Where {
    const date = this.pick(DATES);
    return this.pick<Where>([
      { from: date },
      { to: date },
      { from: date, to: date },
      { within: date },
      { within: date, to: date },
      { isNull: true },
      { isNull: false },
      { from: date, isNull: false },
    ]);
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[this.random.below(items.length)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }
}

function isLeafFilter(type: GraphQLInputType): boolean {
  return ["StringFilter", "DateFilter", "FloatFilter", "CountFilter"].includes(getNamedType(type).name);
}

import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  validate,
} from "graphql";
import type { GraphQLArgument, GraphQLCompositeType, GraphQLField, GraphQLInputType, GraphQLSchema } from "graphql";
import { Random } from "../../bench/random";

export interface RandomQuery {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const IDS =
  "person:zoe-dutra person:mike-pompeo organization:choir place:tehran event:killing-of-qassem-soleimani statement:awkward/hen statement:awkward/sung document:awkward/leaflet claim:awkward/two-verdicts work:the-book topic:weather account:squawk-zoe position:awkward/zoe-dutra.first-term report:awkward/hen.leaflet nothing:here".split(
    " ",
  );
const WRAPPERS = ["edges", "nodes", "node", "pageInfo"];

/** Queries that are valid by the schema, with all that a document may hold; the same seed gives the same ones. */
export class QueryMaker {
  private readonly random: Random;
  private variables = new Map<string, { type: string; value: unknown }>();
  private fragments: string[] = [];
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    seed: number,
  ) {
    this.random = new Random(seed);
  }

  /** Two places may ask different things under one name: such documents are passed over. */
  make(): RandomQuery {
    for (;;) {
      const query = this.draft();
      if (validate(this.schema, parse(query.source)).length === 0) return query;
    }
  }

  private draft(): RandomQuery {
    this.variables = new Map();
    this.fragments = [];
    this.names = 0;
    const query = this.schema.getQueryType();
    if (!query) throw new Error("The schema has no queries.");
    const roots = Array.from({ length: 1 + this.random.below(2) }, () =>
      this.field(this.pick(Object.values(query.getFields())), 3, `r${String(++this.names)}`),
    );
    const declared = [...this.variables].map(([name, { type }]) => `$${name}: ${type}`);
    const head = declared.length === 0 ? "query" : `query (${declared.join(", ")})`;
    const values = [...this.variables].flatMap(([name, { value }]) => (value === undefined ? [] : [[name, value] as const]));
    return { source: [`${head} { ${roots.join(" ")} }`, ...this.fragments].join("\n"), variables: Object.fromEntries(values) };
  }

  /** A field under an alias that no other field has, now and then under a condition. */
  private field(field: GraphQLField<unknown, unknown>, depth: number, alias: string): string {
    const type = getNamedType(field.type);
    const selection = isCompositeType(type) ? ` ${this.selection(type, depth - (WRAPPERS.includes(field.name) ? 0 : 1))}` : "";
    return `${alias}: ${field.name}${this.arguments(field.args)}${this.condition()}${selection}`;
  }

  /** Under its own name and without arguments, so that what several places ask of it has to be merged. */
  private bare(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? this.selection(type, depth - (WRAPPERS.includes(field.name) ? 0 : 1)) : "";
    return `${field.name}${this.condition()} ${inner}`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const fields = "getFields" in type ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const edges = fields.filter((field) => isCompositeType(getNamedType(field.type)) && (depth > 0 || WRAPPERS.includes(field.name)));
    const parts = this.some(leaves, 3).map((field) => (this.random.next() < 0.6 ? field.name : this.field(field, 0, this.alias())));
    parts.push(
      ...this.some(edges, 2).map((field) => (this.random.next() < 0.3 ? this.bare(field, depth) : this.field(field, depth, this.alias()))),
    );
    if (this.random.next() < 0.25) parts.push(this.inline(type, depth));
    if (this.random.next() < 0.1) parts.push(this.spread(type, depth));
    if (parts.length === 0 || this.random.next() < 0.2) parts.push("__typename");
    return `{ ${parts.join(" ")} }`;
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    const on = isAbstractType(type) ? this.pick([type, ...this.schema.getPossibleTypes(type)]) : type;
    return `... on ${on.name}${this.condition()} ${this.selection(on, depth - 1)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = `F${String(++this.names)}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${this.selection(type, depth - 1)}`);
    return `...${name}${this.condition()}`;
  }

  private condition(): string {
    if (this.random.next() > 0.08) return "";
    const value = this.random.next() < 0.5 ? String(this.random.next() < 0.5) : this.variable("Boolean!", this.random.next() < 0.5);
    return ` @${this.pick(["skip", "include"])}(if: ${value})`;
  }

  private arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter((each) => isNonNullType(each.type) || this.random.next() < 0.3);
    // Cursors and pages from the end have tests of their own.
    const usable = given.filter((each) => !["after", "before", "last"].includes(each.name));
    if (usable.length === 0) return "";
    return `(${usable.map((each) => `${each.name}: ${this.argument(each)}`).join(", ")})`;
  }

  private argument({ name, type }: GraphQLArgument): string {
    if (this.random.next() < 0.3) return this.variable(String(type), this.value(name, type, 2));
    if (!isNonNullType(type) && this.random.next() < 0.05)
      return this.random.next() < 0.5 ? "null" : this.variable(String(type), undefined);
    return this.literal(name, type, 2);
  }

  /** A literal, in which any part may be a variable. */
  private literal(name: string, type: GraphQLInputType, depth: number): string {
    if (this.random.next() < 0.15) return this.variable(String(type), this.value(name, type, depth));
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) {
      return `[${Array.from({ length: this.random.below(3) }, () => this.literal(name, nullable.ofType, depth)).join(", ")}]`;
    }
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      const fields = Object.values(named.getFields());
      const parts = this.objectFields(fields, depth).map((field) => `${field.name}: ${this.literal(field.name, field.type, depth - 1)}`);
      return `{ ${parts.join(", ")} }`;
    }
    return isEnumType(named) ? this.pick(named.getValues()).name : JSON.stringify(this.value(name, type, depth));
  }

  private value(name: string, type: GraphQLInputType, depth: number): unknown {
    if (!isNonNullType(type) && this.random.next() < 0.05) return null;
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (isListType(nullable)) return Array.from({ length: this.random.below(3) }, () => this.value(name, nullable.ofType, depth));
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      const fields = this.objectFields(Object.values(named.getFields()), depth);
      return Object.fromEntries(fields.map((field) => [field.name, this.value(field.name, field.type, depth - 1)]));
    }
    if (isEnumType(named)) return this.pick(named.getValues()).name;
    switch (named.name) {
      case "Boolean":
        return this.random.next() < 0.5;
      case "Int":
        return this.pick([1, 2, 3, 3, 5, 0, 101]);
      case "Float":
        return 0.5;
      case "PartialDate":
        return this.pick(["2001-02-03", "2020", "2001-01/2001-03"]);
      case "ID":
        return this.pick(IDS);
      default:
        return this.pick(["a", "Soleimani", "x' OR 1=1 //", "en", "سلیمانی"]);
    }
  }

  private objectFields<Field extends { readonly name: string; readonly type: GraphQLInputType }>(
    fields: readonly Field[],
    depth: number,
  ): Field[] {
    const required = fields.filter((field) => isNonNullType(field.type));
    const others = fields.filter((field) => !isNonNullType(field.type) && (depth > 0 || !isInputObjectType(getNamedType(field.type))));
    return [...required, ...this.some(others, 2)];
  }

  private variable(type: string, value: unknown): string {
    const name = `v${String(++this.names)}`;
    this.variables.set(name, { type, value });
    return `$${name}`;
  }

  private alias(): string {
    return `a${String(++this.names)}`;
  }

  /** One to `most` different items; none where there are none. */
  private some<Item>(items: readonly Item[], most: number): Item[] {
    return items.length === 0 ? [] : [...new Set(Array.from({ length: 1 + this.random.below(most) }, () => this.pick(items)))];
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[this.random.below(items.length)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }
}

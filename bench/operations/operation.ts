import type { CypherValue } from "../../src/graph/cypher-statement";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A GraphQL question, and what its answer says in the form that all contenders' answers are compared in. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Its absence: the answer's `data` is in that form already. */
  readonly answer?: (data: Json) => Json;
  /** What sets it apart: less than was asked, or words of its own database that its user has to write by hand. */
  readonly note?: string;
}

/** Why a peer has no answer to an operation. */
export interface Missing {
  readonly missing: string;
}

/** Cypher that returns an answer's `data`, as Quoth has it, as one column. */
export interface HandWritten {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, CypherValue>>;
}

/** One thing to ask, of each contender in its own words. */
export interface Operation {
  readonly name: string;
  /** A page must not take longer as the data grows; what looks at everything may, in proportion. */
  readonly reads: "page" | "everything";
  readonly quoth: Question;
  /** What a person who knows Cypher and the data would write. */
  readonly handWritten: HandWritten | Missing;
  readonly neo4jGraphql: Question | Missing;
  readonly postgraphile: Question | Missing;
}

/** Places in the data that have to be looked up before a question can name them. */
export interface Marks {
  /** Behind which the deep page begins: the 10,000th statement by date, the latest first. */
  readonly deepKey: string;
  readonly deepId: string;
  /** The same place as Quoth's and PostGraphile's cursors; empty until asked for. */
  readonly quothCursor: string;
  readonly postgraphileCursor: string;
  /** An organization that few people belong to. */
  readonly smallOrganization: string;
  /** Neo4j's full-text index of the words of statements; empty where there is none. */
  readonly fulltextIndex: string;
}

export const DEEP = 10_000;
/** Above every key: a bound that makes Neo4j read an index in order. */
export const HIGHEST = "\u{10FFFF}";

export function isMissing(question: Question | HandWritten | Missing): question is Missing {
  return "missing" in question;
}

/** What lies at a path of an answer; null where there is nothing. */
export function at(data: Json, path: string): Json {
  let value: Json = data;
  for (const name of path.split(".")) value = (value as { readonly [name: string]: Json } | null)?.[name] ?? null;
  return value;
}

/** The list at a path of an answer; empty where there is none. */
export function list(data: Json, path: string): readonly Json[] {
  const value = at(data, path);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The text at a path of an answer; empty where there is none. */
export function textAt(data: Json, path: string): string {
  const value = at(data, path);
  return typeof value === "string" ? value : "";
}

/** Some fields of a map, in this order; `as` gives a field another name: `rowId as id`. */
export function pick(data: Json, ...fields: readonly string[]): { readonly [name: string]: Json } {
  return Object.fromEntries(
    fields.map((field) => {
      const [path = "", name = path] = field.split(" as ");
      return [name, at(data, path)];
    }),
  );
}

/** In the order of a text, where the contenders promise different ones. */
export function sortedBy(rows: readonly Json[], path: string): readonly Json[] {
  return [...rows].sort((a, b) => (textAt(a, path) < textAt(b, path) ? -1 : 1));
}

/**
 * The rows of a list that ends after so many: those that tie with the last one are left out, since each contender may cut
 * them in its own way. The rest is sorted.
 */
export function withoutLastTies(rows: readonly Json[], count: string): Json {
  const counts = rows.map((row) => Number(at(row, count)));
  const least = Math.min(...counts);
  const safe = rows.filter((_, index) => Number(counts[index]) > least).map(canonicalText);
  return [rows.length, least, ...safe.sort()];
}

/** The same text for the same value, in whatever order the fields of its maps come. */
export function canonicalText(value: Json): string {
  return JSON.stringify(value, (_, each: Json) => (isMap(each) ? Object.fromEntries(Object.entries(each).sort(byName)) : each));
}

function isMap(value: Json): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byName([a]: [string, Json], [b]: [string, Json]): number {
  return a < b ? -1 : 1;
}

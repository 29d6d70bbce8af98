import { getNamedType, getNullableType, isInputObjectType, isListType } from "graphql";
import type { GraphQLArgument, GraphQLInputField, GraphQLInputType, GraphQLObjectType } from "graphql";
import { compileAll, compilingSchema } from "./compile-query";

const HOSTILE = [
  "x' OR 1=1 //",
  '" OR ""="',
  "}) DETACH DELETE n //",
  "`n`) RETURN n //",
  "$p_1",
  "\\' RETURN 1 //",
  "*/ RETURN 1 /*",
  "\u2028\n\r\tMATCH (n)",
  "سلیمانی 🙂",
  "${1+1} {{x}} %s",
  "__proto__",
];
/**
 * An id; the three forms of a search: one word, several, and all that its syntax allows; names of which the usual transliterations are one more form,
 * and two more. Nothing else of a text shows.
 */
const HARMLESS = ["person:harmless", "harmless", "two words", "one -other", "person:анна", "person:толстой"];
const TEXTS = ["ID", "String"];
/** These stand for all that take the same filters: there, filters are tried in filters. */
const DEEP = ["statements", "people", "documents", "Person.said"];

/** One query and its variable for each place where a caller may write text. */
interface Place {
  readonly name: string;
  readonly ask: (text: string) => { readonly source: string; readonly variables: Readonly<Record<string, unknown>> };
}

function placesIn(type: GraphQLInputType, depth: number): { path: string; put: (text: string) => unknown }[] {
  const named = getNamedType(type);
  const isList = isListType(getNullableType(type));
  const wrap = (value: unknown): unknown => (isList ? [value] : value);
  if (isInputObjectType(named)) {
    if (depth === 0) return [];
    return Object.values(named.getFields()).flatMap((field: GraphQLInputField) =>
      placesIn(field.type, depth - 1).map(({ path, put }) => ({
        path: `${field.name}.${path}`,
        put: (text: string) => wrap({ [field.name]: put(text) }),
      })),
    );
  }
  return TEXTS.includes(named.name) ? [{ path: named.name, put: (text) => wrap(text) }] : [];
}

function placesOf(arg: GraphQLArgument, source: (argument: string) => string, name: string): Place[] {
  if (arg.name === "after" || arg.name === "before") return [];
  return placesIn(arg.type, DEEP.includes(name) ? 4 : 2).map(({ path, put }) => ({
    name: `${name}(${arg.name}: ${path})`,
    ask: (text) => ({ source: `query ($v: ${String(arg.type)}) ${source(`${arg.name}: $v`)}`, variables: { v: put(text) } }),
  }));
}

/** What is asked of the types that have neither items nor an id. */
const SELECTIONS: Readonly<Record<string, string>> = {
  SearchConnection: "{ totalCount nodes { __typename } }",
  StatementCount: "{ count keys { value } }",
  SpeechCell: "{ count speaker { id } }",
  StatementRowPage: "{ totalCount rows { id } }",
  Path: "{ length }",
  Network: "{ nodes { id } }",
};

function selectionOf(type: unknown): string {
  const name = String(type).replace(/[[\]!]/g, "");
  return SELECTIONS[name] ?? (name.endsWith("Connection") ? "{ totalCount nodes { id } }" : "{ id }");
}

/** Arguments that a field wants beside the one that is tried. */
const WANTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statementCounts: { groupBy: "[SPEAKER]" },
  network: { around: '["person:a"]' },
  paths: { from: '"person:a"', to: '"person:b"' },
};

function withWanted(field: string, given: string): string {
  const others = Object.entries(WANTED[field] ?? {}).filter(([name]) => !given.startsWith(`${name}:`));
  return [given, ...others.map(([name, value]) => `${name}: ${value}`)].join(", ");
}

function rootPlaces(): Place[] {
  return Object.values(compilingSchema().getQueryType()?.getFields() ?? {}).flatMap((field) =>
    field.args.flatMap((arg) =>
      placesOf(arg, (given) => `{ ${field.name}(${withWanted(field.name, given)}) ${selectionOf(field.type)} }`, field.name),
    ),
  );
}

function edgePlaces(): Place[] {
  const person = compilingSchema().getType("Person") as GraphQLObjectType;
  const said = person.getFields()["said"];
  return (said?.args ?? []).flatMap((arg) =>
    placesOf(arg, (given) => `{ person(id: "p") { said(${given}) ${selectionOf(said?.type)} } }`, "Person.said"),
  );
}

const places = [...rootPlaces(), ...edgePlaces()];

describe("texts of callers", () => {
  it("can stand in many places", () => {
    expect(places.length).toBeGreaterThan(500);
  });

  it("never become part of a statement, wherever they stand", () => {
    const changed: string[] = [];
    for (const { name, ask } of places) {
      const textsFor = (text: string): string => {
        const { source, variables } = ask(text);
        return compileAll(source, variables)
          .map((each) => each.statement?.text)
          .join("\n\n");
      };
      const harmless = new Set(HARMLESS.map(textsFor));
      for (const hostile of HOSTILE) {
        // An id that names no kind asks nothing; `person:` in front lets it through.
        if (!harmless.has(textsFor(`person:${hostile}`))) changed.push(`${name} with ${hostile}`);
      }
    }
    expect(changed).toEqual([]);
  }, 120_000);

  it.each(["a\0b", "\ud800", "a\udfff"])("that no engine can hold are refused (%j)", (text) => {
    for (const where of [
      { id: text },
      { name: { eq: text } },
      { name: { in: [text] } },
      { description: { contains: text } },
      { ids: [text] },
    ]) {
      expect(() => compileAll("query ($w: EntityWhere) { people(where: $w) { totalCount } }", { w: where })).toThrow(/holds/);
    }
  });
});

import ts from "typescript";
import { SETTINGS } from "../../src/config/settings";
import { DIMENSIONS } from "../../src/model/dimensions";
import { ENUMS } from "../../src/model/enums";
import { LINK_KINDS } from "../../src/model/links";
import { ONTOLOGY } from "../../src/model/ontology";
import { FAULT_CODES } from "../../src/seeding/faults/fault-codes";
import { parseFile, readText, sourceFiles } from "./source-files";

/** Codes that come from GraphQL packages and reach clients as they are. */
const CODES_OF_OTHERS = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "OPERATION_RESOLUTION_FAILURE"];

/** Words in capitals that are no codes of errors: names of the model, of settings, and of orders. */
const OTHER_WORDS = new Set<string>([
  ...ONTOLOGY.relations.map(({ type }) => type),
  ...Object.values(ENUMS).flatMap((values) => Object.keys(values)),
  ...Object.values(ENUMS).flatMap((values) => Object.values(values).map(String)),
  ...SETTINGS.map(({ env }) => env),
  ...LINK_KINDS,
  ...Object.keys(DIMENSIONS),
  "SAID_AT",
  "HELD_POSITION",
  "OWNS_ACCOUNT",
]);

/** Where such words are no codes at all: tables of names, and the codes of the YAML parser. */
const OTHER_PLACES = ["model/", "config/", "seeding/", "api/types/", "graph/neo4j/", "graph/embedded/"];

/** Every text of a source file that has the form of a code, outside of templates. */
function wordsIn(file: string): string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && /^[A-Z]+(_[A-Z]+)+$/.test(node.text)) words.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parseFile(`src/${file}`));
  return words;
}

/** The code of each error class of src/errors.ts that has one of its own. */
function codesOfClasses(): string[] {
  return [...readText("src/errors.ts").matchAll(/readonly code = "([A-Z_]+)"/g)].map(([, code]) => String(code));
}

const documented = [...readText("docs/errors.md").matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => String(code));
const faults = Object.keys(FAULT_CODES).map((code) => `SEED_${code}`);
const raised = new Set([
  ...CODES_OF_OTHERS,
  ...faults,
  ...codesOfClasses(),
  ...sourceFiles("src")
    .filter((file) => !OTHER_PLACES.some((place) => file.startsWith(place)))
    .flatMap(wordsIn)
    .filter((word) => !OTHER_WORDS.has(word)),
]);

const twice = (words: readonly string[]): string[] => words.filter((word, index) => words.indexOf(word) !== index);

describe("docs/errors.md", () => {
  it("lists every code that Quoth raises", () => {
    expect([...raised].filter((code) => !documented.includes(code))).toEqual([]);
  });

  it("lists no code that is gone", () => {
    expect(documented.filter((code) => !raised.has(code))).toEqual([]);
  });

  it("lists each code once", () => {
    expect(twice(documented)).toEqual([]);
  });
});

describe("the classes of errors", () => {
  it("have each a code of its own", () => {
    expect(twice(codesOfClasses())).toEqual([]);
  });
});

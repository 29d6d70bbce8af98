import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { ask, seedWorld } from "../contract/ask";
import { readText, ROOT } from "./source-files";

const ANSWERS = "tests/repo/answers";
/** `QUOTH_WRITE_ANSWERS=1` writes them anew; whoever does so checks the difference against the corpus, by hand. */
const WRITES = process.env["QUOTH_WRITE_ANSWERS"] === "1";

const CORPORA = readdirSync(join(ROOT, "seed")).map((corpus) => `seed/${corpus}`);
const QUERIES = CORPORA.filter((corpus) => existsSync(join(ROOT, corpus, "queries"))).flatMap((corpus) =>
  readdirSync(join(ROOT, corpus, "queries"))
    .sort()
    .map((file) => ({ file, query: `${corpus}/queries/${file}`, answer: `${ANSWERS}/${file.replace(".graphql", ".json")}` })),
);

let engine: GraphEngine;

beforeAll(async () => {
  engine = await openEmbeddedEngine({ readTimeoutMs: 10_000 });
  await engine.ensureSchema(ONTOLOGY);
  await seedWorld(
    engine,
    CORPORA.map((corpus) => join(ROOT, corpus)),
  );
});

afterAll(async () => engine.close());

/** Cursors are nobody's business but the compiler's; that there is one is. */
function withoutCursors(data: unknown): unknown {
  const hide = (key: string, value: unknown): unknown => (/cursor$/i.test(key) && typeof value === "string" ? "(a cursor)" : value);
  return JSON.parse(JSON.stringify(data, hide)) as unknown;
}

function writeAnswer(path: string, data: unknown): void {
  mkdirSync(join(ROOT, ANSWERS), { recursive: true });
  writeFileSync(join(ROOT, path), `${JSON.stringify(data, null, 2)}\n`);
}

/** The first block of the README in a language. */
function block(language: string): string {
  const found = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(readText("README.md"))?.[1];
  if (found === undefined) throw new Error(`README.md has no block of ${language}.`);
  return found;
}

describe("an example question", () => {
  it.each(QUERIES)("has its answer: $file", async ({ query, answer }) => {
    const data = withoutCursors(await ask(engine, readText(query)));
    if (WRITES) writeAnswer(answer, data);
    expect(data).toEqual(JSON.parse(readText(answer)));
  });

  it("begins with a comment that says it in words", () => {
    expect(QUERIES.filter(({ query }) => !/^# .+\?\n/.test(readText(query))).map(({ file }) => file)).toEqual([]);
  });

  it("stands behind every answer", () => {
    const answers = readdirSync(join(ROOT, ANSWERS)).map((file) => `${ANSWERS}/${file}`);
    expect(answers.sort()).toEqual(QUERIES.map(({ answer }) => answer).sort());
  });
});

describe("the README", () => {
  it("shows its question's answer, every value in its place", async () => {
    const shown = JSON.stringify(JSON.parse(block("json")));
    expect(JSON.stringify({ data: await ask(engine, block("graphql")) })).toBe(shown);
  });
});

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { ask, seedWorld } from "../contract/ask";
import { readText, ROOT } from "./source-files";

const ANSWERS = "tests/repo/answers";
const GUIDES = ["README.md", "docs/questions.md", "docs/use-from.md"];
/** What the guides ask: the corpus that a first start loads. */
const FIRST = "seed/soleimani-2020";
/** `QUOTH_WRITE_ANSWERS=1` writes them anew; whoever does so checks the difference against the corpus, by hand. */
const WRITES = process.env["QUOTH_WRITE_ANSWERS"] === "1";

const CORPORA = readdirSync(join(ROOT, "seed")).map((corpus) => `seed/${corpus}`);
const QUERIES = CORPORA.filter((corpus) => existsSync(join(ROOT, corpus, "queries"))).flatMap((corpus) =>
  readdirSync(join(ROOT, corpus, "queries"))
    .sort()
    .map((file) => ({ file, query: `${corpus}/queries/${file}`, answer: `${ANSWERS}/${file.replace(".graphql", ".json")}` })),
);

let engine: GraphEngine;
let first: GraphEngine;

async function openWith(corpora: readonly string[]): Promise<GraphEngine> {
  const opened = await openEmbeddedEngine({ readTimeoutMs: 10_000 });
  await opened.ensureSchema(ONTOLOGY);
  await seedWorld(
    opened,
    corpora.map((corpus) => join(ROOT, corpus)),
  );
  return opened;
}

beforeAll(async () => {
  engine = await openWith(CORPORA);
  first = await openWith([FIRST]);
});

afterAll(async () => Promise.all([engine.close(), first.close()]));

/** Cursors are nobody's business but the compiler's; that there is one is. */
function withoutCursors(data: unknown): unknown {
  const hide = (key: string, value: unknown): unknown => (/cursor$/i.test(key) && typeof value === "string" ? "(a cursor)" : value);
  return JSON.parse(JSON.stringify(data, hide)) as unknown;
}

function writeAnswer(path: string, data: unknown): void {
  mkdirSync(join(ROOT, ANSWERS), { recursive: true });
  writeFileSync(join(ROOT, path), `${JSON.stringify(data, null, 2)}\n`);
}

/** What each load makes anew. */
function withoutVersion(data: unknown): unknown {
  const hide = (key: string, value: unknown): unknown =>
    key === "dataVersion" ? { ...(value as object), id: "(a version)", changedAt: "(a time)" } : value;
  return JSON.parse(JSON.stringify(data, hide)) as unknown;
}

interface Example {
  /** The heading above it. */
  heading: string;
  query: string;
  answer: string;
}

/** Each question of a guide with the answer that follows it. */
function examplesOf(path: string): Example[] {
  const text = readText(path);
  const blocks = [...text.matchAll(/```graphql\n([\s\S]*?)```\s+```json\n([\s\S]*?)```/g)];
  return blocks.map(({ 1: query = "", 2: answer = "", index }) => ({
    heading: [...text.slice(0, index).matchAll(/^#+ (.+)$/gm)].at(-1)?.[1] ?? "",
    query,
    answer,
  }));
}

/** The queries that a guide's commands and programs send, which show no answer. */
function sentBy(path: string): string[] {
  const text = readText(path);
  const commands = [...text.matchAll(/-d '(\{.*\})'/g)].map(([, body = ""]) => (JSON.parse(body) as { readonly query: string }).query);
  const programs = [...text.matchAll(/```python\n[\s\S]*?"""\n([\s\S]*?)"""/g)].map(([, query = ""]) => query);
  return [...commands, ...programs];
}

/** JSON as the guides show it: what fits stands on one line. */
function printJson(value: unknown, indent = "", before = 0): string {
  const flat = printFlat(value);
  if (typeof value !== "object" || value === null || indent.length + before + flat.length <= 130) return flat;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const lines = Object.entries(value).map(([key, item]) => {
    const name = isList ? "" : `${JSON.stringify(key)}: `;
    return `${inner}${name}${printJson(item, inner, name.length)}`;
  });
  return `${isList ? "[" : "{"}\n${lines.join(",\n")}\n${indent}${isList ? "]" : "}"}`;
}

function printFlat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printFlat).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const items = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printFlat(item)}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}

/** Whether the answer shown is the one given, every value in its place. */
function isShown(answer: string, data: unknown): boolean {
  return answer !== "" && JSON.stringify(withoutVersion(JSON.parse(answer))) === JSON.stringify(withoutVersion(data));
}

function writeExample(path: string, { query, answer }: Example, data: unknown): void {
  const start = `${query}\`\`\`\n\n\`\`\`json\n`;
  const text = readText(path).replace(`${start}${answer}`, () => `${start}${printJson(data)}\n`);
  writeFileSync(join(ROOT, path), text);
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

describe.each(GUIDES)("%s", (guide) => {
  const examples = examplesOf(guide);

  it.each(examples)("shows the answer, every value in its place: $heading", async (example) => {
    const data = { data: await ask(first, example.query) };
    if (WRITES && !isShown(example.answer, data)) return writeExample(guide, example, data);
    expect(JSON.stringify(withoutVersion(JSON.parse(example.answer)))).toBe(JSON.stringify(withoutVersion(data)));
  });

  it.each(sentBy(guide))("has commands and programs that get an answer: %s", async (query) => {
    expect(Object.values(await ask(first, query))).not.toContain(null);
  });

  it("has an answer to each question", () => {
    expect(examples).toHaveLength(readText(guide).split("```graphql\n").length - 1);
  });
});

import type { GraphEngine } from "../../src/graph/engine";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld } from "./ask";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** Every word of Latin letters in which one letter of the word is another, or one is added at its end. */
function near(word: string): string[] {
  const letters = [...word];
  const changed = letters.flatMap((_, at) => LETTERS.map((each) => [...letters.slice(0, at), each, ...letters.slice(at + 1)].join("")));
  return [...new Set([...changed, ...LETTERS.map((each) => word + each)])];
}

const OF = { short: near("ruon"), long: near("zuqwoxinda").filter((_, index) => index % 2 === 0) };

function corpus(): string {
  const words = [...OF.short, ...OF.long, "ruonab", "zuqxxxxnda", "run"];
  const statements = words.map((word, index) => [
    `s${String(index)}`,
    { text: `The word is ${word} here.`, speaker: "ann", reports: [{ in: "minutes", type: "DIRECT" }] },
  ]);
  return corpusFolder({
    "corpus.yaml": "{ id: words, title: Words, version: 1.0.0 }",
    "people.yaml": "ann: { name: Ann }",
    "documents.yaml": "minutes: { genre: RECORD }",
    "statements.yaml": JSON.stringify(Object.fromEntries(statements)),
  });
}

describeOnEngines("misspellings", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine, [corpus()]);
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    removeCorpusFolders();
  });

  const countOf = async (search: string): Promise<number> => {
    const source = "query ($search: String!) { statements(search: $search, first: 1) { totalCount } }";
    return (await ask<{ statements: { totalCount: number } }>(engine, source, { search })).statements.totalCount;
  };

  // An index by words that looks at the nearest fifty alone would leave most of them out.
  it.each([
    ["ruon~", OF.short.length + 1],
    ["zuqwoxinda~", OF.long.length],
    ["ruon~ word", OF.short.length + 1],
    ["zuqwoxinda~ -here", 0],
  ])("of %s are all found, however many there are", async (search, expected) => {
    expect(await countOf(search)).toBe(expected);
    expect(expected === 0 || expected > 100).toBe(true);
  });
});

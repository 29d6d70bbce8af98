import type { GraphEngine } from "../../src/graph/engine";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { describeOnEngines } from "../support/engines";
import { seedWorld } from "./ask";
import { idsOf, readPage, walkPages } from "./walk-pages";

/** Letters whose order by code points is another than that by UTF-16 units, among some of which it is the same. */
const FIRST_LETTERS = ["A", "z", "漢", "\uE000", "\uFFFC", "\uFFFD", "𐌰", "𐐨", "😀"];

function rareCorpus(): string {
  const people = FIRST_LETTERS.map((letter, at) => [`p${String(at)}`, { name: `${letter} name` }]);
  const statements = FIRST_LETTERS.map((_, at) => [
    `s${String(at)}`,
    {
      text: "So it is.",
      speaker: `p${String(at)}`,
      about: [`p${String((at + 1) % FIRST_LETTERS.length)}`],
      reports: [{ in: "minutes", type: "DIRECT" }],
    },
  ]);
  return corpusFolder({
    "corpus.yaml": "{ id: rare, title: Rare, version: 1.0.0 }",
    "people.yaml": JSON.stringify(Object.fromEntries(people)),
    "documents.yaml": "minutes: { genre: RECORD }",
    "statements.yaml": JSON.stringify(Object.fromEntries(statements)),
  });
}

describeOnEngines("names that begin with rare letters", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine, [rareCorpus()]);
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    removeCorpusFolders();
  });

  it.each([
    ["people", ""],
    ["people", 'search: "name"'],
    ["people", 'where: { name: { contains: "name" } }'],
    ["people", "orderBy: [{ by: SAID_COUNT }]"],
    ["entities", "orderBy: [{ by: SPOKEN_ABOUT_COUNT }]"],
    ["statements", "orderBy: [{ by: SPEAKER_NAME, direction: ASC }]"],
    ["statements", "orderBy: [{ by: SPEAKER_NAME, direction: DESC }]"],
  ])("are on the pages of %s(%s) once, whichever way they are walked", async (path, given) => {
    const argumentsText = given === "" || given.includes("orderBy") ? given : `${given}, orderBy: [{ by: NAME }]`;
    const whole = (await readPage(engine, { path, argumentsText }, "first: 100")).nodes.map((each) => each.id);
    expect(whole).toHaveLength(FIRST_LETTERS.length);
    expect(idsOf(await walkPages(engine, { path, argumentsText }, 2))).toEqual(whole);
    expect(idsOf(await walkPages(engine, { path, argumentsText }, 2, true), true)).toEqual(whole);
  });

  it("come in the order of their code points", async () => {
    const { nodes } = await readPage(engine, { path: "people", argumentsText: "" }, "first: 100");
    expect(nodes.map((each) => each.id)).toEqual(FIRST_LETTERS.map((_, at) => `person:p${String(at)}`));
  });
});

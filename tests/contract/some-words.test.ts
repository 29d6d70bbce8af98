import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { describeOnEngines } from "../support/engines";
import { QUICK_SEED } from "../support/quick-seed";
import { ask } from "./ask";

afterAll(removeCorpusFolders);

const REPORTED = "  reports: [{ in: p1, type: DIRECT }]\n";
const FILLER = "nothing of it was said again that evening in the hall ".repeat(24);

/** A town that lies in two counties of one country; a short text that repeats three words, and a long one that has all four. */
const FILES = {
  "corpus.yaml": "id: some-words\ntitle: Some words\nlicence: CC0-1.0\nversion: '1'\n",
  "documents.yaml": "p1:\n  title: A paper\n  genre: NEWS\n",
  "places.yaml":
    "top: { name: Top }\nleft: { name: Left, partOf: [top] }\nright: { name: Right, partOf: [top] }\nboth: { name: Border town, partOf: [left, right] }\n",
  "organizations.yaml": "al-jazeera: { name: Al-Jazeera }\n",
  "statements.yaml": [
    ...["one", "two", "three"].map((word) => `${word}:\n  text: zebra quagga ${word}\n  saidIn: both\n${REPORTED}`),
    `alone:\n  text: zebra alone\n  saidIn: left\n${REPORTED}`,
    `short:\n  text: ${"quark meson gluon ".repeat(4)}\n${REPORTED}`,
    `long:\n  text: quark ${FILLER}meson gluon lepton\n${REPORTED}`,
  ].join(""),
};

describeOnEngines("a search by several words", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    expect((await runSeed([corpusFolder(FILES)], engine, { ...QUICK_SEED, now: () => new Date("2026-01-01T00:00:00Z") })).faults).toEqual(
      [],
    );
  });
  afterAll(() => engine.close());

  it("counts what has all of them once, however many ways lead there", async () => {
    const made = 'statementsMadeHere(search: "zebra quagga") { totalCount nodes { id } }';
    const { top, left } = await ask<Record<string, { statementsMadeHere: { totalCount: number } }>>(
      engine,
      `{ top: place(id: "place:top") { ${made} } left: place(id: "place:left") { ${made} } }`,
    );
    expect([top?.statementsMadeHere.totalCount, left?.statementsMadeHere.totalCount]).toEqual([4, 4]);
  });

  it.each(["statements", "root"])("puts what has all of them before what has some of them more often (%s)", async (where) => {
    const words = "quark meson gluon lepton";
    const found = await ask<{ page: { edges: { node: { id: string }; score: number }[] } }>(
      engine,
      where === "root"
        ? `{ page: search(query: "${words}") { edges { score node { ... on Node { id } } } } }`
        : `{ page: statements(search: "${words}") { edges { score node { id } } } }`,
    );
    expect(found.page.edges.map(({ node }) => node.id)).toEqual(["statement:some-words/long", "statement:some-words/short"]);
  });

  it.each([
    ["Al-Jaz*", 1],
    ["Jaz*", 1],
    ["Al-Jazera~", 1],
    ["El-Jaz*", 0],
    ["Al-Jezabel~", 0],
    ["-Al-Jaz* Al", 0],
  ])("takes the last word of a run as the beginning or misspelling that it is said to be: %s", async (search, count) => {
    const found = await ask<{
      page: { totalCount: number; edges: { highlights: { text: string; ranges: { start: number; end: number }[] }[] }[] };
    }>(
      engine,
      `query ($search: String!) { page: organizations(search: $search) { totalCount edges { highlights { text ranges { start end } } } } }`,
      { search },
    );
    expect(found.page.totalCount).toBe(count);
    if (search.startsWith("Al"))
      expect(found.page.edges.map(({ highlights }) => highlights[0]?.ranges)).toEqual(
        Array.from({ length: count }, () => [{ start: 0, end: 10 }]),
      );
  });
});

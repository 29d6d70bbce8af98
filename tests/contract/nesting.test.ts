import type { GraphEngine } from "../../src/graph/engine";
import type { CorpusFiles } from "../seeding/support/corpus-folder";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld } from "./ask";

afterAll(removeCorpusFolders);

/** More than any walk that was ever bounded. */
const DEPTH = 40;
const numbers = Array.from({ length: DEPTH }, (_, index) => index);
const INNERMOST = DEPTH - 1;

const DEEP: CorpusFiles = {
  "corpus.yaml": "id: deep\ntitle: Places within places\nversion: '1'\n",
  "people.yaml": "ann:\n  name: Ann\n",
  "places.yaml": numbers.map((n) => `n${n}:\n  name: Place ${n}\n${n === 0 ? "" : `  partOf: [n${n - 1}]\n`}`).join(""),
  "documents.yaml": numbers.map((n) => `d${n}:\n  genre: NEWS\n`).join(""),
  "statements.yaml": [
    `s:\n  text: It is deep.\n  speaker: ann\n  saidIn: n${INNERMOST}\n  reports:\n`,
    ...numbers.map((n) => `    - in: d${n}\n      type: DIRECT\n${n === 0 ? "" : `      via: d${n - 1}\n`}`),
  ].join(""),
};

describeOnEngines("places within places, and reports that rest on reports, as deep as they go", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine, [corpusFolder(DEEP)]);
  });
  afterAll(() => engine.close());

  const FILTERS: readonly [string, string, number][] = [
    ["a statement's place", 'statements(where: { saidIn: { within: "place:n0" } })', 1],
    ["one of several demands", 'statements(where: { or: [{ saidIn: { within: "place:n0" } }, { id: "statement:deep/none" }] })', 1],
    ["what must not be", 'statements(where: { not: { saidIn: { within: "place:n0" } } })', 0],
    ["where somebody spoke", 'people(where: { said: { some: { saidIn: { within: "place:n0" } } } })', 1],
    ["places inside one", 'places(where: { within: "place:n0" })', DEPTH],
    ["places inside one on the way", 'places(where: { within: "place:n20" })', DEPTH - 20],
  ];
  it.each(FILTERS)("are all there in a filter on %s", async (_, list, totalCount) => {
    expect(await ask(engine, `{ page: ${list} { totalCount } }`)).toEqual({ page: { totalCount } });
  });

  it("are all there in the statements made in a place", async () => {
    const source = '{ place(id: "place:n0") { statementsMadeHere { totalCount nodes { id } } } }';
    expect(await ask(engine, source)).toEqual({
      place: { statementsMadeHere: { totalCount: 1, nodes: [{ id: "statement:deep/s" }] } },
    });
  });

  it("are all there in the chain of a report, in its order", async () => {
    const id = `report:deep/s.d${INNERMOST}`;
    const { node } = await ask<{ node: { chain: { id: string }[] } }>(
      engine,
      "query ($id: ID!) { node(id: $id) { ... on Report { chain { id } } } }",
      {
        id,
      },
    );
    expect(node.chain.map((each) => each.id)).toEqual([...numbers].reverse().map((n) => `report:deep/s.d${n}`));
  });
});

const LINE: CorpusFiles = {
  "corpus.yaml": "id: one\ntitle: One\nversion: '1'\n",
  "people.yaml": "ann:\n  name: Ann\n",
  "places.yaml": "a:\n  name: A\n  partOf: [b]\nb:\n  name: B\n  partOf: [c]\nc:\n  name: C\n",
  "documents.yaml": "paper:\n  genre: NEWS\n",
  "statements.yaml": "s:\n  text: It goes round.\n  speaker: ann\n  saidIn: a\n  reports:\n    - in: paper\n      type: DIRECT\n",
};
/** No load makes a circle; graphs of earlier versions may have one by way of two corpora. */
const CLOSE =
  "MATCH (c:Entity {id: 'place:c'}) MATCH (a:Entity {id: 'place:a'}) CREATE (c)-[:PART_OF {key: 'two', dataset: 'dataset:two'}]->(a)";

describeOnEngines("places that lie in each other", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine, [corpusFolder(LINE)]);
    await engine.write([{ text: CLOSE, parameters: {} }]);
  });
  afterAll(() => engine.close());

  it.each(["a", "b", "c"])("are each inside %s, once", async (slug) => {
    const source = `{
      places(where: { within: "place:${slug}" }) { totalCount nodes { id } }
      statements(where: { saidIn: { within: "place:${slug}" } }) { totalCount }
      place(id: "place:${slug}") { statementsMadeHere { totalCount nodes { id } } }
    }`;
    expect(await ask(engine, source)).toEqual({
      places: { totalCount: 3, nodes: [{ id: "place:a" }, { id: "place:b" }, { id: "place:c" }] },
      statements: { totalCount: 1 },
      place: { statementsMadeHere: { totalCount: 1, nodes: [{ id: "statement:one/s" }] } },
    });
  });
});

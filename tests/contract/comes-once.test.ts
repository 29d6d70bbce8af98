import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { seedWorld } from "./ask";
import { idsOf, walkPages } from "./walk-pages";

/** Demands that several ways from one node fulfil, beside others by which a page is found along an index, or falls short of it. */
const SEVERAL_WAYS: readonly (readonly [string, string])[] = [
  ["documents", 'author: { spokenAbout: { none: { dataset: ["dataset:awkward"] } } }'],
  ["documents", 'author: { said: { none: { language: { eq: "xx" } } } }'],
  ["documents", "author: { kind: [PERSON, ORGANIZATION] }"],
  ["documents", 'publisher: { spokenAbout: { none: { language: { eq: "xx" } } } }'],
  ["statements", 'about: { some: { spokenAbout: { none: { language: { eq: "xx" } } } } }'],
  ["statements", "mentions: { some: { spokenAbout: { count: { gte: 1 } } } }"],
  [
    "statements",
    'attributions: { speaker: { said: { every: { dataset: ["dataset:soleimani-2020", "dataset:harbour-2021", "dataset:awkward"] } } } }',
  ],
  ["statements", 'reports: { some: { publisher: { spokenAbout: { none: { language: { eq: "xx" } } } } } }'],
  ["entities", 'said: { some: { about: { some: { spokenAbout: { none: { language: { eq: "xx" } } } } } } }'],
  ["entities", 'spokenAbout: { some: { speaker: { said: { none: { language: { eq: "xx" } } } } } }'],
];
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  documents: ["", 'publishedAt: { from: "2001" }', 'publishedAt: { within: "2020" }'],
  statements: ["", 'saidAt: { from: "2001" }', 'saidAt: { within: "2020-01" }'],
  entities: ["", "kind: [PERSON, TOPIC, EVENT]"],
};

describeOnEngines("what several ways lead to", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each(SEVERAL_WAYS.flatMap(([path, demand]) => (BESIDE[path] ?? []).map((beside) => [path, demand, beside] as const)))(
    "comes once: %s where %s beside %j",
    async (path, demand, beside) => {
      const list = { path, argumentsText: `where: { ${demand} ${beside} }` };
      for (const size of [100, 3]) {
        const pages = await walkPages(engine, list, size);
        const ids = idsOf(pages);
        expect(ids.length).toBeGreaterThan(0);
        expect([new Set(ids).size, pages[0]?.totalCount]).toEqual([ids.length, ids.length]);
      }
    },
    60_000,
  );
});

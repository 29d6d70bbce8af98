import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { loadSkewedGraph, speakerOf, STATEMENTS, topicOf } from "../support/skewed-graph";
import { ask } from "./ask";
import { idsOf as idsOfPages, readPage, walkPages } from "./walk-pages";
import type { List } from "./walk-pages";

const INDICES = Array.from({ length: STATEMENTS }, (_, index) => index);
const wordsOf = (index: number): string => `Words ${index}`;
const saidBy = (index: number): readonly number[] => INDICES.filter((each) => speakerOf(each) === speakerOf(index));
const toldAbout = (index: number): readonly number[] => INDICES.filter((each) => topicOf(each) === topicOf(index));

/** A filter, and which of the statements it is for, as plain looking through all of them finds. */
type Part = readonly [where: string, holds: (index: number) => boolean];

/** On the statements of a speaker or of a topic: for most, for few, for none. */
const DEAR: readonly Part[] = [
  ["speaker: { said: { count: { gte: 2 } } }", (index) => saidBy(index).length >= 2],
  ["speaker: { said: { count: { lte: 1 } } }", (index) => saidBy(index).length <= 1],
  [
    'speaker: { said: { some: { text: { contains: "Words 97" } } } }',
    (index) => saidBy(index).some((each) => wordsOf(each).startsWith("Words 97")),
  ],
  [
    'speaker: { said: { none: { text: { contains: "Words 29" } } } }',
    (index) => !saidBy(index).some((each) => wordsOf(each).startsWith("Words 29")),
  ],
  [
    'about: { some: { spokenAbout: { every: { speaker: { id: "person:prolific" } } } } }',
    (index) => toldAbout(index).every((each) => speakerOf(each) === "person:prolific"),
  ],
  ["about: { some: { spokenAbout: { count: { lte: 40 } } } }", (index) => toldAbout(index).length <= 40],
  [
    'about: { none: { spokenAbout: { some: { text: { contains: "Words 97" } } } } }',
    (index) => !toldAbout(index).some((each) => wordsOf(each).startsWith("Words 97")),
  ],
  ["about: { every: { spokenAbout: { count: { gte: 40 } } } }", (index) => toldAbout(index).length >= 40],
  [
    'about: { count: { gte: 1 }, some: { spokenAbout: { none: { text: { contains: "Words 1500" } } } } }',
    (index) => !toldAbout(index).some((each) => each === 1500),
  ],
  [
    'not: { speaker: { said: { none: { text: { contains: "Words 29" } }, some: { text: { contains: "Words 97" } } } } }',
    (index) => {
      const words = saidBy(index).map(wordsOf);
      return words.some((each) => each.startsWith("Words 29")) || !words.some((each) => each.startsWith("Words 97"));
    },
  ],
  [
    'or: [{ speaker: { said: { count: { lte: 1 } } } }, { not: { about: { some: { spokenAbout: { count: { gte: 40 } } } } } }, { id: "statement:skew/s5" }]',
    (index) => saidBy(index).length <= 1 || toldAbout(index).length < 40 || index === 5,
  ],
];

/** What else is asked: nothing, something of the statement, one named end, another, both. */
const BESIDE: readonly Part[] = [
  ["", () => true],
  ['text: { contains: "1" }', (index) => String(index).includes("1")],
  ['speaker: { id: "person:prolific" }', (index) => speakerOf(index) === "person:prolific"],
  ['about: { some: { id: "topic:rare" } }', (index) => topicOf(index) === "topic:rare"],
  [
    'speaker: { id: "person:rare" }, about: { some: { id: "topic:busy" } }',
    (index) => speakerOf(index) === "person:rare" && topicOf(index) === "topic:busy",
  ],
  ['about: { some: { spokenAbout: { none: { text: { contains: "nothing has this" } } } } }', () => true],
];

interface Page {
  readonly nodes: readonly { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

const FIELDS = "totalCount nodes { id } pageInfo { endCursor hasNextPage }";
const idsOf = (indices: readonly number[]): { id: string }[] => indices.map((index) => ({ id: `statement:skew/s${index}` }));

describeOnEngines("demands on the statements of an entity", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await loadSkewedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const statements = async (where: string, paging: string): Promise<Page> =>
    (await ask<{ statements: Page }>(engine, `{ statements(where: { ${where} }, ${paging}) { ${FIELDS} } }`)).statements;

  // Each with nothing beside it, and with one of the others: a statement new to Neo4j takes its time to be planned.
  const questions = DEAR.flatMap((dear, index) =>
    [BESIDE[0], BESIDE[1 + (index % (BESIDE.length - 1))]].flatMap((beside) =>
      beside === undefined ? [] : [{ dear, beside, name: `${dear[0]} beside ${beside[0] || "nothing"}` }],
    ),
  );

  it.each(questions)("find the latest, the next and the first for $name", async ({ dear, beside }) => {
    // Both may be about the speaker: one input has each field once.
    const where = `and: [{ ${dear[0]} }, { ${beside[0]} }]`;
    const found = INDICES.filter((index) => dear[1](index) && beside[1](index)).reverse();
    const { nodes, totalCount, pageInfo } = await statements(where, "first: 5");
    expect({ nodes, totalCount, isMore: pageInfo.hasNextPage }).toEqual({
      nodes: idsOf(found.slice(0, 5)),
      totalCount: found.length,
      isMore: found.length > 5,
    });
    expect((await statements(where, "last: 3")).nodes).toEqual(idsOf(found.slice(-3)));
    if (found.length > 5)
      expect((await statements(where, `first: 40, after: "${pageInfo.endCursor}"`)).nodes).toEqual(idsOf(found.slice(5, 45)));
  });

  it.each([DEAR[2], DEAR[6]].flatMap((each) => (each === undefined ? [] : [each])))(
    "find them by the names of speakers, with all that is asked of each, for %s",
    async (where, holds) => {
      interface Found {
        readonly id: string;
        readonly speaker: { readonly id: string };
        readonly about: readonly { readonly entity: { readonly id: string } }[];
      }
      const of = 'speaker: { id: "person:prolific" }';
      const { statements: page } = await ask<{ statements: { readonly nodes: readonly Found[] } }>(
        engine,
        `{ statements(where: { ${of}, and: [{ ${where} }] }, first: 5, orderBy: [{ by: SPEAKER_NAME }]) { nodes { id speaker { id } about { entity { id } } } } }`,
      );
      const found = INDICES.filter((index) => speakerOf(index) === "person:prolific" && holds(index));
      expect(page.nodes).toHaveLength(Math.min(5, found.length));
      for (const { id, speaker, about } of page.nodes) {
        const index = Number(id.slice("statement:skew/s".length));
        expect(found).toContain(index);
        expect({ speaker, about }).toEqual({ speaker: { id: "person:prolific" }, about: [{ entity: { id: topicOf(index) } }] });
      }
    },
  );

  it.each(DEAR.slice(2, 8))("find them in the list of each of several, for %s", async (where, holds) => {
    interface Said {
      readonly id: string;
      readonly said: Page;
    }
    const { people } = await ask<{ people: { nodes: readonly Said[] } }>(
      engine,
      `{ people(where: { ids: ["person:rare", "person:prolific", "person:once-7"] }) { nodes { id said(where: { ${where} }, first: 4) { ${FIELDS} } } } }`,
    );
    expect(people.nodes).toHaveLength(3);
    for (const { id, said } of people.nodes) {
      const found = INDICES.filter((index) => speakerOf(index) === id && holds(index)).reverse();
      expect({ id, nodes: said.nodes, totalCount: said.totalCount }).toEqual({
        id,
        nodes: idsOf(found.slice(0, 4)),
        totalCount: found.length,
      });
    }
  });

  it.each([...DEAR.slice(0, 2), ...DEAR.slice(6, 8)])("count groups of them, for %s", async (where, holds) => {
    const { statementCounts } = await ask<{ statementCounts: readonly { readonly count: number }[] }>(
      engine,
      `{ statementCounts(groupBy: [SPEAKER], where: { about: { some: { id: "topic:busy" } }, and: [{ ${where} }] }) { count } }`,
    );
    const counts = new Map<string, number>();
    for (const index of INDICES) {
      if (topicOf(index) === "topic:busy" && holds(index)) counts.set(speakerOf(index), (counts.get(speakerOf(index)) ?? 0) + 1);
    }
    expect(statementCounts.map(({ count }) => count)).toEqual([...counts.values()].sort((a, b) => b - a).slice(0, 100));
  });

  /** One word that all have; and two that few have together, the second by its beginning, so that any is enough. */
  const SEARCHES = ["words", "words 2999*"];
  const searched = SEARCHES.flatMap((search, at) =>
    [DEAR[1 + at], DEAR[7]].flatMap((dear) => (dear === undefined ? [] : [{ search, dear, name: `${search}, ${dear[0]}` }])),
  );

  // What each search finds, best first.
  const ranked = new Map<string, readonly string[]>();

  it.each(searched)("find what a search finds, for $name", async ({ search, dear }) => {
    const list = (where: string): List => ({ path: "statements", argumentsText: `search: "${search}"${where}` });
    const all = ranked.get(search) ?? idsOfPages(await walkPages(engine, list(""), 100));
    ranked.set(search, all);
    const indexOf = (id: string): number => Number(id.slice("statement:skew/s".length));
    const best = all.filter((id) => dear[1](indexOf(id)));
    const latest = [...best].sort((a, b) => indexOf(b) - indexOf(a));
    expect(best.length).toBeLessThan(all.length);
    const found = list(`, where: { ${dear[0]} }`);
    const first = await readPage(engine, found, "first: 7");
    expect({ ids: idsOfPages([first]), totalCount: first.totalCount }).toEqual({ ids: best.slice(0, 7), totalCount: best.length });
    const next = await readPage(engine, found, `first: 90, after: "${first.pageInfo.endCursor}"`);
    expect(idsOfPages([next])).toEqual(best.slice(7, 97));
    const byDate = list(`, where: { ${dear[0]} }, orderBy: [{ by: SAID_AT, direction: DESC }]`);
    expect(idsOfPages([await readPage(engine, byDate, "first: 50")])).toEqual(latest.slice(0, 50));
    expect(idsOfPages([await readPage(engine, byDate, "last: 5")])).toEqual(latest.slice(-5));
  });
});

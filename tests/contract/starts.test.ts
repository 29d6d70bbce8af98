import type { GraphEngine } from "../../src/graph/engine";
import { compileOne } from "../compiler/compile-query";
import { describeOnEngines } from "../support/engines";
import { HEARD_ONCE, loadSkewedGraph, speakerOf, STATEMENTS, topicOf } from "../support/skewed-graph";
import { ask } from "./ask";

/** The latest statements that plain looking through all of them finds. */
function latest(wanted: { topic?: string; speaker?: string; speakers?: readonly string[] }, first: number): { id: string }[] {
  const found = Array.from({ length: STATEMENTS }, (_, index) => STATEMENTS - 1 - index).filter(
    (index) =>
      (!wanted.topic || topicOf(index) === wanted.topic) &&
      (!wanted.speaker || speakerOf(index) === wanted.speaker) &&
      (!wanted.speakers || wanted.speakers.includes(speakerOf(index))),
  );
  return found.slice(0, first).map((index) => ({ id: `statement:skew/s${index}` }));
}

const QUESTIONS = ["topic:rare", "topic:busy", undefined].flatMap((topic) =>
  ["person:rare", "person:prolific", undefined].map((speaker) => ({ ...(topic ? { topic } : {}), ...(speaker ? { speaker } : {}) })),
);

/** Few and many speakers, who said little or much. */
const OF_SEVERAL = ["topic:rare", "topic:busy"].flatMap((topic) =>
  [["person:rare", "person:once-7"], ["person:prolific", "person:once-7"], HEARD_ONCE, [...HEARD_ONCE, "person:prolific"]].map(
    (speakers) => ({
      topic,
      speakers,
    }),
  ),
);

describeOnEngines("beginnings on a skewed graph", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await loadSkewedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (
    wanted: { topic?: string; speaker?: string; speakers?: readonly string[] },
    paging: string,
  ): Promise<{ nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } }> => {
    const where = [
      ...("topic" in wanted ? [`about: { some: { id: "${wanted.topic}" } }`] : []),
      ...("speaker" in wanted ? [`speaker: { id: "${wanted.speaker}" }`] : []),
      ...("speakers" in wanted ? [`speaker: { ids: ${JSON.stringify(wanted.speakers)} }`] : []),
    ].join(", ");
    const source = `{ statements(where: { ${where} }, ${paging}) { totalCount nodes { id } pageInfo { endCursor } } }`;
    return (await ask<{ statements: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } } }>(engine, source))
      .statements;
  };

  it("give the largest groups by speaker and time as plain counting does, where more tie with the last than are kept, too", async () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < STATEMENTS; index++) {
      const key = `${speakerOf(index)} ${new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 7)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    // All groups of several statements are one person's, so that months settle their ties.
    const expected = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key, count]) => ({ key, count }));
    const tied = expected.filter(({ count }) => count === expected[0]?.count);
    expect(tied.length).toBeGreaterThan(10);
    for (const first of [1, 2, 5, 20]) {
      const source = `{ statementCounts(groupBy: [SPEAKER, MONTH], first: ${first}) { count keys { value } } }`;
      const { statementCounts } = await ask<{ statementCounts: { count: number; keys: { value: string }[] }[] }>(engine, source);
      const found = statementCounts.map(({ count, keys }) => ({ key: keys.map(({ value }) => value).join(" "), count }));
      expect(found).toEqual(expected.slice(0, first));
    }
  });

  it.each([...QUESTIONS, ...OF_SEVERAL])("give the latest of %j, whichever side is the rare one", async (wanted) => {
    const all = latest(wanted, STATEMENTS);
    const { nodes, totalCount, pageInfo } = await find(wanted, "first: 5");
    expect(nodes).toEqual(all.slice(0, 5));
    expect(totalCount).toBe(all.length);
    if (all.length === 0) return;
    expect((await find(wanted, `first: 5, after: "${pageInfo.endCursor}"`)).nodes).toEqual(all.slice(5, 10));
    expect((await find(wanted, "last: 3")).nodes).toEqual(all.slice(-3));
  });

  it.each<[string, string, (index: number) => boolean]>([
    [
      "a rare topic or a rare speaker",
      '{ or: [{ about: { some: { id: "topic:rare" } } }, { speaker: { id: "person:rare" } }] }',
      (index) => topicOf(index) === "topic:rare" || speakerOf(index) === "person:rare",
    ],
    [
      "a busy topic or a rare speaker",
      '{ or: [{ about: { some: { id: "topic:busy" } } }, { speaker: { id: "person:rare" } }] }',
      (index) => topicOf(index) === "topic:busy" || speakerOf(index) === "person:rare",
    ],
    [
      "alternatives that demand more, and something beside them",
      '{ or: [{ about: { some: { id: "topic:rare" } }, text: { contains: "7" } }, { speaker: { name: { eq: "Heard Once" } } }], text: { contains: "1" } }',
      (index) =>
        String(index).includes("1") &&
        ((topicOf(index) === "topic:rare" && String(index).includes("7")) || speakerOf(index).startsWith("person:once-")),
    ],
    [
      "alternatives beside a demand on all that a speaker said",
      '{ or: [{ about: { some: { id: "topic:rare" } } }, { about: { some: { id: "topic:nothing" } } }], speaker: { said: { none: { text: { eq: "Words 11" } } } } }',
      (index) => topicOf(index) === "topic:rare" && speakerOf(index) !== "person:once-0",
    ],
    [
      "alternatives of which neither is anything",
      '{ or: [{ speaker: { id: "person:x" } }, { about: { some: { id: "topic:x" } } }] }',
      () => false,
    ],
  ])("give what %s is in, each statement once", async (_, where, holds) => {
    const all = Array.from({ length: STATEMENTS }, (__, index) => STATEMENTS - 1 - index)
      .filter(holds)
      .map((index) => `statement:skew/s${index}`);
    const page = async (
      paging: string,
    ): Promise<{ nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string | null } }> => {
      const source = `{ statements(where: ${where}, ${paging}) { totalCount nodes { id } pageInfo { endCursor } } }`;
      return (await ask<{ statements: Awaited<ReturnType<typeof page>> }>(engine, source)).statements;
    };
    const first = await page("first: 5");
    expect(first.nodes.map(({ id }) => id)).toEqual(all.slice(0, 5));
    expect(first.totalCount).toBe(all.length);
    expect((await page("last: 3")).nodes.map(({ id }) => id)).toEqual(all.slice(-3));
    const { nodes } = await page(`first: 5${first.pageInfo.endCursor === null ? "" : `, after: "${first.pageInfo.endCursor}"`}`);
    expect(nodes.map(({ id }) => id)).toEqual(all.slice(5, 10));
    const { statementCounts } = await ask<{ statementCounts: { count: number }[] }>(
      engine,
      `{ statementCounts(groupBy: [DATASET], where: ${where}) { count } }`,
    );
    expect(statementCounts.map(({ count }) => count)).toEqual(all.length === 0 ? [] : [all.length]);
  });

  /** The speakers, or topics, of what has these words and another end. */
  const among = (isSought: (index: number) => boolean, of: (index: number) => string, words: string): string[] => {
    const indices = Array.from({ length: STATEMENTS }, (_, index) => index).filter((index) => `Words ${index}`.includes(words));
    return [...new Set(indices.filter(isSought).map(of))].sort();
  };

  it.each([
    ["topic:busy", "Words 7"],
    ["topic:rare", "Words 7"],
    ["topic:rare", "Words 90"],
    ["topic:busy", "Words 503"],
    ["topic:nothing", "Words"],
  ])("give the people with words about %s that have %s", async (topic, words) => {
    const said = `{ some: { about: { some: { id: "${topic}" } }, text: { contains: "${words}" } } }`;
    const { people } = await ask<{ people: { nodes: { id: string }[]; totalCount: number } }>(
      engine,
      `{ people(first: 5, where: { said: ${said} }) { totalCount nodes { id } } }`,
    );
    const expected = among((index) => topicOf(index) === topic, speakerOf, words);
    expect(people.nodes.map(({ id }) => id).sort()).toEqual(expected);
    expect(people.totalCount).toBe(expected.length);
  });

  it.each([
    ["person:prolific", "Words 15"],
    ["person:rare", "Words 15"],
    ["person:rare", "Words 16"],
  ])("give what %s spoke about with %s", async (speaker, words) => {
    const spoken = `{ some: { speaker: { id: "${speaker}" }, text: { contains: "${words}" } } }`;
    const { entities } = await ask<{ entities: { nodes: { id: string }[] } }>(
      engine,
      `{ entities(first: 5, where: { spokenAbout: ${spoken} }) { nodes { id } } }`,
    );
    expect(entities.nodes.map(({ id }) => id).sort()).toEqual(among((index) => speakerOf(index) === speaker, topicOf, words));
  });

  /** Which branch a statement takes. */
  const chosen = async (where: string, wanted = "nodes { id }"): Promise<unknown> => {
    const { text, parameters } = compileOne(`{ statements(first: 5, where: ${where}) { ${wanted} } }`);
    const [, branch = ""] = / AS (b\d+)\n/.exec(text) ?? [];
    // The statement up to its choice, which it then tells.
    const choice = text.slice(text.indexOf("CALL () {\n"), text.indexOf(`CALL (`, text.indexOf(`AS ${branch}`)));
    const [row] = await engine.read({ text: `${choice}\nRETURN ${branch} AS chosen`, parameters });
    return row?.["chosen"];
  };

  // An engine without an index in an order always joins: there is nothing to choose.
  if (testEngine.name !== "neo4j") return;

  it("join from the rare and walk along the busy", async () => {
    // Told by name: where the id is known, there is nothing to choose.
    expect(await chosen('{ about: { some: { name: { eq: "Rare topic" } } } }')).toBe(1);
    expect(await chosen('{ about: { some: { name: { eq: "Busy topic" } } } }')).toBe(0);
  });

  it("join from alternatives that are rare, and walk along the order where one of them is busy", async () => {
    const either = (topic: string, speaker: string): string =>
      `{ or: [{ about: { some: { id: "${topic}" } } }, { speaker: { id: "${speaker}" } }] }`;
    expect(await chosen(either("topic:rare", "person:rare"))).toBe(1);
    expect(await chosen(either("topic:busy", "person:rare"))).toBe(0);
  });

  it("count what is between two pair by pair, unless as much would be gone through anyway", async () => {
    const both = (speakers: readonly string[], topics: readonly string[]): string =>
      `{ about: { some: { ids: ${JSON.stringify(topics)} } }, speaker: { ids: ${JSON.stringify(speakers)} } }`;
    const ofOne = (speaker: string): string => `{ about: { some: { ids: ["topic:busy", "topic:rare"] } }, speaker: { id: "${speaker}" } }`;
    expect(await chosen(both(["person:prolific"], ["topic:busy", "topic:rare"]), "totalCount")).toBe(3);
    // Whoever spoke 26 times is gone through for two topics.
    expect(await chosen(both(["person:rare"], ["topic:busy", "topic:rare"]), "totalCount")).toBe(1);
    expect(await chosen(ofOne("person:prolific"), "totalCount")).toBe(2);
    expect(await chosen(ofOne("person:rare"), "totalCount")).toBe(1);
  });

  /** What some speakers said about one thing, the latest first. */
  const ofSpeakers = (topic: string, speakers: readonly string[]): string =>
    `{ about: { some: { id: "${topic}" } }, speaker: { ids: ${JSON.stringify(speakers)} } }`;

  it("look up what few speakers said about one thing, or walk where they said much, or are too many to be counted", async () => {
    expect(await chosen(ofSpeakers("topic:busy", ["person:rare", "person:once-7"]))).toBe(1);
    expect(await chosen(ofSpeakers("topic:busy", ["person:prolific", "person:once-7"]))).toBe(0);
    expect(await chosen(ofSpeakers("topic:busy", HEARD_ONCE.slice(0, 10)))).toBe(1);
    expect(await chosen(ofSpeakers("topic:busy", HEARD_ONCE))).toBe(0);
  });

  it("look up what speakers said about one thing where the walk was cut before the page was full", async () => {
    const { text, parameters } = compileOne(`{ statements(first: 5, where: ${ofSpeakers("topic:busy", HEARD_ONCE)}) { nodes { id } } }`);
    const reach = Object.entries(parameters).find(([, value]) => value === 20_000)?.[0] ?? "";
    // Each of them comes once in sixty: 20 statements hold none, or one.
    const [row] = await engine.read({ text, parameters: { ...parameters, [reach]: 100 } });
    const expected = latest({ topic: "topic:busy", speakers: HEARD_ONCE }, 5).map(({ id }) => [id]);
    expect(Object.values(row ?? {})).toEqual([expected]);
  });

  it("join from the rare one of two, and walk along one of the two where both are busy", async () => {
    const both = (topic: string, speaker: string): string => `{ about: { some: { id: "${topic}" } }, speaker: { id: "${speaker}" } }`;
    expect(await chosen(both("topic:busy", "person:prolific"))).toBe(0);
    expect(await chosen(both("topic:rare", "person:prolific"))).toBe(2);
    // Along the few of the rare speaker.
    expect(await chosen(both("topic:busy", "person:rare"))).toBe(0);
  });
});

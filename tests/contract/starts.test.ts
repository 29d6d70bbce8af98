import type { GraphEngine } from "../../src/graph/engine";
import { compileOne } from "../compiler/compile-query";
import { describeOnEngines } from "../support/engines";
import { loadSkewedGraph, speakerOf, STATEMENTS, topicOf } from "../support/skewed-graph";
import { ask } from "./ask";

/** The latest statements that plain looking through all of them finds. */
function latest(wanted: { topic?: string; speaker?: string }, first: number): { id: string }[] {
  const found = Array.from({ length: STATEMENTS }, (_, index) => STATEMENTS - 1 - index).filter(
    (index) => (!wanted.topic || topicOf(index) === wanted.topic) && (!wanted.speaker || speakerOf(index) === wanted.speaker),
  );
  return found.slice(0, first).map((index) => ({ id: `statement:skew/s${index}` }));
}

const QUESTIONS = ["topic:rare", "topic:busy", undefined].flatMap((topic) =>
  ["person:rare", "person:prolific", undefined].map((speaker) => ({ ...(topic ? { topic } : {}), ...(speaker ? { speaker } : {}) })),
);

describeOnEngines("beginnings on a skewed graph", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await loadSkewedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (
    wanted: (typeof QUESTIONS)[number],
    paging: string,
  ): Promise<{ nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } }> => {
    const where = [
      ...("topic" in wanted ? [`about: { some: { id: "${wanted.topic}" } }`] : []),
      ...("speaker" in wanted ? [`speaker: { id: "${wanted.speaker}" }`] : []),
    ].join(", ");
    const source = `{ statements(where: { ${where} }, ${paging}) { totalCount nodes { id } pageInfo { endCursor } } }`;
    return (await ask<{ statements: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } } }>(engine, source))
      .statements;
  };

  it.each(QUESTIONS)("give the latest of %j, whichever side is the rare one", async (wanted) => {
    const all = latest(wanted, STATEMENTS);
    const { nodes, totalCount, pageInfo } = await find(wanted, "first: 5");
    expect(nodes).toEqual(all.slice(0, 5));
    expect(totalCount).toBe(all.length);
    expect((await find(wanted, `first: 5, after: "${pageInfo.endCursor}"`)).nodes).toEqual(all.slice(5, 10));
    expect((await find(wanted, "last: 3")).nodes).toEqual(all.slice(-3));
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

  it("count what is between two pair by pair, unless as much would be gone through anyway", async () => {
    const both = (speaker: string, topics: readonly string[]): string =>
      `{ about: { some: { ids: ${JSON.stringify(topics)} } }, speaker: { id: "${speaker}" } }`;
    expect(await chosen(both("person:prolific", ["topic:busy"]), "totalCount")).toBe(3);
    expect(await chosen(both("person:prolific", ["topic:busy", "topic:rare"]), "totalCount")).toBe(3);
    // Whoever spoke 26 times is gone through for two topics.
    expect(await chosen(both("person:rare", ["topic:busy", "topic:rare"]), "totalCount")).toBe(1);
  });

  it("join from the rare one of two, and walk along one of the two where both are busy", async () => {
    const both = (topic: string, speaker: string): string => `{ about: { some: { id: "${topic}" } }, speaker: { id: "${speaker}" } }`;
    expect(await chosen(both("topic:busy", "person:prolific"))).toBe(0);
    expect(await chosen(both("topic:rare", "person:prolific"))).toBe(2);
    // Along the few of the rare speaker.
    expect(await chosen(both("topic:busy", "person:rare"))).toBe(0);
  });
});

import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { loadWordedGraph, WORDED } from "../support/worded-graph";
import { ask } from "./ask";
import { idsOf, walkPages } from "./walk-pages";

/** Latest first, of what is asked. */
function latest(isAsked: (text: string) => boolean): string[] {
  const found = WORDED.filter(({ text }) => isAsked(` ${text.toLowerCase()} `));
  return found.sort((a, b) => (a.saidAt < b.saidAt ? 1 : -1)).map(({ id }) => id);
}

describeOnEngines("a page by date of what has a word", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await loadWordedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (given: string): Promise<string[]> => {
    const query = `{ list: statements(orderBy: [{ by: SAID_AT }], ${given}) { nodes { id } } }`;
    return (await ask<{ list: { nodes: { id: string }[] } }>(engine, query)).list.nodes.map(({ id }) => id);
  };

  it.each([
    ["that every statement has, from the first few of the order", "harbor", (text: string) => text.includes(" harbor ")],
    ["that a third has", "w20", (text: string) => text.includes(" w20 ")],
    ["that none of the latest has, from all that have it", "w95", (text: string) => text.includes(" w95 ")],
    ["together with another", "harbor w95", (text: string) => text.includes(" w95 ")],
    ["without another", "harbor -wall", (text: string) => !text.includes(" wall ")],
  ])("%s", async (_name, search, isAsked) => {
    const expected = latest(isAsked);
    expect(await find(`search: "${search}", first: 20`)).toEqual(expected.slice(0, 20));
    expect(await find(`search: "${search}", first: 7, where: { saidAt: { to: "2001" } }`)).toEqual(
      expected.filter((id) => (WORDED.find((each) => each.id === id)?.saidAt ?? "") < "2002").slice(0, 7),
    );
  });

  it("goes on page by page, from the few to the many that have to be looked at", async () => {
    const argumentsText = 'search: "w20", orderBy: [{ by: SAID_AT }]';
    const expected = latest((text) => text.includes(" w20 "));
    expect(idsOf(await walkPages(engine, { path: "statements", argumentsText }, 100))).toEqual(expected);
    expect(idsOf(await walkPages(engine, { path: "statements", argumentsText }, 100, true), true)).toEqual(expected);
  });
});

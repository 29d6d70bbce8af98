import type { CypherStatement, GraphRecord } from "../../src/graph/cypher-statement";
import type { GraphEngine } from "../../src/graph/engine";
import { indexedText } from "../../src/search/indexed-text";
import { describeOnEngines } from "../support/engines";
import { loadWordedGraph, WORDED } from "../support/worded-graph";
import { ask } from "./ask";
import { idsOf, walkPages } from "./walk-pages";

/** Best first, ties by id, of what the phrase occurs in: the formula of ADR 13 once more, over the texts themselves. */
function best(phrase: RegExp, isAsked: (saidAt: string) => boolean = () => true): { id: string; score: number }[] {
  const scored = WORDED.filter(({ saidAt }) => isAsked(saidAt)).flatMap(({ id, text }) => {
    const times = [...text.matchAll(phrase)].length;
    const length = indexedText([text], "none")?.searchText.length ?? 0;
    return times === 0 ? [] : [{ id, score: Math.trunc((2 + times / (times + (0.3 + length * 0.006))) * 1e6) / 1e6 }];
  });
  return scored.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

interface Edge {
  readonly score: number;
  readonly node: { readonly id: string };
}

describeOnEngines("a page of what fits best", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await loadWordedGraph(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (given: string): Promise<Edge[]> =>
    (await ask<{ list: { edges: Edge[] } }>(engine, `{ list: statements(${given}) { edges { score node { id } } } }`)).list.edges;
  const shown = (edges: readonly Edge[]): { id: string; score: number }[] => edges.map(({ score, node }) => ({ id: node.id, score }));

  it.each([1, 20, 100])("of %i is that of all that has the word", async (first) => {
    expect(shown(await find(`search: "harbor", first: ${String(first)}`))).toEqual(best(/harbor/gi).slice(0, first));
  });

  it("of a phrase is that of all that has it", async () => {
    expect(shown(await find('search: "\\"harbor wall\\"", first: 50'))).toEqual(best(/harbor wall/gi).slice(0, 50));
  });

  it("goes on behind the best, page by page, to the last that has the word", async () => {
    const pages = await walkPages(engine, { path: "statements", argumentsText: 'search: "harbor"' }, 100);
    expect(idsOf(pages)).toEqual(best(/harbor/gi).map(({ id }) => id));
  });

  it("goes back from the end the same way", async () => {
    const pages = await walkPages(engine, { path: "statements", argumentsText: 'search: "harbor"' }, 100, true);
    expect(idsOf(pages, true)).toEqual(best(/harbor/gi).map(({ id }) => id));
  });

  it("is filled from the rest where a filter leaves few of the best", async () => {
    const until = (saidAt: string): boolean => saidAt <= "2000-02-29";
    expect(shown(await find('search: "harbor", first: 30, where: { saidAt: { to: "2000-02-29" } }'))).toEqual(
      best(/harbor/gi, until).slice(0, 30),
    );
  });

  it("stands in the list of all kinds as well", async () => {
    const { search } = await ask<{ search: { edges: Edge[] } }>(
      engine,
      '{ search(query: "harbor", first: 50) { edges { score node { ... on Node { id } } } } }',
    );
    expect(shown(search.edges)).toEqual(best(/harbor/gi).slice(0, 50));
  });

  it("is looked for among the best first, and only where a page of one word or phrase is sorted so", async () => {
    const texts: string[] = [];
    const watched = {
      ...engine,
      dialect: engine.dialect,
      read: (statement: CypherStatement): Promise<GraphRecord[]> => (texts.push(statement.text), engine.read(statement)),
    };
    const asks = async (given: string): Promise<boolean> => {
      texts.length = 0;
      await ask(watched, `{ statements(first: 3, ${given}) { nodes { id } } }`);
      return texts.some((text) => /searchBest|_best'/.test(text));
    };
    expect(await asks('search: "harbor"')).toBe(true);
    expect(await asks('search: "harbor", orderBy: [{ by: RELEVANCE }]')).toBe(true);
    expect(await asks('search: "harbor w1"')).toBe(false);
    expect(await asks('search: "harb*"')).toBe(false);
    expect(await asks('search: "harbor", orderBy: [{ by: SAID_AT }]')).toBe(false);
  });
});

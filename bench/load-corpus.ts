import { ChunkStore } from "../src/seeding/draft/chunk-store";
import type { CheckedCorpora } from "../src/seeding/checked-corpora";
import type { PlannedCorpus } from "../src/seeding/draft/draft";
import { CORPUS, generateGraph, GENERATOR_VERSION } from "./generate-graph";

/** A made-up corpus as the seeder takes it, and how long the seeder's part of taking it in took. */
export interface TakenIn {
  readonly checked: CheckedCorpora;
  readonly seconds: number;
}

/** Streams the made-up world into the store that stands between the files of a corpus and the graph. */
export function takeIn(statements: number): TakenIn {
  const store = new ChunkStore();
  let ms = 0;
  const timed = (work: () => void): void => {
    const begin = performance.now();
    work();
    ms += performance.now() - begin;
  };
  for (const { nodes, relations } of generateGraph(statements)) {
    timed(() => {
      const starts = new Map(nodes.map((node) => [node.id, { nodes: [node], relations: [] as (typeof relations)[number][] }]));
      for (const relation of relations) starts.get(relation.from)?.relations.push(relation);
      for (const chunk of starts.values()) store.add(chunk);
    });
  }
  timed(() => store.seal());
  return { checked: { faults: [], notes: [], runs: [], corpora: [planned(store)] }, seconds: ms / 1000 };
}

function planned(store: ChunkStore): PlannedCorpus {
  return {
    id: CORPUS,
    version: String(GENERATOR_VERSION),
    dataset: { name: "A made-up world", version: String(GENERATOR_VERSION) },
    chunks: () => store.chunks(),
    dispose: () => store.dispose(),
    counts: store.counts,
    contentHash: store.contentHash,
    foreign: [],
    shared: new Map(),
    folder: "bench",
  };
}

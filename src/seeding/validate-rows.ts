import { CORPUS_SHAPE } from "../model/corpus-row";
import { ChunkStore, storeChunks } from "./chunk-store";
import type { DraftValue, PlannedCorpus } from "./draft";
import { findCycles } from "./find-cycles";
import type { ReadCorpus } from "./read-corpus";
import type { GivenText, HierarchyEdge, RecordContext } from "./record-context";
import { checkSlug, registerRecords } from "./register-records";
import { readFields } from "./read-fields";
import type { Fault } from "./readers/fault";
import type { RawMap } from "./readers/raw-node";
import { isAbsent } from "./read-value";
import { SlugIndex } from "./slug-index";
import { validateRecord } from "./validate-record";
import { validateRelations } from "./validate-relations";

/** Where the id of a corpus cannot be told, its records are checked under this one; it is never loaded. */
const NAMELESS = "corpus";

export interface ValidatedCorpus {
  readonly faults: readonly Fault[];
  readonly planned: PlannedCorpus;
  readonly index: SlugIndex;
}

/** Checks everything that a corpus says; every fault at once, in one pass over the records after one over their slugs. */
export function validateRows(corpus: ReadCorpus, givenTexts: ReadonlyMap<string, GivenText>): ValidatedCorpus {
  const { id, properties } = readDescription(corpus);
  const index = new SlugIndex(id);
  registerRecords(corpus.records, index);
  const shared = {
    index,
    foreign: [],
    corpusId: id,
    nodes: [],
    relations: [],
    documents: new Map(),
    hierarchy: [],
    textFiles: corpus.texts,
    givenTexts,
  };
  const contextOf = (file: RecordContext["file"]): RecordContext => ({ file, ...shared });
  for (const { shape, file, content } of corpus.records) {
    const context = contextOf(file);
    for (const entry of content.entries) validateRecord(entry, entry.key, shape, context);
  }
  if (corpus.relations !== undefined) validateRelations(corpus.relations, contextOf(corpus.relations.file));
  reportHierarchy(shared.hierarchy);
  const files = [corpus.corpus, corpus.relations, ...corpus.records];
  const faults = [...corpus.faults, ...files.flatMap((each) => each?.file.faults ?? [])];
  return { faults, index, planned: plan(corpus, id, properties, shared, index) };
}

function plan(
  { folder }: ReadCorpus,
  id: string,
  properties: Readonly<Record<string, DraftValue>>,
  { nodes, relations, foreign }: Pick<RecordContext, "nodes" | "relations" | "foreign">,
  index: SlugIndex,
): PlannedCorpus {
  const { title, ...dataset } = properties;
  const version = typeof properties["version"] === "string" ? properties["version"] : "";
  const store = new ChunkStore();
  storeChunks(nodes, relations, store);
  store.seal();
  const places = new Map([...index.shared()].map((each) => [each.id, each.place]));
  return {
    id,
    version,
    dataset: { ...dataset, ...(title !== undefined && { name: title }) },
    chunks: () => store.chunks(),
    dispose: () => store.dispose(),
    counts: store.counts,
    contentHash: store.contentHash,
    foreign,
    shared: places,
    folder,
  };
}

function readDescription({ corpus }: ReadCorpus): { id: string; properties: Readonly<Record<string, DraftValue>> } {
  if (corpus === undefined || corpus.content.unreadable) return { id: NAMELESS, properties: {} };
  const { file, content } = corpus;
  const map: RawMap = { is: "map", entries: content.entries, at: 0, ...(content.incomplete && { incomplete: true }) };
  const { properties } = content.entries.length > 0 ? readFields(map, CORPUS_SHAPE, 0, file) : { properties: {} };
  const node = content.entries.find((entry) => entry.key === "id")?.value;
  if (node === undefined || isAbsent(node)) {
    if (!content.incomplete && content.entries.length > 0)
      file.fault(node?.at ?? 0, "REQUIRED", `the corpus needs "id": its slug, part of the ids of its statements`);
    return { id: NAMELESS, properties };
  }
  if (node.is !== "scalar") {
    file.fault(node.at, "TYPE", `"id" must be a slug, got a ${node.is}`);
    return { id: NAMELESS, properties };
  }
  if (!node.broken) checkSlug(node.text, node.at, file);
  return { id: node.broken ? NAMELESS : node.text, properties };
}

/** Places within places, and organizations within organizations, must end somewhere. */
function reportHierarchy(hierarchy: readonly HierarchyEdge[]): void {
  const edges = new Map<string, string[]>();
  for (const { from, to } of hierarchy) edges.set(from, [...(edges.get(from) ?? []), to]);
  for (const cycle of findCycles(edges)) {
    const [first = "", second = first] = cycle;
    const edge = hierarchy.find((each) => each.from === first && each.to === second);
    const chain = [...cycle, first].map((id) => id.slice(id.indexOf(":") + 1)).join(" → ");
    edge?.file.fault(edge.at, "CYCLE", `each is part of the next, in a circle: ${chain}; take out one "partOf"`);
  }
}

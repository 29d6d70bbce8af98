import { isKindOf } from "../../model/ontology";
import type { PlannedCorpus } from "./draft";

/** An entity that is there already: of another corpus, or defined in this corpus's own files. */
export interface KnownEntity {
  readonly id: string;
  readonly label: string;
  /** Name and aliases. */
  readonly names: readonly string[];
  readonly wikidataId?: string;
}

/** Gives the entities of all datasets but these. */
export type ReadKnownEntities = (exceptCorpora: readonly string[]) => AsyncIterable<KnownEntity>;

/** Entities of the corpora that are loaded in the same call, and of those that the graph holds. */
export async function* knownEntities(
  corpusId: string,
  before: readonly PlannedCorpus[],
  graph?: ReadKnownEntities,
): AsyncGenerator<KnownEntity> {
  for (const corpus of before) {
    for await (const { nodes } of corpus.chunks()) {
      for (const { id, label, properties } of nodes) {
        if (!isKindOf(label, ["Entity"])) continue;
        const { name, aliases, wikidataId } = properties;
        const others = Array.isArray(aliases) ? (aliases as readonly string[]) : [];
        const names = [...(typeof name === "string" ? [name] : []), ...others];
        yield { id, label, names, ...(typeof wikidataId === "string" && { wikidataId }) };
      }
    }
  }
  if (graph !== undefined) yield* graph([corpusId, ...before.flatMap(({ id, isSkipped }) => (isSkipped ? [] : [id]))]);
}

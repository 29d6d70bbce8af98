import { parseId } from "../../model/id";
import type { ForeignReference, PlannedCorpus } from "./draft";

/** References that only the graph can look up, each once. */
export function foreignOf(corpora: readonly PlannedCorpus[]): ForeignReference[] {
  const defined = new Set(corpora.flatMap(({ shared }) => [...shared.keys()]));
  const ids = new Set(corpora.filter(({ isSkipped }) => !isSkipped).map((each) => each.id));
  const found = new Map<string, ForeignReference>();
  for (const reference of corpora.flatMap((each) => each.foreign)) {
    const corpus = parseId(reference.id)?.corpus;
    const isGiven = defined.has(reference.id) || (corpus !== undefined && ids.has(corpus));
    if (!isGiven && !found.has(reference.id)) found.set(reference.id, reference);
  }
  return [...found.values()];
}

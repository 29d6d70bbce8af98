import { isKindOf } from "../../model/ontology";
import type { KnownEntity } from "../draft/known-entity";
import type { ReadRecords } from "../files/read-corpus";
import type { SourceFile } from "../readers/source-file";
import { ownId } from "../records/add-relations";
import type { EntityDecisions } from "./read-entity-decisions";

/**
 * What `same` gives up must not be defined by a file of the corpus, nor by another corpus: it would stay beside the one that is to stand for both.
 * @param known of other corpora
 */
export async function checkGivenUp(
  { same, givenUpAt }: EntityDecisions,
  file: SourceFile,
  records: readonly ReadRecords[],
  known: AsyncIterable<KnownEntity>,
): Promise<void> {
  if (same.size === 0) return;
  const fault = (id: string, why: string): void => file.fault(givenUpAt.get(id) ?? 0, "OWNED", givenUpMessage(id, why));
  for (const { shape, file: own, content } of records) {
    if (!isKindOf(shape.label, ["Entity"])) continue;
    for (const { key, at } of content.entries) {
      const id = ownId(shape.label, key, "");
      const { line } = own.place(at);
      const to = same.get(id);
      if (to !== undefined)
        fault(
          id,
          `${own.path}:${String(line)} defines it; take that record out, write "${to}" where its slug stands, and make its names aliases of "${to}"`,
        );
    }
  }
  for await (const { id } of known) {
    const to = same.get(id);
    if (to !== undefined)
      fault(
        id,
        `another corpus defines it, where it stays; give "${to}" up for it instead, or, where that one is not this corpus's either, decide it in the corpus that defines one of them`,
      );
  }
}

/** Says of an id that is given up for another why it cannot be. */
export function givenUpMessage(id: string, why: string): string {
  return `${id} is given up here, and ${why}`;
}

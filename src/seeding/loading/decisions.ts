/** What is to be done with a node. */
export const NODE = { keep: 0, create: 1, restore: 2, update: 3, updateRelationsHash: 4 } as const;
export type NodeDecision = (typeof NODE)[keyof typeof NODE];
/** What is to be done with a relation. */
export const RELATION = { keep: 0, create: 1, update: 2 } as const;
export type RelationDecision = (typeof RELATION)[keyof typeof RELATION];

const FIRST_CAPACITY = 1 << 12;

/** One small number for each record of a corpus, in the order in which its chunks give them: one byte each. */
export class Decisions<T extends number> {
  private bytes = new Uint8Array(FIRST_CAPACITY);
  private count = 0;
  private other = 0;

  add(decision: T): void {
    if (this.count === this.bytes.length) {
      const grown = new Uint8Array(2 * this.bytes.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.count] = decision;
    this.count += 1;
    if (decision !== 0) this.other += 1;
  }

  /** How many are not "keep": that many rows have to be written. */
  get changes(): number {
    return this.other;
  }

  /** Reads them in order: one call, one record. */
  reader(): () => T {
    let at = 0;
    return () => {
      if (at >= this.count) throw new Error("The chunks gave more records than when they were compared.");
      at += 1;
      return this.bytes[at - 1] as T;
    };
  }
}

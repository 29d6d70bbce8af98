import { hash } from "node:crypto";

const FIRST_CAPACITY = 1 << 12;
/** Fuller than this, looking up gets slow. */
const MAX_FULL = 0.6;

/**
 * A set of ids that keeps 64 bits of a digest of each instead of the id: some 16 bytes an id, whatever its length. That two
 * of ten million ids share their bits has a chance of one in 400,000.
 */
export class IdSet {
  private capacity = FIRST_CAPACITY;
  /** Two numbers an id; both zero where a place is free. */
  private slots = new Uint32Array(2 * FIRST_CAPACITY);
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(id: string): void {
    if (this.count >= this.capacity * MAX_FULL) this.grow();
    const [high, low] = bitsOf(id);
    if (this.put(high, low)) this.count += 1;
  }

  has(id: string): boolean {
    const [high, low] = bitsOf(id);
    const at = this.find(high, low);
    return this.slots[at] !== 0 || this.slots[at + 1] !== 0;
  }

  private put(high: number, low: number): boolean {
    const at = this.find(high, low);
    if (this.slots[at] !== 0 || this.slots[at + 1] !== 0) return false;
    this.slots[at] = high;
    this.slots[at + 1] = low;
    return true;
  }

  /** Where it is, or the free place where it would be. */
  private find(high: number, low: number): number {
    const { slots, capacity } = this;
    let at = high & (capacity - 1);
    for (;;) {
      const [first, second] = [slots[2 * at], slots[2 * at + 1]];
      if ((first === high && second === low) || (first === 0 && second === 0)) return 2 * at;
      at = (at + 1) & (capacity - 1);
    }
  }

  private grow(): void {
    const before = this.slots;
    this.capacity *= 2;
    this.slots = new Uint32Array(2 * this.capacity);
    for (let at = 0; at < before.length; at += 2) {
      const [high = 0, low = 0] = [before[at], before[at + 1]];
      if (high !== 0 || low !== 0) this.put(high, low);
    }
  }
}

/** Never both zero, which would look like a free place. */
function bitsOf(id: string): readonly [high: number, low: number] {
  const digest = hash("sha1", id, "buffer");
  const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  return high === 0 && low === 0 ? [0, 1] : [high, low];
}

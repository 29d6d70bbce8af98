import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MB = 2 ** 20;
/** Garbage that may stand. */
const MOST_GARBAGE = 150 * MB;
/** Looking costs little, but not nothing. */
const CALLS = 500;

/**
 * Keeps V8 from growing the heap only because the machine has room: on a machine of 24 GB it lets garbage stand until there are
 * gigabytes of it. Clears the heap when enough stands that nobody needs.
 */
export class HeapKeeper {
  private calls = 0;
  private left = 0;
  private clear: (() => void) | undefined;

  /** To be called once for every record. */
  tick(): void {
    this.calls += 1;
    if (this.calls % CALLS === 0) this.look();
  }

  /** To be called now and then, such as for every chunk. */
  look(): void {
    if (getHeapStatistics().used_heap_size < this.left + MOST_GARBAGE) return;
    this.collector()();
    this.left = getHeapStatistics().used_heap_size;
  }

  /** V8 gives its collector to new contexts alone, once the flag is set. */
  private collector(): () => void {
    if (this.clear === undefined) {
      setFlagsFromString("--expose-gc");
      this.clear = runInNewContext("gc") as () => void;
    }
    return this.clear;
  }
}

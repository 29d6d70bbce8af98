import type { Fault } from "../faults/fault";
import type { FaultName } from "../faults/fault-codes";

/** A file of a corpus as its reader saw it: turns offsets into lines and columns, and collects the faults found in it. */
export class SourceFile {
  readonly faults: Fault[] = [];
  /** What should be known and hinders nothing. */
  readonly notes: Fault[] = [];
  private readonly starts: number[] = [0];

  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.starts.push(at + 1);
  }

  /** @returns the line of an offset, from 0 */
  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  place(offset: number): { line: number; column: number } {
    const line = this.lineOf(offset);
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 };
  }

  /** `12:3`, for messages that point elsewhere in the same file. */
  placeText(offset: number): string {
    const { line, column } = this.place(offset);
    return `${line}:${column}`;
  }

  fault(offset: number, name: FaultName, message: string): void {
    this.faults.push({ file: this.path, ...this.place(offset), code: `SEED_${name}`, message });
  }

  note(offset: number, name: FaultName, message: string): void {
    this.notes.push({ file: this.path, ...this.place(offset), code: `SEED_${name}`, message });
  }
}

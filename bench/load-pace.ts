/** How fast rows were written, on the whole and at both ends. */
export interface PaceFigures {
  readonly rows: number;
  readonly seconds: number;
  readonly rate: number;
  /** Rows a second in the first fifth of the nodes and relations, each counted on its own, and in the last. */
  readonly first: number;
  readonly last: number;
}

/** A clock that runs while something is written. */
export class Pace {
  private ms = 0;
  private done = 0;
  private readonly marks: { readonly done: number; readonly ms: number }[] = [{ done: 0, ms: 0 }];

  /** Runs the clock while `work` lasts. */
  async timed(rows: number, work: () => Promise<void>): Promise<void> {
    const begin = performance.now();
    await work();
    this.ms += performance.now() - begin;
    this.mark(rows);
  }

  /** Sets the clock by hand. */
  at(done: number, ms: number): void {
    this.ms = ms;
    this.mark(done - this.done);
  }

  /** @param from rows that are left out of the comparison of the ends: relations cost other than nodes */
  figures(from: number): PaceFigures {
    const rows = this.done;
    const part = (rows - from) / 5;
    const between = (low: number, high: number): number => {
      const [start, end] = [this.marks.find(({ done }) => done >= low), this.marks.findLast(({ done }) => done <= high)];
      return start && end && end.ms > start.ms ? ((end.done - start.done) / (end.ms - start.ms)) * 1000 : 0;
    };
    return {
      rows,
      seconds: this.ms / 1000,
      rate: rows / (this.ms / 1000),
      first: between(from, from + part),
      last: between(rows - part, rows),
    };
  }

  private mark(rows: number): void {
    this.done += rows;
    this.marks.push({ done: this.done, ms: this.ms });
  }
}

import type { Fault } from "../faults/fault";
import { figure } from "../faults/figure";

/** Of faults that one part of a mapping, or one column, makes in row after row: as many as show what is wrong. */
const SHOWN = 5;

/** Collects faults of rows; a million of one kind are five and a number. */
export class FaultSample {
  private readonly groups = new Map<string, { shown: Fault[]; count: number; last: Fault }>();

  add(fault: Fault): void {
    const made = /\(as [^)]*\)$/.exec(fault.message)?.[0];
    const key = `${fault.code} ${made ?? fault.file}`;
    const group = this.groups.get(key) ?? { shown: [], count: 0, last: fault };
    this.groups.set(key, group);
    group.count += 1;
    group.last = fault;
    if (group.shown.length < SHOWN) group.shown.push(fault);
  }

  /** The first of each kind, and with the last of them how many more there are. */
  faults(): Fault[] {
    return [...this.groups.values()].flatMap(({ shown, count, last }) => {
      const more = count - shown.length;
      if (more === 0) return shown;
      const rows = more === 2 ? "1 more row" : `${figure(more - 1)} more rows`;
      const message = `${last.message}; and ${rows} of this kind between this one and those above`;
      return [...shown, more === 1 ? last : { ...last, message, standsFor: more }];
    });
  }

  get count(): number {
    return [...this.groups.values()].reduce((sum, group) => sum + group.count, 0);
  }
}

import type { Fault } from "../faults/fault";
import { ownId } from "../records/add-relations";
import type { FilledRow } from "./fill-row";
import type { TablePlan } from "./mapping";
import type { NamedByRow, RowJudge } from "./row-judge";
import type { Survey } from "./survey";

/** Kinds of which a part must not stand for the whole; documents and entities are shared by rows that else have nothing in common. */
const TOGETHER = ["Statement", "Claim"];

/** A row and whom it names. */
export interface NamedRow {
  readonly table: TablePlan;
  readonly row: FilledRow;
  readonly named: readonly NamedByRow[];
}

/** What no row may load a part of, since another of its rows is bad, or all are. */
export class DoomedParts {
  /** By id, as the judge names things. */
  private readonly reasons = new Map<string, Fault>();

  constructor(
    private readonly corpusId: string,
    private readonly survey: Survey,
    private readonly judge: RowJudge,
  ) {}

  /** A statement, or claim, that several rows make would lose a part of it with one of them. */
  add({ records, file }: FilledRow, fault: Fault): void {
    const because = togetherWith(fault, file.row.line);
    for (const { plan, entry } of records) {
      if (plan.file === "relations" || !TOGETHER.includes(plan.file.shape.label)) continue;
      const id = ownId(plan.file.shape.label, entry.key, this.corpusId);
      if (this.survey.repeats.has(id) && !this.reasons.has(id)) this.reasons.set(id, because);
    }
  }

  /**
   * Finds the rows that speak of what cannot be loaded because of another one, and those that these take along.
   * @param unexplained faults that no row alone brings, by what has them
   * @param read reads all rows anew
   * @returns faults that no row could be left out for: nothing is loaded with one of them
   */
  async takeAlong(
    unexplained: ReadonlyMap<string, Fault[]>,
    read: () => AsyncIterable<NamedRow>,
    leaveOut: (row: FilledRow, table: TablePlan, fault: Fault) => void,
  ): Promise<Fault[]> {
    for (const [key, [fault]] of unexplained) if (fault !== undefined) this.reasons.set(key, fault);
    const left = new Map(unexplained);
    for (let known = 0; this.reasons.size > known; ) {
      known = this.reasons.size;
      for await (const { table, row, named } of read()) {
        const keys = this.keysOf(row, named).filter((key) => this.reasons.has(key));
        const fault = this.reasons.get(keys[0] ?? "");
        for (const key of keys) left.delete(key);
        if (fault === undefined) continue;
        this.add(row, fault);
        leaveOut(row, table, fault);
      }
    }
    return [...left.values()].flat();
  }

  /** What a row speaks of. */
  private keysOf({ records }: FilledRow, named: readonly NamedByRow[]): string[] {
    const own = records.flatMap(({ plan, entry }) =>
      plan.file === "relations" ? [] : [ownId(plan.file.shape.label, entry.key, this.corpusId)],
    );
    return [...own, ...this.judge.keysOf(records, named)];
  }
}

/** Why a row is left out that has no fault of its own. */
export function togetherWith(fault: Fault, line: number): Fault {
  const message = fault.message.replace(/^belongs together with line \d+: /, "");
  return { ...fault, message: `belongs together with line ${String(line)}: ${message}` };
}

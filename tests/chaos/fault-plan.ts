import type { Random } from "../../bench/random";
import type { FaultKind, PlannedFault } from "../support/faulty-proxy";

const KINDS: readonly FaultKind[] = ["cut", "cut all", "down", "delay", "delay", "hang", "lose commit", "lose commit"];
const FAULTS = 8;
/** About as many pieces of data pass during one run. */
const PIECES = 600;
const MAX_MS = 400;

/** What goes wrong in one run, and when: the same numbers give the same plan. */
export function faultPlan(random: Random): PlannedFault[] {
  return Array.from({ length: FAULTS }, () => {
    const kind = KINDS[random.below(KINDS.length)] ?? "cut";
    return { at: 1 + random.below(PIECES), kind, ms: 20 + random.below(MAX_MS) };
  });
}

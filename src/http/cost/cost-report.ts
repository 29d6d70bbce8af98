import type { IncomingHttpHeaders } from "node:http";
import type { Budget } from "./cost-budget";

/** The header by which a client asks what its question costs. */
export const COST_HEADER = "quoth-cost";

/** What stands under `extensions.cost`; the last two are null where no limit applies. */
export interface CostReport {
  readonly requested: number | null;
  readonly limit: number | null;
  readonly left: number | null;
}

export function wantsCost(headers: IncomingHttpHeaders): boolean {
  return headers[COST_HEADER] === "1";
}

export function costReport(requested: number | null, budget: Budget | null): CostReport {
  return { requested, limit: budget?.limit ?? null, left: budget?.left ?? null };
}

/**
 * An answer with the report behind it. It is added to the finished text, so that the answer that is kept for others stays
 * without.
 * @param text of one JSON object without `extensions` of its own, as all answers of Quoth are
 */
export function withCost(text: string, cost: CostReport): string {
  const end = text.lastIndexOf("}");
  return `${text.slice(0, end)},"extensions":${JSON.stringify({ cost })}}\n`;
}

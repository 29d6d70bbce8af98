import type { CypherStatement, CypherValue } from "../graph/cypher-statement";
import { earliestBeginning } from "../model/long-dates";
import type { KeyDate, LongDates } from "../model/long-dates";
import { sortableInstant } from "../model/partial-date";

/** A date that has to go on at an instant, and so cannot have begun earlier than the long dates of the graph allow. */
export interface GoesOn {
  readonly date: KeyDate;
  /** Milliseconds. */
  readonly at: number;
}

/**
 * A parameter that says from when on something may begin. That depends on the data, and so is known only when the statement is asked; until then
 * its value is one that leaves nothing out.
 */
export interface DeferredBound extends GoesOn {
  readonly parameter: string;
  /** Whether it is an instant, or a key that sorts by it. */
  readonly as: "instant" | "key";
}

/**
 * The statement as it is to be asked of a graph.
 * @param longDatesOf what the graph has of such dates: of the data as it is now, or was when somebody last knew it for certain
 */
export async function fillBounds(
  statement: CypherStatement,
  bounds: readonly DeferredBound[],
  longDatesOf: (date: KeyDate) => Promise<readonly LongDates[]>,
): Promise<CypherStatement> {
  if (bounds.length === 0) return statement;
  const filled: Record<string, CypherValue> = {};
  const known = new Map<string, readonly LongDates[]>();
  for (const { parameter, date, at, as } of bounds) {
    const name = `${date.label}.${date.property}`;
    const longDates = known.get(name) ?? (await longDatesOf(date));
    known.set(name, longDates);
    const earliest = earliestBeginning(at, longDates);
    filled[parameter] = as === "instant" ? earliest : later(sortableInstant(earliest), statement.parameters[parameter]);
  }
  return { ...statement, parameters: { ...statement.parameters, ...filled } };
}

/** The filter may say of itself where its keys begin. */
function later(key: string, known: CypherValue | undefined): string {
  return typeof known === "string" && known > key ? known : key;
}

import { parsePartialDate } from "../model/partial-date";
import type { PartialDate } from "../model/partial-date";

/** Corpora hold few dates many times, and parsing one takes longer than everything else about its record. */
const known = new Map<string, PartialDate | null>();
const MAX_KNOWN = 20_000;

/** `parsePartialDate`, remembering. */
export function knownDate(text: string): PartialDate | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MAX_KNOWN) known.clear();
  const date = parsePartialDate(text);
  known.set(text, date);
  return date;
}

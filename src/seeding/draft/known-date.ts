import { parsePartialDate } from "../../model/partial-date";
import type { PartialDate } from "../../model/partial-date";
import { timeBuckets } from "../../model/time-bucket";
import type { TimeUnit } from "../../model/time-bucket";

/** Corpora hold few dates many times, and parsing one takes longer than everything else about its record. */
const known = new Map<string, PartialDate | null>();
const buckets = new Map<string, Partial<Record<TimeUnit, string>>>();
const MAX_KNOWN = 20_000;

/** `parsePartialDate`, remembering. */
export function knownDate(text: string): PartialDate | null {
  const before = known.get(text);
  if (before !== undefined) return before;
  const date = parsePartialDate(text);
  remember(known, text, date);
  return date;
}

/** `timeBuckets`, remembering. */
export function knownBuckets(date: PartialDate): Partial<Record<TimeUnit, string>> {
  const before = buckets.get(date.text);
  if (before !== undefined) return before;
  const found = timeBuckets(date);
  remember(buckets, date.text, found);
  return found;
}

function remember<T>(map: Map<string, T>, text: string, value: T): void {
  if (map.size >= MAX_KNOWN) map.clear();
  map.set(text, value);
}

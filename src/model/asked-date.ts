import { parsePartialDate } from "./partial-date";
import type { PartialDate } from "./partial-date";
import { parseBucket } from "./time-bucket";

/** A date as questions write it: as corpora do, or as the name of a bucket that an answer gave. @returns null where it is neither */
export function parseAskedDate(text: string): PartialDate | null {
  return parsePartialDate(text) ?? parseBucket(text);
}

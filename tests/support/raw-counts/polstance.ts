import path from "node:path";
import { csvRows, plain, tally, textOf } from "./read-raw";
import type { Counts, RawRow } from "./read-raw";

const STANCES: Readonly<Record<string, string>> = { f: "FAVOUR", a: "AGAINST", n: "NEUTRAL" };
/** Quotes with other words in the two tables. */
const OTHERS = ["295", "296", "307", "499", "546", "1236", "1645"];

export function countPolstance(folder: string): Counts {
  const read = (file: string): RawRow[] => csvRows(textOf(path.join(folder, file), "utf-16le"), ";");
  const annotated = read("parsed_quote_db.csv");
  const known = new Set(annotated.map((row) => row.quoteID));
  const scraped = read("cleanedQuoteDB.csv").filter(({ quoteID = "" }) => !known.has(quoteID) || OTHERS.includes(quoteID));
  const all = [...annotated, ...scraped];
  const coded = annotated.filter((row) => row.falsePositive === "0");
  return {
    all: { statements: all.length, reports: all.length, documents: documentsOf(read) },
    speakers: tally([...coded, ...scraped].map((row) => politician(row))),
    stances: tally(coded.map((row) => `integration ${STANCES[row.fan ?? ""] ?? "?"}`)),
    dates: tally(all.map((row) => (row.date ?? "").replace(/(\d+)\/(\d+)\/(\d+)/, "$3-$1-$2"))),
    outlets: { ritzau: all.length },
  };
}

function documentsOf(read: (file: string) => RawRow[]): number {
  const ids = [...read("parsed_quote_db.csv"), ...read("cleanedQuoteDB.csv")].map((row) => row.articleID ?? "");
  return new Set(ids.filter((id) => id !== "")).size;
}

function politician(row: RawRow): string {
  return plain(row.politician ?? "").replace(/^ue /, "uffe ");
}

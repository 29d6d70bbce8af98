import path from "node:path";
import { csvRows, letters, plain, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** Every letter and digit of a speech stands in exactly one of its sentences. */
export function countStateOfTheState(folder: string): Counts {
  const rows = csvRows(textOf(path.join(folder, "index.csv")));
  const lettersOf = (file: string): number => letters(textOf(path.join(folder, "speeches", file)));
  return { characters: Object.fromEntries(rows.map((row) => [plain(row.governor ?? ""), lettersOf(row.filename ?? "")])) };
}

import path from "node:path";
import { csvRows, plain, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** Every letter and digit of a speech stands in exactly one of its sentences. */
export function countStateOfTheState(folder: string): Counts {
  const rows = csvRows(textOf(path.join(folder, "index.csv")));
  const letters = (file: string): number => textOf(path.join(folder, "speeches", file)).replace(/[^\p{L}\p{N}]/gu, "").length;
  return { characters: Object.fromEntries(rows.map((row) => [plain(row.governor ?? ""), letters(row.filename ?? "")])) };
}

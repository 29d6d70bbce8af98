import path from "node:path";
import { parts, plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** LIAR's train.tsv: no header, no quoting. */
export function countLiar(folder: string): Counts {
  const rows = textOf(path.join(folder, "train.tsv"))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  const venues = rows.filter((cells) => (cells[13] ?? "").trim() !== "").length;
  return {
    all: { statements: rows.length, reports: rows.length + venues, documents: rows.length + venues },
    speakers: tally(rows.map((cells) => plain(cells[4] ?? ""))),
    topics: tally(rows.flatMap((cells) => [...new Set(parts(cells[3] ?? "", ","))].map(plain))),
    ratings: tally(rows.map((cells) => cells[1] ?? "")),
    outlets: { politifact: rows.length },
  };
}

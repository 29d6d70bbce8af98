import path from "node:path";
import { parts, plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** Media that people decided to be no speakers: `chain-email: work`. */
function media(): Set<string> {
  const decisions = textOf(path.join(__dirname, "../../../examples/liar/entities.yaml"));
  return new Set([...decisions.matchAll(/^ {2}(\S+): work$/gm)].map((match) => plain(match[1] ?? "")));
}

/** LIAR's train.tsv: no header, no quoting. */
export function countLiar(folder: string): Counts {
  const rows = textOf(path.join(folder, "train.tsv"))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  const venues = rows.filter((cells) => (cells[13] ?? "").trim() !== "").length;
  const noSpeakers = media();
  return {
    all: { statements: rows.length, reports: rows.length + venues, documents: rows.length + venues },
    speakers: tally(rows.map((cells) => plain(cells[4] ?? "")).filter((speaker) => !noSpeakers.has(speaker))),
    topics: tally(rows.flatMap((cells) => [...new Set(parts(cells[3] ?? "", ","))].map(plain))),
    ratings: tally(rows.map((cells) => cells[1] ?? "")),
    outlets: { politifact: rows.length },
  };
}

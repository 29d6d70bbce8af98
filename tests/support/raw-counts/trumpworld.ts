import path from "node:path";
import { csvRows, parts, plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** Written in two ways. */
const SAME: Readonly<Record<string, string>> = {
  "john calvin fleming jr": "john fleming",
  "sergey i kislyak": "sergey kislyak",
  "joe hagin": "joseph hagin",
};

export function countTrumpworld(folder: string): Counts {
  const rows = csvRows(textOf(path.join(folder, "data/trumpworld.csv")));
  const sources = rows.flatMap((row) => parts(row["Source(s)"] ?? "", "|")).map((source) => plain(source.replace(/^https?:/, "")));
  const names = rows.flatMap((row) => [row["Entity A"] ?? "", row["Entity B"] ?? ""]).map(plain);
  return {
    all: { statements: 0, reports: 0, documents: new Set(sources).size },
    connections: tally(rows.map((row) => plain(cut(row.Connection ?? "")))),
    ends: tally(names.map((name) => SAME[name] ?? name)),
  };
}

/** Labels have at most 200 signs. */
function cut(label: string): string {
  if (label.length <= 200) return label;
  const start = label.slice(0, 199);
  return start.slice(0, start.lastIndexOf(" "));
}

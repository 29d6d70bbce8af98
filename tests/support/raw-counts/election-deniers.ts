import path from "node:path";
import { csvRows, parts, plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

const TOPIC = "legitimacy of the 2020 presidential election";

export function countElectionDeniers(folder: string): Counts {
  const rows = csvRows(textOf(path.join(folder, "fivethirtyeight_election_deniers.csv")));
  const changed = rows.filter((row) => row.Note !== "");
  const sources = rows.flatMap((row) => [...new Set(parts((row.Source ?? "").replace(/\([^)]*\)/g, ""), ",").map(plain))]);
  const addresses = rows.map((row) => row.URL ?? "").filter((url) => url !== "");
  return {
    all: {
      statements: rows.length + changed.length,
      reports: rows.length + changed.length + sources.length + addresses.length,
      documents: 1 + sources.length + new Set(addresses).size,
    },
    speakers: tally([...rows, ...changed].map((row) => plain(row.Candidate ?? ""))),
    stances: tally([...rows.map((row) => row.Stance ?? ""), ...changed.map((row) => row.Note ?? "")].map(stance)),
  };
}

function stance(words: string): string {
  if (/fully denied/i.test(words)) return `${TOPIC} AGAINST`;
  if (/accepted/i.test(words)) return `${TOPIC} FAVOUR`;
  return /raised questions/i.test(words) ? `${TOPIC} NEUTRAL` : "";
}

import path from "node:path";
import { csvRows, plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

const STANCES: Readonly<Record<string, string>> = { positive: "FAVOUR", negative: "AGAINST", neutral: "NEUTRAL" };

export function countHipHopLyrics(folder: string): Counts {
  const rows = csvRows(textOf(path.join(folder, "genius_hip_hop_lyrics.csv"), "macintosh"));
  return {
    all: { statements: rows.length, reports: rows.length, documents: new Set(rows.map((row) => row.url)).size },
    speakers: tally(rows.map((row) => artist(row.artist ?? ""))),
    stances: tally(rows.map((row) => `${plain(row.candidate ?? "")} ${STANCES[row.sentiment ?? ""] ?? ""}`)),
    topics: tally(rows.map((row) => (row.theme === "N/A" ? "" : plain(row.theme ?? "")))),
    dates: tally(rows.map((row) => row.album_release_date ?? "")),
    outlets: { genius: rows.length },
  };
}

/** Two names are damaged in the table. */
function artist(name: string): string {
  if (name.startsWith("Roxanne Shant")) return "roxanne shante";
  return plain(name.replace(/5â€™9.*$/, "5'9"));
}

import path from "node:path";
import { csvRows, letters, plain, sumUp, textOf } from "./read-raw";
import type { Counts, RawRow } from "./read-raw";

/** ClaimBuster's names that entities.yaml says to be somebody's of another spelling, or nobody's. */
const SAME: Readonly<Record<string, string>> = { "ashely parker": "ashley parker", "unidentified voice": "" };

/**
 * Two transcripts. The letters and digits of a row stand in its statements, also where both transcripts have one in common: so
 * each report counts those of its statement. ClaimBuster's speakers are the preferred ones.
 */
export function countDebates2020(folder: string): Counts {
  const claimbuster = csvRows(textOf(path.join(folder, "debates_2020.csv")));
  const rev = csvRows(textOf(path.join(folder, "debate_transcripts_v3_2020-02-26.csv"), "latin1"));
  const before = new Set<string>();
  return {
    outletDays: sumUp([
      ...claimbuster.map((row): [string, number] => [`claimbuster ${claimbusterDay(row)}`, letters(row.text ?? "")]),
      ...rev.map((row): [string, number] => [`rev ${revDay(row)}`, letters(row.speech ?? "")]),
    ]),
    "speakers of claimbuster": sumUp(
      claimbuster.map((row): [string, number] => {
        const name = plain(`${row.first_name ?? ""} ${row.last_name ?? ""}`);
        const known = SAME[name] ?? name;
        return [known === "" ? speakerByRev(row, rev, before) : known, letters(row.text ?? "")];
      }),
    ),
  };
}

/** Whom ClaimBuster does not name, the other transcript may, where it has the same words of five or more on that day. */
function speakerByRev(row: RawRow, rev: readonly RawRow[], before: Set<string>): string {
  const words = plain(row.text ?? "");
  const key = `${claimbusterDay(row)} ${words}`;
  // What ClaimBuster has twice and Rev once is the same once.
  if (words.split(" ").length < 5 || before.has(key)) return "";
  before.add(key);
  const sentences = (speech: string): string[] => speech.split(/(?<=[.?!])\s+/).map(plain);
  const found = rev.find((each) => revDay(each) === claimbusterDay(row) && sentences(each.speech ?? "").includes(words));
  const name = plain((found?.speaker ?? "").replaceAll("?", ""));
  return /^speaker \d+$/.test(name) ? "" : name;
}

/** "June 26, 2019, 9 p.m. ET" */
function claimbusterDay(row: RawRow): string {
  const [month = "", year = ""] = (row.time ?? "").split(",").map((part) => part.trim());
  const time = new Date(`${month}, ${year} 12:00 UTC`);
  return time.toISOString().slice(0, 10);
}

/** "02-25-2020" */
function revDay(row: RawRow): string {
  const [month = "", day = "", year = ""] = (row.date ?? "").split("-");
  return `${year}-${month}-${day}`;
}

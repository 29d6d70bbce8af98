import path from "node:path";
import { csvRows, plain, tally, textOf } from "./read-raw";
import type { Counts, RawRow } from "./read-raw";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const STANCES = ["", "AGAINST", "AGAINST", "NEUTRAL", "FAVOUR", "FAVOUR"];

export function countCandidates2016(folder: string): Counts {
  const read = (file: string, encoding?: string): RawRow[] => csvRows(textOf(path.join(folder, file), encoding));
  const rows = [...read("2015_01_14/statements.csv"), ...read("2015_01_30/statements.csv")];
  const statements = [...new Map(rows.map((row) => [`${row.Person ?? ""} ${row["Statement Date"] ?? ""}`, row])).values()];
  const visits = [...read("2015_01_14/events.csv"), ...read("2015_01_30/events.csv", "windows-1252")];
  const attended = new Map(visits.map((row) => [[row.Person, row.Date, occasion(row)].join("|"), row]));
  return {
    speakers: tally(statements.map((row) => plain(row.Person ?? ""))),
    dates: tally(statements.map((row) => day(row["Statement Date"] ?? ""))),
    outlets: { fivethirtyeight: rows.length },
    stances: tally(statements.map((row) => `running for president in 2016 ${STANCES[Number(row["Statement Score"])] ?? ""}`)),
    visitors: tally([...attended.values()].map((row) => plain(row.Person ?? ""))),
  };
}

function day(written: string): string {
  const [date = "", name = ""] = written.split("-");
  const month = MONTHS.indexOf(name) + 1;
  return `${month <= 3 ? "2015" : "2014"}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
}

/** The same event has its hosts behind it in one of the folders; of two book signings on one day, the type tells. */
function occasion(row: RawRow): string {
  const name = row.Event ?? "";
  if (name === "Book Signing") return plain(`${name} ${row.Type ?? ""}`);
  return name === "" ? `visit ${row.State ?? ""}` : plain(name.split(/ Sponsored| Multi-candidate/)[0] ?? "");
}

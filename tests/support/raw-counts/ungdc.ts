import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { lastWord, letters, plain, sumUp, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

/** Names of countries that stand in no other name, nor mean anything else. */
export const COUNTRIES = ["Uganda", "Norway", "Bolivia", "Kuwait", "Nepal", "Honduras"];

/** Speeches as plain text, a folder a session, and one sheet that says who spoke for whom. */
export function countUngdc(folder: string): Counts {
  const speakers = readSpeakers(folder);
  const speeches = readdirSync(path.join(folder, "TXT")).flatMap((session) =>
    readdirSync(path.join(folder, "TXT", session))
      .filter((name) => name.endsWith(".txt") && !name.startsWith("."))
      .map((name) => ({ name, text: textOf(path.join(folder, "TXT", session, name)) })),
  );
  return {
    outletDays: sumUp(speeches.map(({ name, text }): [string, number] => [`united nations ${partsOf(name).year}`, letters(text)])),
    lastNames: sumUp(
      speeches.map(({ name, text }): [string, number] => {
        const speaker = speakers(name);
        return [speaker === "" ? "delegation" : lastWord(speaker), letters(text)];
      }),
    ),
    targets: tally(speeches.flatMap(({ text }) => COUNTRIES.flatMap((name) => Array<string>(times(text, name)).fill(plain(name))))),
  };
}

function times(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, "giu"))?.length ?? 0;
}

function partsOf(file: string): { readonly iso: string; readonly session: number; readonly year: string } {
  const [iso = "", session = "", year = ""] = file.replace(".txt", "").split("_");
  return { iso, session: Number(session), year };
}

/** Who spoke, by the name of a speech's file, as the sheet writes it; empty where it names nobody. */
export function readSpeakers(folder: string): (file: string) => string {
  const speakers = speakersOf(path.join(folder, "Speakers_by_session.xlsx"));
  return (file) => {
    const { iso, session } = partsOf(file);
    return speakers.get(`${iso}_${String(session)}`) ?? "";
  };
}

/** By country and session: the sheet's own XML, cell by cell. */
function speakersOf(file: string): Map<string, string> {
  const entry = (name: string): string => execFileSync("unzip", ["-p", file, name], { maxBuffer: 1 << 28 }).toString("utf8");
  const shared = [...entry("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((match) => textIn(match[1] ?? ""));
  const speakers = new Map<string, string>();
  for (const [, row = ""] of entry("xl/worksheets/sheet1.xml").matchAll(/<row [^>]*>(.*?)<\/row>/gs)) {
    const cells = new Map<string, string>();
    for (const [, column = "", type = "", value = ""] of row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)>(?:<f>.*?<\/f>)?<v>(.*?)<\/v>/gs))
      cells.set(column, type.includes('t="s"') ? (shared[Number(value)] ?? "") : value);
    const key = `${(cells.get("C") ?? "").trim()}_${String(Number(cells.get("B")))}`;
    if (!speakers.has(key)) speakers.set(key, (cells.get("E") ?? "").trim());
  }
  return speakers;
}

function textIn(xml: string): string {
  const text = [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((match) => match[1] ?? "").join("");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

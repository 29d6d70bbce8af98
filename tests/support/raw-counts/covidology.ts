import path from "node:path";
import { plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

interface Quote {
  readonly country: string;
  readonly name: string;
  readonly quote: string;
  readonly date: string;
  readonly link: string;
  readonly death?: boolean;
}

const LANGUAGES: Readonly<Record<string, string>> = { us: "en", cr: "cs", sr: "sk" };

export function countCovidology(folder: string): Counts {
  const lines = textOf(path.join(folder, "quotes.jsonl"))
    .split("\n")
    .filter((line) => line !== "");
  const rows = lines.map((line) => JSON.parse(line) as Quote);
  // The same words on the same page stand twice in four cases.
  const quotes = [...new Map(rows.map((row) => [row.quote + row.link, row] as const).reverse()).values()].filter(
    (row) => row.death !== true,
  );
  return {
    all: { statements: quotes.length, reports: quotes.length, documents: new Set(rows.map(({ link }) => link)).size },
    speakers: tally(quotes.map(({ name }) => speaker(name))),
    dates: tally(quotes.map(({ date }) => date)),
    languages: tally(quotes.map(({ country }) => LANGUAGES[country] ?? country)),
  };
}

/** Without the role behind the comma, and without words such as "MUDr." */
function speaker(name: string): string {
  const [head = ""] = name.split(",");
  return plain(
    head
      .split(" ")
      .filter((word) => !/..\.$/.test(word))
      .join(" "),
  );
}

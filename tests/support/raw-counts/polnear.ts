import { readdirSync } from "node:fs";
import path from "node:path";
import { plain, tally, textOf } from "./read-raw";
import type { Counts } from "./read-raw";

const OUTLETS: Readonly<Record<string, string>> = {
  breitbart: "Breitbart",
  "huff-post": "Huffington Post",
  nyt: "The New York Times",
  politico: "Politico",
  "usa-today": "USA Today",
  "wash-post": "The Washington Post",
  "west-journal": "Western Journalism",
};

/** PolNeAR's .ann files: every event line that names a content is one attribution. */
export function countPolnear(folder: string): Counts {
  const articles = articlesOf(folder);
  const annotations = path.join(folder, "train/attributions");
  const attributions: { article: string; outlet: string; day: string }[] = [];
  const spans = { SOURCE: 0, CUE: 0, CONTENT: 0 };
  for (const file of readdirSync(annotations).filter((name) => name.endsWith(".ann"))) {
    const name = file.replace(/_[^_]*\.ann$/, "");
    const article = articles.get(name);
    const lines = textOf(path.join(annotations, file)).split("\n");
    const pieces = piecesOf(lines);
    for (const line of lines.filter((each) => /^E\d/.test(each) && each.includes(" Content"))) {
      attributions.push({ article: name, outlet: plain(OUTLETS[article?.publisher ?? ""] ?? ""), day: article?.day ?? "" });
      for (const [, role = "", id = ""] of line.matchAll(/ (Source|Cue|Content)\d*:(T\d+)/g))
        spans[role.toUpperCase() as keyof typeof spans] += pieces.get(id) ?? 0;
    }
  }
  return {
    all: {
      statements: attributions.length,
      reports: attributions.length,
      documents: new Set(attributions.map(({ article }) => article)).size,
    },
    outlets: tally(attributions.map(({ outlet }) => outlet)),
    days: tally(attributions.map(({ day }) => day)),
    spans,
  };
}

function articlesOf(folder: string): Map<string, { publisher: string; day: string }> {
  const [header = "", ...lines] = textOf(path.join(folder, "metadata_train.tsv")).split("\n");
  const names = header.split("\t");
  const at = (cells: readonly string[], name: string): string => cells[names.indexOf(name)] ?? "";
  const rows = lines.map((line) => line.split("\t"));
  return new Map(rows.map((cells) => [at(cells, "filename"), { publisher: at(cells, "publisher"), day: at(cells, "publication_date") }]));
}

/** How many stretches of text a span is made of: `Content 10 20;25 30`. */
function piecesOf(lines: readonly string[]): Map<string, number> {
  const spans = lines.flatMap((line) => /^(T\d+)\t\w+(?:-\w+)* ([\d ;]+)\t/.exec(line) ?? []);
  const pieces = new Map<string, number>();
  for (let at = 0; at < spans.length; at += 3) pieces.set(spans[at + 1] ?? "", (spans[at + 2] ?? "").split(";").length);
  return pieces;
}

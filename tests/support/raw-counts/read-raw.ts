import { readFileSync } from "node:fs";

/** Numbers by what is counted and by its value: `{ speakers: { "ada novak": 3 } }`. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A row of a table by the names of its columns. */
export type RawRow = Readonly<Record<string, string>>;

/** Names compare without case, accents and signs. */
export function plain(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Counts the keys; empty ones are left out. */
export function tally(keys: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) if (key !== "") counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

/** Sums the numbers of each key. */
export function sumUp(pairs: Iterable<readonly [key: string, count: number]>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [key, count] of pairs) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}

/** How many letters and digits a text has: however it is cut into sentences, they stay. */
export function letters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, "").length;
}

/** The last word of a name, which no title and no spelling of the first names changes. */
export function lastWord(name: string): string {
  return plain(name).split(" ").at(-1) ?? "";
}

/** All of a file as text, in the encoding given; a byte order mark is taken off. */
export function textOf(file: string, encoding = "utf-8"): string {
  return new TextDecoder(encoding).decode(readFileSync(file)).replace(/^\uFEFF/, "");
}

/** Reads a table with a header and quoted cells, sign by sign: slow, simple, and no part of what it checks. */
export function csvRows(text: string, separator = ","): RawRow[] {
  const table: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    table.at(-1)?.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (quoted && sign === '"' && text.charAt(at + 1) === '"') at += 1;
    else if (sign === '"') {
      quoted = !quoted;
      continue;
    }
    if (quoted || ![separator, "\n", "\r"].includes(sign)) cell += sign;
    else if (sign === separator) endCell();
    else if (sign === "\n") {
      endCell();
      table.push([]);
    }
  }
  endCell();
  const [header = [], ...rows] = table.filter((cells) => cells.length > 1);
  return rows.map((cells) => Object.fromEntries(header.map((name, column) => [name, (cells[column] ?? "").trim()])));
}

/** Parts of a cell. */
export function parts(cell: string, separator: string | RegExp): string[] {
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

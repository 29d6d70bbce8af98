import { SaxesParser } from "saxes";

/** What is needed of a workbook besides its sheets' own files. */
export interface WorkbookParts {
  /** In the order of the tabs, each with the id of its relation. */
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  /** Days are counted from 1904 on, as old Macs did. */
  readonly from1904: boolean;
}

/** Date, time, or both, by a cell's number format. */
export type DateKind = "date" | "time" | "dateTime";

const BUILT_IN_DATES: Readonly<Record<number, DateKind>> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, "time"]),
  [22, "dateTime"],
]) as Record<number, DateKind>;

/** A name without its prefix; some writers put one in front of every element. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

export function parseWorkbook(xml: string): WorkbookParts {
  const sheets: { name: string; relation: string }[] = [];
  let from1904 = false;
  walk(xml, (name, attributes) => {
    if (name === "sheet") sheets.push({ name: attributes.name ?? "", relation: attributes["r:id"] ?? attributes.id ?? "" });
    if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? "");
  });
  return { sheets, from1904 };
}

/** From a relation's id to the part of the package, such as `xl/worksheets/sheet1.xml`. */
export function parseRelations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  walk(xml, (name, { Id, Target }) => {
    if (name !== "Relationship" || Id === undefined || Target === undefined) return;
    targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
  });
  return targets;
}

/** For each cell format, by its number, whether numbers in it are dates. */
export function parseStyles(xml: string): (DateKind | undefined)[] {
  const codes = new Map<number, string>();
  const kinds: (DateKind | undefined)[] = [];
  let isInCells = false;
  walk(xml, (name, attributes) => {
    if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    if (name === "cellXfs" || name === "cellStyleXfs" || name === "cellStyles" || name === "dxfs") isInCells = name === "cellXfs";
    if (name !== "xf" || !isInCells) return;
    const id = Number(attributes.numFmtId);
    const code = codes.get(id);
    kinds.push(code === undefined ? BUILT_IN_DATES[id] : dateKind(code));
  });
  return kinds;
}

function dateKind(code: string): DateKind | undefined {
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (/general|[0#?]/i.test(bare.replace(/\.0+/g, ""))) return undefined;
  const hasDay = /[yd]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
  const hasTime = /[hs]/i.test(bare);
  if (hasDay) return hasTime ? "dateTime" : "date";
  return hasTime ? "time" : undefined;
}

/** A day number as ISO text: `2020-01-03`, `2020-01-03T08:30:00` or `08:30:00`. */
export function dateText(value: number, kind: DateKind, from1904: boolean): string {
  // Day 60 is 29 February 1900, which never was: all days after it are one too high.
  const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const iso = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString();
  if (kind === "time" && value < 1) return iso.slice(11, 19);
  const isMidnight = iso.slice(11, 19) === "00:00:00";
  return kind === "date" || isMidnight ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** A number as a spreadsheet shows it, at most 15 digits: 1946 for 1946.0, 0.3 for 0.30000000000000004. */
export function numberText(written: string): string {
  const value = Number(written);
  if (!Number.isFinite(value) || written.trim() === "") return written;
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(written)) return written;
  return String(Number(value.toPrecision(15)));
}

function walk(xml: string, onOpen: (name: string, attributes: Record<string, string>) => void): void {
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => onOpen(localName(name), attributes));
  parser.write(xml).close();
}

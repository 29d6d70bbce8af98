import { didYouMean } from "../faults/nearest-name";
import { parseName } from "../naming/parse-name";
import type { Cell } from "../readers/table-row";
import { cutText } from "../wording/cut-text";
import { readDateOrders } from "../wording/date-order";
import { makeSlug } from "../wording/make-slug";
import { parseWrittenDate } from "../wording/parse-written-date";
import { shortHash } from "../wording/short-hash";
import { splitList } from "../wording/split-list";
import { splitSentences } from "../wording/split-sentences";
import { unslug } from "../wording/unslug";
import { descend } from "./fill-template";
import { quotingOf } from "./quoting-of";
import { asList, hasColumn, isEmpty, NotFound, RowProblem } from "./template";
import type { CallScope, TemplateFunction } from "./template";

export interface FunctionEntry {
  readonly run: TemplateFunction;
  /** Least and greatest number of arguments. */
  readonly args: readonly [number, number];
  /** How it is written, for messages and docs. */
  readonly form: string;
  readonly help: string;
  /** All behind the name is one argument, blanks included. */
  readonly rest?: true;
  /** @returns what is wrong with the arguments */
  readonly check?: (args: readonly string[]) => string | undefined;
}

type TextFunction = (text: string, args: readonly string[], scope: CallScope) => Cell;

/** Of a list, every item; of nothing, nothing. */
const each =
  (run: TextFunction): TemplateFunction =>
  (value, args, scope) => {
    if (typeof value === "string") return value === "" ? "" : run(value, args, scope);
    if (Array.isArray(value)) return (value as readonly Cell[]).flatMap((item) => asList(each(run)(item, args, scope)));
    throw new RowProblem("a map stands where a text is needed; name one of its fields, such as <column.field>");
  };

const entry = (form: string, help: string, args: readonly [number, number], run: TemplateFunction): FunctionEntry => ({
  form,
  help,
  args,
  run,
});

const ENTRIES: readonly FunctionEntry[] = [
  entry(
    "split ,",
    "A list: the parts between the signs given, without blanks around them; empty parts are left out, and brackets are kept whole.",
    [1, 1],
    (value, args, scope) => each((text, [sign = ","]) => splitList(text, sign))(value, args, scope),
  ),
  entry(
    "lines",
    "A list: the lines that are not empty.",
    [0, 0],
    each((text) =>
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  ),
  entry("sentences", "A list of sentences, each with `text`, `start`, `end` (code points) and `number`.", [0, 1], each(sentences)),
  entry("join ' '", "One text of a list.", [1, 1], (value, [sign = ""]) =>
    asList(value)
      .filter((item) => typeof item === "string")
      .join(sign),
  ),
  entry("first", "The first of a list.", [0, 0], (value) => asList(value)[0] ?? ""),
  entry("last", "The last of a list.", [0, 0], (value) => asList(value).at(-1) ?? ""),
  entry("unique", "A list without doubles.", [0, 0], (value) => [
    ...new Map(asList(value).map((item) => [JSON.stringify(item), item])).values(),
  ]),
  entry(
    "trim",
    "Without blanks around it, and with one blank where several stand.",
    [0, 0],
    each((text) => text.trim().replace(/\s+/gu, " ")),
  ),
  {
    ...entry(
      "cut 200",
      "At most so many characters, cut behind a word, with … where something is missing.",
      [1, 1],
      each((text, [length = ""]) => cutText(text, Number(length))),
    ),
    check: ([length = ""]) => (/^[1-9]\d*$/.test(length) ? undefined : `"cut" wants a number of characters, got "${length}"`),
  },
  entry(
    "lower",
    "In small letters.",
    [0, 0],
    each((text) => text.toLowerCase()),
  ),
  entry(
    "upper",
    "In capital letters.",
    [0, 0],
    each((text) => text.toUpperCase()),
  ),
  entry(
    "number",
    "A number without zeros in front of it: `007` → `7`.",
    [0, 0],
    each((text) => text.trim().replace(/^(-?)0+(?=\d)/, "$1")),
  ),
  entry(
    "slug",
    "As a slug: `Dwayne Bohac` → `dwayne-bohac`.",
    [0, 0],
    each((text) => makeSlug(text)),
  ),
  entry(
    "unslug",
    "A slug as a name: `dwayne-bohac` → `Dwayne Bohac`.",
    [0, 0],
    each((text) => unslug(text)),
  ),
  entry(
    "hash",
    "Twelve signs that stand for exactly this text.",
    [0, 0],
    each((text) => shortHash(text)),
  ),
  {
    ...entry("date MM/DD/YYYY", "A date written in that order, as a date of Quoth; several orders with `or`.", [1, 1], each(date)),
    rest: true,
    // An order that cannot be used is the mapping's fault, not that of each row.
    check: ([order = ""]) => {
      const orders = readDateOrders(order);
      return typeof orders === "string" ? orders : undefined;
    },
  },
  entry(
    "before ' ('",
    "What stands in front of the first of these signs; all of it where there is none.",
    [1, 1],
    each((text, [sign = ""]) => (text.includes(sign) ? text.slice(0, text.indexOf(sign)) : text).trim()),
  ),
  entry(
    "after ': '",
    "What stands behind the first of these signs; all of it where there is none.",
    [1, 1],
    each((text, [sign = ""]) => (text.includes(sign) ? text.slice(text.indexOf(sign) + sign.length) : text).trim()),
  ),
  entry(
    "replace a b",
    "Every a by b; without b, taken out.",
    [1, 2],
    each((text, [from = "", to = ""]) => text.replaceAll(from, to)),
  ),
  entry(
    "stem",
    "A file's name without folders and ending, also in a wiki link: `people/ada.md`, `[[people/ada|Ada]]` → `ada`.",
    [0, 0],
    each((text) => (inWikiLink(text).split(/[\\/]/).at(-1) ?? "").replace(/\.[A-Za-z0-9]+$/, "")),
  ),
  entry(
    "only a b",
    "Itself where it is one of these, else nothing.",
    [1, 99],
    each((text, args) => (args.includes(text.trim()) ? text : "")),
  ),
  entry(
    "except a b",
    "Nothing where it is one of these, else itself.",
    [1, 99],
    each((text, args) => (args.includes(text.trim()) ? "" : text)),
  ),
  entry(
    "has text",
    "Itself where it holds this text, else nothing.",
    [1, 1],
    each((text, [part = ""]) => (text.includes(part) ? text : "")),
  ),
  { ...entry("default text", "This text where it is empty.", [0, 1], (value, [text = ""]) => (isEmpty(value) ? text : value)), rest: true },
  entry("lookup table column", "What the table of `lookups` says for it.", [1, 2], each(lookUp)),
  {
    ...entry(
      "name",
      "A name without titles and roles: `MUDr. Jan Novák, dietológ` → `Jan Novák`. `name last-first` where the last name stands first: `Clinton, Bill` → `Bill Clinton`.",
      [0, 1],
      each((text, [order]) => nameParts(text, order).name),
    ),
    check: checkNameOrder,
  },
  {
    ...entry(
      "role",
      "The role that stands with a name: `Joe Biden, senator` → `senator`. `role last-first` where the last name stands first: `Biden, Joe, senator` → `senator`.",
      [0, 1],
      each((text, [order]) => nameParts(text, order).role ?? ""),
    ),
    check: checkNameOrder,
  },
  entry(
    "titles",
    "The titles in front of a name, or behind it.",
    [0, 0],
    each((text) => parseName(text).titles),
  ),
  entry("quoting", "DIRECT where all of it stands in quote marks, MIXED where a part does, else INDIRECT.", [0, 0], (value) =>
    quotingOf(asList(value)),
  ),
  entry("field name", "Of a list of maps, this field of each.", [1, 1], (value, [name = ""]) =>
    asList(value).flatMap((item) => descend(item, name.split(".")) ?? []),
  ),
  entry("where field text", "Of a list of maps, those whose field has this value.", [2, 2], (value, [field = "", wanted = ""]) =>
    asList(value).filter((item) => !Array.isArray(item) && typeof item === "object" && descend(item, [field]) === wanted),
  ),
];

/** Every function that a blank may name, by name. docs/mapping.md lists them. */
export const FUNCTIONS: ReadonlyMap<string, FunctionEntry> = new Map(ENTRIES.map((known) => [known.form.split(" ")[0] ?? "", known]));

/** `[[people/ada#life|Ada]]` names the file people/ada. */
function inWikiLink(text: string): string {
  return /^\s*!?\[\[([^\]|#]*)[^\]]*\]\]\s*$/.exec(text)?.[1]?.trim() ?? text;
}

function checkNameOrder([order]: readonly string[]): string | undefined {
  const isKnown = order === undefined || ["first-last", "last-first"].includes(order);
  return isKnown ? undefined : `the order of a name is last-first, or nothing where the first name stands first, got "${order}"`;
}

function nameParts(text: string, order: string | undefined): ReturnType<typeof parseName> {
  return parseName(text, order === "last-first" ? { order } : {});
}

function sentences(text: string, [language]: readonly string[]): Cell {
  return splitSentences(text, language).map((sentence, at) => ({
    text: sentence.text,
    start: String(sentence.start),
    end: String(sentence.end),
    number: String(at + 1),
  }));
}

function date(text: string, [order = ""]: readonly string[]): Cell {
  const read = parseWrittenDate(text, order);
  if ("date" in read) return read.date;
  throw new RowProblem(
    /; /.test(read.problem) ? read.problem : `${read.problem}; correct the cell, or name its order as well, behind "or"`,
  );
}

function lookUp(key: string, [table = "", column]: readonly string[], scope: CallScope): Cell {
  const lookup = scope.lookup(table);
  if (lookup === undefined) throw new RowProblem(`the mapping has no lookup "${table}"`);
  const row = lookup.find(key.trim());
  // The mapping is told of it once.
  if (column !== undefined && lookup.columns !== undefined && !hasColumn(lookup.columns, column)) return "";
  if (row === undefined) throw new NotFound(`"${key.trim()}" is not in the lookup "${table}"; add it there, or write | default behind it`);
  const name = column ?? lookup.only;
  if (name === undefined) throw new RowProblem(`the lookup "${table}" has several columns; write which one: lookup ${table} <column>`);
  const found = descend(row, [name]) ?? descend(row, name.split("."));
  if (found === undefined)
    throw new NotFound(`the lookup "${table}" has no "${name}" for "${key.trim()}"${didYouMean(name, Object.keys(row))}`);
  return found;
}

import { newStemmer } from "snowball-stemmers";
import { transliterate } from "transliteration";
import { fold } from "./value-holds";
import type { RawFields } from "./raw-fields";
import type { World } from "./world-types";

/** One thing that is looked for; a word is a phrase of one. */
export interface Clause {
  readonly match: "phrase" | "prefix" | "fuzzy";
  readonly words: readonly string[];
  readonly not?: boolean;
}

/** Something that has words: its texts by field. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly language: string | null;
  readonly fields: readonly { readonly field: string; readonly text: string }[];
}

export interface Mark {
  readonly field: string;
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

interface Word {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

/** Below so many that have all words, those with any are found, too. */
const FEW = 5;
const known = new Map<string, readonly Word[]>();
const english = newStemmer("english");

/** Everything in the corpora that a search can find. */
export function itemsOf(world: World, raw: ReadonlyMap<string, RawFields>): Item[] {
  const text = (field: string, value: string | null): Item["fields"] => (value === null ? [] : [{ field, text: value }]);
  return [
    ...world.entities.map(({ id, kind, name, aliases }) => {
      const fields = [...text("name", name), ...aliases.flatMap((alias) => text("aliases", alias))];
      return { id, kind, language: null, fields };
    }),
    ...world.statements.map((each) => ({ id: each.id, kind: "STATEMENT", language: each.language, fields: text("text", each.text) })),
    ...world.documents.map(({ id, title }) => {
      const fields = [...text("title", title), ...text("text", raw.get(id)?.text ?? null)];
      return { id, kind: "DOCUMENT", language: raw.get(id)?.language ?? null, fields };
    }),
    ...world.claims.map((each) => {
      return { id: each.id, kind: "CLAIM", language: raw.get(each.id)?.language ?? null, fields: text("text", each.text) };
    }),
  ];
}

/** The ids that a search of these items finds; where a few have all that is wanted, also those that have any of it. */
export function found(items: readonly Item[], clauses: readonly Clause[]): string[] {
  const wanted = clauses.filter((each) => !each.not);
  const rest = items.filter((item) => !clauses.some((each) => each.not && has(item, each)));
  if (wanted.length === 0) return [];
  const strict = rest.filter((item) => wanted.every((each) => has(item, each)));
  const shown = strict.length >= FEW ? strict : rest.filter((item) => wanted.some((each) => has(item, each)));
  return shown.map((item) => item.id);
}

/** Whether an item has all that is wanted. */
export function hasAll(item: Item, clauses: readonly Clause[]): boolean {
  return clauses.every((each) => each.not ?? has(item, each));
}

/** Where an item has what is wanted: its marked fields, by field and text. */
export function marksOf(item: Item, clauses: readonly Clause[]): Mark[] {
  const wanted = clauses.filter((each) => !each.not);
  return item.fields.flatMap(({ field, text }) => {
    const words = wordsOf(text, item.language);
    const ranges = merge(wanted.flatMap((each) => placesOf(words, each, item.language)));
    if (ranges.length > 0) return [{ field, text, ranges }];
    const isLatin = isEntity(item) && wanted.some((each) => latinForms(text).some((form) => placesOf(form, each, null).length > 0));
    return isLatin ? [{ field, text, ranges: [{ start: 0, end: [...text].length }] }] : [];
  });
}

function has(item: Item, clause: Clause): boolean {
  return item.fields.some(({ text }) => {
    const forms = [wordsOf(text, item.language), ...(isEntity(item) ? latinForms(text) : [])];
    return forms.some((words) => placesOf(words, clause, item.language).length > 0);
  });
}

function isEntity(item: Item): boolean {
  return !["STATEMENT", "DOCUMENT", "CLAIM"].includes(item.kind);
}

/** A name in another script, in Latin letters. */
function latinForms(name: string): (readonly Word[])[] {
  return /[^\p{Script=Latin}\p{Script=Common}\p{M}]/u.test(name)
    ? [name.normalize("NFC"), foldWord(name)].map((each) => wordsOf(transliterate(each), null))
    : [];
}

/** The words of a text with their places in code points. */
export function wordsOf(text: string, language: string | null): readonly Word[] {
  const key = `${language ?? ""} ${text}`;
  const words = known.get(key) ?? readWords(text, language);
  known.set(key, words);
  return words;
}

function readWords(text: string, language: string | null): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}ـ]*/gu)].map((match) => {
    const start = [...text.slice(0, match.index)].length;
    const word = foldWord(match[0]);
    return { word, stem: stemOf(word, language), start, end: start + [...match[0]].length };
  });
}

function foldWord(word: string): string {
  return fold(word).replace(/ة/g, "ه");
}

/** Of the corpora's languages, English alone has a stemmer. */
function stemOf(word: string, language: string | null): string {
  return /^en(-|$)/.test(language ?? "") ? english.stem(word) : word;
}

function placesOf(words: readonly Word[], { match, words: given }: Clause, language: string | null): { start: number; end: number }[] {
  const asked = given.flatMap((each) => wordsOf(each, language));
  const [first] = asked;
  if (first === undefined) return [];
  const distance = match === "fuzzy" ? distanceFor(first.word) : 0;
  if (match === "prefix") return words.filter((each) => each.word.startsWith(first.word)).map(placeOf);
  if (distance > 0) return words.filter((each) => isNear(each.word, first.word, distance)).map(placeOf);
  return words.flatMap((each, at) => {
    const last = words[at + asked.length - 1];
    return last && asked.every(({ stem }, index) => words[at + index]?.stem === stem) ? [{ start: each.start, end: last.end }] : [];
  });
}

function placeOf({ start, end }: Word): { start: number; end: number } {
  return { start, end };
}

function distanceFor(word: string): number {
  const { length } = [...word];
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

function isNear(a: string, b: string, distance: number): boolean {
  return Math.abs([...a].length - [...b].length) <= distance && editsBetween(a, b) <= distance;
}

/** Edit distance by its recursive definition: short words only. */
function editsBetween(a: string, b: string): number {
  const kept = new Map<string, number>();
  const [left, right] = [[...a], [...b]];
  const edits = (i: number, j: number): number => {
    if (i === left.length || j === right.length) return left.length - i + (right.length - j);
    const key = `${String(i)} ${String(j)}`;
    const counted = kept.get(key);
    if (counted !== undefined) return counted;
    const least = left[i] === right[j] ? edits(i + 1, j + 1) : 1 + Math.min(edits(i + 1, j), edits(i, j + 1), edits(i + 1, j + 1));
    kept.set(key, least);
    return least;
  };
  return edits(0, 0);
}

/** Stretches that overlap are one. */
function merge(ranges: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.reduce<{ start: number; end: number }[]>((merged, { start, end }) => {
    const last = merged.at(-1);
    if (!last || start >= last.end) return [...merged, { start, end }];
    return [...merged.slice(0, -1), { start: last.start, end: Math.max(last.end, end) }];
  }, []);
}

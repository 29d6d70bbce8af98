import { BODY_WORD, COMPANY_FORM, GENERATION, LAST_WORD_TITLE, ROYAL_TITLE, SHORT_TITLE, TITLE_BEHIND, WORD_TITLE } from "./name-titles";

/** A name as tables write it, taken apart. */
export interface ParsedName {
  /** Without titles, with Jr. and its like; never empty where the text is not. */
  readonly name: string;
  /** As written, from left to right: `Prof.`, `MUDr.`, `CSc.` */
  readonly titles: readonly string[];
  /** What stands behind a comma, or else in brackets at the end. */
  readonly role?: string;
  /** What stands in brackets at the end where a comma gave the role. */
  readonly rest?: string;
}

/** How a column writes names: nothing in "King, Larry" itself tells which part comes first. */
export interface NameOptions {
  readonly order?: "first-last" | "last-first";
}

/** A lower-case word, "of" above all, says that what stood before is no title of a name. */
const NAME_START = /^["'“‘(]?(?:[\p{Lu}\p{Lt}\p{Lo}]|(?:al|el|de|von|van|bin|ben|da|di|du|ter|d'|ul)[\s'-])/u;
/** Behind a name, and no office: years, an age, and how sure it is that somebody said it. */
const NO_ROLE =
  /^(?:(?:born|died|aged?|b\.|d\.)?\s*\d+(?:\s?[-–—]\s?\d*)?|(?:alleg|report|suppos|purport|assert)edly|presumably|apparently|probably|possibly|sic)$/iu;
const BRACKETS = /^(.*\S)\s*[([]([^()[\]]*)[)\]]?$/su;

/**
 * Takes titles and roles off a name: "Prof. MUDr. Jan Novák, CSc., dietológ" is Jan Novák with three titles and a role.
 * Only the text decides, so it keeps to what is nearly always so. Titles of one word (President, General) count where a
 * name follows. Left whole: companies ("Johnson & Johnson, Inc."), bodies with commas in their names, inverted names of
 * countries ("Korea, Republic of"), kings with a single name, and a "name" that is nothing but a title.
 */
export function parseName(text: string, options: NameOptions = {}): ParsedName {
  const [head, inBrackets] = splitBrackets(tidy(text));
  const parts = head
    .split(",")
    .map(tidy)
    .filter((part) => part !== "");
  if (parts.length === 0) return { name: tidy(text), titles: [] };
  if (isWhole(parts)) return { name: parts.join(", "), titles: [], ...rolesOf([], inBrackets) };
  const [first = "", ...others] = options.order === "last-first" ? turnRound(parts) : parts;
  const { name, behind, left } = takeBehind(first, others);
  const bare = takeTitles(name);
  return { name: bare.name, titles: [...bare.titles, ...behind], ...rolesOf(left, inBrackets) };
}

function tidy(text: string): string {
  // "Mr, Lee" lost its full stop.
  return text
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, "")
    .replace(/^(Mr|Mrs|Ms|Dr|Prof), ?(?=\p{Lu})/u, "$1. ");
}

function splitBrackets(text: string): [head: string, inBrackets: string | undefined] {
  const match = BRACKETS.exec(text);
  const inside = tidy(match?.[2] ?? "");
  // Brackets in a role belong to it: "senator (Democrat)".
  return match?.[1] === undefined || inside === "" ? [text, undefined] : [match[1], inside];
}

/** Names whose commas part nothing that could be taken off. */
function isWhole(parts: readonly string[]): boolean {
  const [first = "", second = ""] = parts;
  if (parts.length === 1) return false;
  return (
    COMPANY_FORM.test(second) ||
    BODY_WORD.test(first) ||
    / of(?: the)?$/u.test(parts.at(-1) ?? "") ||
    /^(?:and|&) /u.test(parts.at(-1) ?? "")
  );
}

/** "Biden, Joseph R., Jr., senator" → "Joseph R. Biden", "Jr.", "senator". */
function turnRound(parts: readonly string[]): string[] {
  const at = parts.findIndex((part, index) => index > 0 && !GENERATION.test(part));
  if (at < 0) return [...parts];
  return [`${parts[at] ?? ""} ${parts[0] ?? ""}`, ...parts.slice(1, at), ...parts.slice(at + 1)];
}

/** Takes generations to the name and degrees to the titles, up to the first part that is neither. */
function takeBehind(first: string, others: readonly string[]): { name: string; behind: string[]; left: readonly string[] } {
  let name = first;
  const behind: string[] = [];
  const word = LAST_WORD_TITLE.exec(first);
  if (word?.[1] !== undefined && word[2] !== undefined) {
    name = word[1];
    behind.push(word[2]);
  }
  for (const [at, part] of others.entries()) {
    if (GENERATION.test(part)) name += `, ${part}`;
    else if (TITLE_BEHIND.test(part)) behind.push(part);
    else return { name, behind, left: others.slice(at) };
  }
  return { name, behind, left: [] };
}

function takeTitles(text: string): { name: string; titles: string[] } {
  let name = text;
  const titles: string[] = [];
  for (let match = titleAt(name); match; match = titleAt(name)) {
    titles.push(tidy(match[1] ?? ""));
    name = name.slice(match[0].length);
  }
  return { name, titles };
}

/** The title that a text begins with, if what follows can be a name. */
function titleAt(text: string): RegExpExecArray | null {
  const short = SHORT_TITLE.exec(text);
  if (short) return NAME_START.test(text.slice(short[0].length)) ? short : null;
  const royal = ROYAL_TITLE.exec(text);
  const match = WORD_TITLE.exec(text) ?? royal;
  if (!match || BODY_WORD.test(text)) return null;
  const rest = text.slice(match[0].length);
  if (match === royal && !/^\S+\s+(?![IVX]+$|of )/u.test(rest)) return null;
  return NAME_START.test(rest) ? match : null;
}

function rolesOf(parts: readonly string[], inBrackets: string | undefined): Pick<ParsedName, "role" | "rest"> {
  const said = parts.filter((part) => !NO_ROLE.test(part));
  const bracketed = inBrackets === undefined || NO_ROLE.test(inBrackets) ? undefined : inBrackets;
  if (said.length === 0) return bracketed === undefined ? {} : { role: bracketed };
  return { role: said.join(", "), ...(bracketed === undefined ? {} : { rest: bracketed }) };
}

import { classifySource } from "./classify-source";
import { isFullName, isPersonsName, NO_LAST_NAME } from "./is-persons-name";
import { isRole, PARTY_TAG } from "./is-role";
import { listNames } from "./list-names";
import { ACRONYM, COMMA, tidyPhrase, withoutOf } from "./name-shapes";
import { BODY_WORD, COMPANY_FORM, GENERATION, SHORT_TITLE, TITLE_BEHIND } from "./name-titles";
import { parseSource } from "./parse-source";
import { LARGE } from "./source-words";

const AND = /(,?)\s+(?:and|or|nor)\s+/gu;
const ET_AL = /,?\s+et\.?\s+al\b\.?/giu;

/** What a source's text ends with: its name; a party's tag, with which no "and" goes on; an office; small words; large ones that may be anything. */
type End = "name" | "tag" | "role" | "words" | "open";

interface Source {
  readonly text: string;
  readonly end: End;
}

/**
 * The several sources that one phrase joins ("Lee and Moor", "both Ann Lee and her staff"), those of them that have a name; one
 * that joins nothing, and the name of a body with an "and" in it, comes back whole. So does an office with an "and" in it: "Ann Lee,
 * President and CEO" is one, "Ann Lee, Mayor of Moor, and Ben Moor" are two. Where it is not plain, the phrase stays whole.
 */
export function splitSource(text: string): readonly string[] {
  const plain = tidyPhrase(text)
    .replace(ET_AL, " and others")
    .replace(/^(?:both|neither|either)\s+/iu, "");
  const whole = withoutOf(plain) ?? plain;
  for (const { index, 0: and, 1: comma = "" } of whole.matchAll(AND)) {
    const [first, second] = [whole.slice(0, index), whole.slice(index + and.length)];
    const parts = first.split(COMMA);
    // What stands in brackets describes.
    if (/[([][^)\]]*$/u.test(first)) continue;
    if (isBodyWithAnd(parts[0] ?? "")) return [text];
    const sources = sourcesIn(parts);
    const end = sources.at(-1)?.end ?? "name";
    const isWithin = comma === "" && isBodyWithAnd(parts.at(-1) ?? "");
    if (isWithin || !joins(end, comma, second, first)) {
      // In an office another "and" may follow: "Ann Lee, President and CEO, and Ben Moor".
      if (end === "words") return [text];
      continue;
    }
    const named = [...sources.map((each) => each.text), ...splitSource(second)].filter((part) => classifySource(part) === "NAMED");
    return named.length === 0 ? [text] : named;
  }
  return listNames(plain) ?? [text];
}

/** The sources in the parts between commas, each with what stands behind its name. */
function sourcesIn(parts: readonly string[]): Source[] {
  const sources: Source[] = [];
  for (const part of parts) {
    const before = sources.at(-1);
    const end = before === undefined ? endOfFirst(part, parts.length) : endBehind(before, part);
    if (before === undefined || end === undefined) sources.push({ text: part, end: end ?? "name" });
    else sources[sources.length - 1] = { text: `${before.text}, ${part}`, end };
  }
  return sources;
}

/** "Polls in Moor, Oak and Ash" name nobody; of "her opponents, Ann Lee and Ben Moor" those who are surely people are named. */
function endOfFirst(part: string, count: number): End {
  return count === 1 || LARGE.test(part) ? "name" : "open";
}

/** @returns undefined where the part is another source */
function endBehind({ text, end }: Source, part: string): End | undefined {
  if ([GENERATION, TITLE_BEHIND, COMPANY_FORM].some((form) => form.test(part))) return end;
  if (PARTY_TAG.test(part)) return "tag";
  // "Ann Lee, who met Ben Moor, Cy Dole" goes on with her.
  if (!LARGE.test(part) || end === "words") return "words";
  if (isRole(part)) return "role";
  if (isPersonsName(part) || SHORT_TITLE.test(part)) return isOneUnnamed(text) ? "name" : undefined;
  // Behind a last name others may follow; behind a full name a single word, or a body's, is where or for whom.
  const isNext = end === "tag" || (end === "name" && (!isFullName(text) || isSomebody(part)));
  return isNext ? undefined : "open";
}

/** "His brother, Ben Moor, and Ann Lee" */
function isOneUnnamed(text: string): boolean {
  return classifySource(text) === "UNNAMED" && /\s\p{Ll}+$/u.test(text) && !text.endsWith("s");
}

/** Whether "and" joins another source to what stands before it, and is no part of an office. */
function joins(end: End, comma: string, second: string, first: string): boolean {
  // "Founder and CEO Ann Lee" has two offices.
  if (comma === "" && isRole(first) && parseSource(second).role !== undefined) return false;
  if (end === "name" || end === "tag") return true;
  if (end === "words") return comma !== "";
  const next = second.split(/,\s|\s(?:and|or|nor)\s/u)[0] ?? "";
  if (SHORT_TITLE.test(next) || (comma !== "" && isPersonsName(next))) return true;
  return comma !== "" && end === "role" && isSomebody(next);
}

/** More than one large word, which may as well be what an office is over: "Secretary of Commerce, Labour, and Transport". */
function isSomebody(text: string): boolean {
  if (isRole(text) || classifySource(text) !== "NAMED") return false;
  return ACRONYM.test(text) || (text.includes(" ") && !BODY_WORD.test(text) && !NO_LAST_NAME.test(text));
}

/** "Department of Health and Human Services" */
function isBodyWithAnd(first: string): boolean {
  return BODY_WORD.test(`${first} `) && /\s(?:of|on|for)\s/u.test(first);
}

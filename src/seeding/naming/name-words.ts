import { foldedNames } from "../../search/folded-names";

const WORD = /[\p{L}\p{N}\p{M}]+(?:['-][\p{L}\p{N}\p{M}]+)*/gu;
/** What tells people of one name apart. */
export const GENERATIONS: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv"]);

/**
 * The words by which names are compared, one list for each form of the name (its own script, Latin letters): folded, without
 * signs, initials in a row as one word, so that "J. R. Lee, Jr." and "J.R. Lee Jr" are the same and "U.S." is "US".
 */
export function nameForms(name: string): string[][] {
  return foldedNames([name]).map((form) => joinInitials(form.match(WORD) ?? [form]));
}

function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let initials = false;
  for (const word of words) {
    const isInitial = /^\p{L}$/u.test(word);
    if (isInitial && initials) joined.push(`${joined.pop() ?? ""}${word}`);
    else joined.push(word);
    initials = isInitial;
  }
  return joined;
}

/** The last word that is no generation: King of "Martin Luther King, Jr." */
export function lastName(words: readonly string[]): string {
  return words.findLast((word, at) => at === 0 || !GENERATIONS.has(word)) ?? "";
}

/**
 * Whether each of these words is one of those, each time another one. An initial stands for a word in its place only: a first
 * name for a first, a middle one for a middle; the last name is never cut ("Wes Allen" is not "Rick W. Allen").
 */
export function areAmong(words: readonly string[], others: readonly string[]): boolean {
  const left = others.map((word, at) => ({ word, place: placeOf(at, others) }));
  return words.every((word, index) => {
    const place = placeOf(index, words);
    const at = left.findIndex((other) => other.word === word || (place === other.place && place !== "last" && isInitial(word, other.word)));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function placeOf(at: number, words: readonly string[]): "first" | "middle" | "last" {
  if (at === 0) return "first";
  return words.slice(at + 1).every((word) => GENERATIONS.has(word)) ? "last" : "middle";
}

/** Whether one of the two is the other's first letter. */
function isInitial(one: string, other: string): boolean {
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}

import { foldedNames } from "../../search/folded-names";

const WORD = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const GENERATIONS = new Set(["jr", "sr", "ii", "iii", "iv"]);

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

/** Whether each of these words is one of those, each time another one; an initial is the beginning of a word. */
export function areAmong(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return words.every((word) => {
    const at = left.findIndex((other) => other === word || isInitialOf(word, other) || isInitialOf(other, word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isInitialOf(short: string, word: string): boolean {
  return short.length === 1 && word.startsWith(short);
}

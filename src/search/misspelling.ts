/**
 * A regular expression (the common part of Java's and Rust's) for what a word may be when up to `distance` letters are
 * missing, added or exchanged (Levenshtein 1966). It holds letters and digits of the word, and `[^ ]` for any other.
 */
export function misspellingPattern(word: string, distance: number): string {
  const alternatives = misspellings([...word], 0, distance);
  return [...new Set(alternatives)].join("|");
}

const ANY = "[^ ]";

function misspellings(letters: readonly string[], from: number, edits: number): string[] {
  if (edits === 0) return [letters.join("")];
  const found: string[] = [];
  for (let at = from; at <= letters.length; at++) {
    const [before, after] = [letters.slice(0, at), letters.slice(at)];
    const further = (changed: readonly string[], next: number): string[] => misspellings(changed, next, edits - 1);
    // Exchanged or missing, then added.
    if (at < letters.length) found.push(...further([...before, `${ANY}?`, ...after.slice(1)], at + 1));
    found.push(...further([...before, ANY, ...after], at + 1));
  }
  return found;
}

/** Of `distance` + 1 pieces of a word, each misspelling keeps at least one whole: a quick test before a thorough one. */
export function piecesOf(word: string, distance: number): string[] {
  const letters = [...word];
  const length = Math.ceil(letters.length / (distance + 1));
  return Array.from({ length: distance + 1 }, (_, index) => letters.slice(index * length, (index + 1) * length).join("")).filter(
    (piece) => piece !== "",
  );
}

/** Whether two words differ by no more letters than that. */
export function isMisspelling(a: string, b: string, distance: number): boolean {
  const [left, right] = [[...a], [...b]];
  if (Math.abs(left.length - right.length) > distance) return false;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of left.entries()) {
    const next = [i + 1];
    for (const [j, other] of right.entries()) {
      const exchanged = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return (row[right.length] ?? Infinity) <= distance;
}

/** Past this many comparisons in one check, no more suggestions are looked for: a corpus that is wrong throughout ends, too. */
const MAX_COMPARISONS = 20_000_000;
const MAX_DISTANCE = 2;
let comparisons = 0;

/**
 * The name that was probably meant: at most two letters (replaced, left out, added or swapped with their neighbour) away,
 * and never so far that a short name becomes another one.
 */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.min(MAX_DISTANCE, Math.max(1, Math.floor([...wanted].length / 2))) + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > MAX_DISTANCE) continue;
    if ((comparisons += 1) > MAX_COMPARISONS) return best;
    const distance = name.toLowerCase() === wanted.toLowerCase() ? 0 : damerauLevenshtein(wanted, name, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** Called at the start of a check. */
export function resetNearestName(): void {
  comparisons = 0;
}

/** What looks like another text, and is one to a machine. */
export const IN_NFC = 'write it in Unicode form NFC, where an accented letter is one sign (in a mapping: "| slug" behind the column)';

/** @returns `, did you mean "x"?`, or nothing where no name is near */
export function didYouMean(wanted: string, names: Iterable<string>): string {
  const composed = wanted.normalize("NFC");
  const nearest = nearestName(composed, names);
  if (nearest === undefined) return "";
  return `, did you mean "${nearest}"?${nearest === composed && composed !== wanted ? ` It looks the same: ${IN_NFC}` : ""}`;
}

/** Optimal string alignment distance; gives up, with `limit`, once no way below it is left. */
export function damerauLevenshtein(a: string, b: string, limit: number): number {
  const [from, to] = [[...a], [...b]];
  let [beforeLast, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const plain = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
      row.push(swapped ? Math.min(plain, (beforeLast[j - 2] ?? 0) + 1) : plain);
    }
    if (Math.min(...row) >= limit) return limit;
    [beforeLast, last] = [last, row];
  }
  return last[to.length] ?? limit;
}

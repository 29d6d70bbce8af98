/** @param words with a blank between each two */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const WORDS_A_SHINGLE = 3;
/** Of shorter texts, a word more or less makes another statement. */
const MIN_WORDS = 6;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The distinct runs of three words of a text, each as a 32-bit hash.
 * @param normalized words with single blanks between
 * @returns an empty list for a text under six words
 */
export function shinglesOf(normalized: string): Uint32Array {
  const words = normalized === "" ? [] : normalized.split(" ").map(hashWord);
  if (words.length < MIN_WORDS) return new Uint32Array(0);
  const shingles = new Uint32Array(words.length - WORDS_A_SHINGLE + 1);
  for (let at = 0; at < shingles.length; at += 1) {
    let hash = 0;
    for (let word = 0; word < WORDS_A_SHINGLE; word += 1) hash = mix(Math.imul(hash, 31) + (words[at + word] ?? 0));
    shingles[at] = hash;
  }
  return distinct(shingles.sort());
}

/** Shared shingles by all shingles of both (Jaccard), from two sorted lists. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] ?? 0, b[j] ?? 0];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a. */
export function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash >>> 0;
}

/** Spreads the bits of a number over all 32 (the finalizer of MurmurHash3). */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function distinct(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (const value of sorted) if (count === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  return sorted.slice(0, count);
}

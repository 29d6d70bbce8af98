import { normalizeWording } from "./normalize-wording";
import { hashWord, jaccard, mix, shinglesOf } from "./shingles";

/** Two texts that are nearly the same; `a` was added before `b`. */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  /** From 0 to 1: the share of the two texts' runs of three words that both have (Jaccard). */
  readonly similarity: number;
}

/** How near is near, and where the texts are. */
export interface NearOptions {
  /** 0.5 where it is not given: half of a text, or twelve words with one of them misspelt. */
  readonly threshold?: number;
  /** Gives a text back by its key: similarities are then exact, else estimates that may be off by a tenth. */
  readonly textOf?: (key: number) => string;
}

/** 21 bands of 3: of pairs that share half, 94 in 100 are found; seven tenths, all but one in 10,000. */
const BANDS = 21;
const ROWS = 3;
const HASHES = BANDS * ROWS;
const CHUNK = 4096;
/** How far an estimate by 63 hashes may be below the truth and still be worth a look. */
const SLACK = 0.2;
/** In a crowd of texts that share a band, each is compared with this many that follow. */
const MAX_NEIGHBOURS = 50;
const MAX_CACHED = 5_000;
const SEEDS = Uint32Array.from({ length: HASHES }, (_, at) => mix(at + 1));

/** A stretch of what is kept of the texts: full arrays are never copied. */
interface Chunk {
  readonly keys: Float64Array;
  readonly whole: Float64Array;
  readonly signatures: Uint32Array;
}

/**
 * Finds texts that are nearly the same without comparing every pair: MinHash over runs of three words, compared where a
 * band of it is equal. Keeps about 270 bytes a text and not the text. Texts under six words are never near to anything.
 * Texts that are equal by `normalizeWording` are paired with the first of them alone, at 1.
 * @see https://www.cs.princeton.edu/courses/archive/spring13/cos598C/broder97resemblance.pdf
 */
export class NearDuplicates {
  private readonly threshold: number;
  private readonly textOf: ((key: number) => string) | undefined;
  private readonly chunks: Chunk[] = [];
  private readonly cached = new Map<number, Uint32Array>();
  private count = 0;

  constructor(options: NearOptions = {}) {
    this.threshold = options.threshold ?? 0.5;
    this.textOf = options.textOf;
  }

  add(key: number, text: string): void {
    const normalized = normalizeWording(text);
    const shingles = shinglesOf(normalized);
    if (shingles.length === 0) return;
    const at = this.count % CHUNK;
    if (at === 0) this.chunks.push(newChunk());
    const chunk = this.chunks.at(-1);
    if (chunk === undefined) return;
    chunk.keys[at] = key;
    // Two hashes as one number of 52 bits, so that equal means equal.
    chunk.whole[at] = hashWord(normalized) * 2 ** 20 + (mix(hashWord([...normalized].reverse().join(""))) >>> 12);
    sign(shingles, chunk.signatures.subarray(at * HASHES, (at + 1) * HASHES));
    this.count += 1;
  }

  /** Each pair once, in no order that matters. */
  *pairs(): Generator<NearPair> {
    const isCopy = new Uint8Array(this.count);
    yield* this.copies(isCopy);
    for (let band = 0; band < BANDS; band += 1) {
      for (const bucket of buckets(this.count, (at) => (isCopy[at] === 1 ? -1 : this.bandHash(at, band)))) {
        yield* this.pairsWithin(bucket, band);
      }
    }
    this.cached.clear();
  }

  private *copies(isCopy: Uint8Array): Generator<NearPair> {
    const order = Uint32Array.from({ length: this.count }, (_, at) => at).sort((a, b) => this.wholeOf(a) - this.wholeOf(b) || a - b);
    let first = 0;
    for (const at of order) {
      if (at === order[0] || this.wholeOf(at) !== this.wholeOf(first)) first = at;
      else {
        isCopy[at] = 1;
        yield { a: this.keyOf(first), b: this.keyOf(at), similarity: 1 };
      }
    }
  }

  private *pairsWithin(bucket: readonly number[], band: number): Generator<NearPair> {
    for (const [place, a] of bucket.entries()) {
      for (const b of bucket.slice(place + 1, place + 1 + MAX_NEIGHBOURS)) {
        // A pair of several bands is looked at in the first.
        if (this.firstSharedBand(a, b) !== band) continue;
        const estimate = this.estimate(a, b);
        if (this.textOf !== undefined && estimate < this.threshold - SLACK) continue;
        const similarity = this.textOf === undefined ? estimate : jaccard(this.shinglesAt(a), this.shinglesAt(b));
        if (similarity >= this.threshold) yield { a: this.keyOf(a), b: this.keyOf(b), similarity };
      }
    }
  }

  private shinglesAt(at: number): Uint32Array {
    const before = this.cached.get(at);
    if (before !== undefined) return before;
    if (this.cached.size >= MAX_CACHED) this.cached.clear();
    const shingles = shinglesOf(normalizeWording(this.textOf?.(this.keyOf(at)) ?? ""));
    this.cached.set(at, shingles);
    return shingles;
  }

  private firstSharedBand(a: number, b: number): number {
    const [one, other] = [this.signatureOf(a), this.signatureOf(b)];
    for (let band = 0; band < BANDS; band += 1) {
      let row = 0;
      while (row < ROWS && one[band * ROWS + row] === other[band * ROWS + row]) row += 1;
      if (row === ROWS) return band;
    }
    return -1;
  }

  private estimate(a: number, b: number): number {
    const [one, other] = [this.signatureOf(a), this.signatureOf(b)];
    let equal = 0;
    for (let at = 0; at < HASHES; at += 1) if (one[at] === other[at]) equal += 1;
    return equal / HASHES;
  }

  private bandHash(at: number, band: number): number {
    const signatures = this.chunks[Math.floor(at / CHUNK)]?.signatures;
    const from = (at % CHUNK) * HASHES + band * ROWS;
    let hash = 0;
    for (let row = 0; row < ROWS; row += 1) hash = mix(Math.imul(hash, 31) + (signatures?.[from + row] ?? 0));
    return hash;
  }

  private signatureOf(at: number): Uint32Array {
    const from = (at % CHUNK) * HASHES;
    return this.chunks[Math.floor(at / CHUNK)]?.signatures.subarray(from, from + HASHES) ?? new Uint32Array(HASHES);
  }

  private keyOf(at: number): number {
    return this.chunks[Math.floor(at / CHUNK)]?.keys[at % CHUNK] ?? 0;
  }

  private wholeOf(at: number): number {
    return this.chunks[Math.floor(at / CHUNK)]?.whole[at % CHUNK] ?? 0;
  }
}

function newChunk(): Chunk {
  return { keys: new Float64Array(CHUNK), whole: new Float64Array(CHUNK), signatures: new Uint32Array(CHUNK * HASHES) };
}

/** The least hash of all shingles, for each of many hash functions. */
function sign(shingles: Uint32Array, signature: Uint32Array): void {
  signature.fill(0xffffffff);
  for (const shingle of shingles) {
    for (let at = 0; at < HASHES; at += 1) {
      const hash = mix(shingle ^ (SEEDS[at] ?? 0));
      if (hash < (signature[at] ?? 0)) signature[at] = hash;
    }
  }
}

/** Places with one hash, two and more each; by sorting numbers that hold both, so that no table of lists is needed. */
function* buckets(count: number, hashOf: (at: number) => number): Generator<number[]> {
  const width = 2 ** Math.ceil(Math.log2(Math.max(count, 2)));
  const hashes = Math.min(2 ** 32, 2 ** 53 / width);
  const sorted = new Float64Array(count);
  let used = 0;
  for (let at = 0; at < count; at += 1) {
    const hash = hashOf(at);
    if (hash >= 0) sorted[used++] = (hash % hashes) * width + at;
  }
  let bucket: number[] = [];
  let current = -1;
  for (const value of sorted.subarray(0, used).sort()) {
    const hash = Math.floor(value / width);
    if (hash !== current) {
      if (bucket.length > 1) yield bucket;
      [bucket, current] = [[], hash];
    }
    bucket.push(value % width);
  }
  if (bucket.length > 1) yield bucket;
}

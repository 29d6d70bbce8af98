import { PointCounter } from "../wording/point-counter";
import { foldWord, gapBetween, nameTokens } from "./name-tokens";
import type { Letters, NameToken } from "./name-tokens";

/** Where a name stands in a text: Unicode code points, end exclusive. */
export interface NameFind {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A name that several entities have, so that finding it would say nothing. */
export interface AmbiguousName {
  readonly name: string;
  readonly ids: readonly string[];
}

/** How names are compared with texts. */
export interface DictionaryOptions {
  /**
   * `as-named`: where a name's word begins large, so must the text's, and a word in large letters alone (US) is found in
   * large letters alone; so Turkey, Reading and US are not found in "a turkey", "reading" and "us". `any`: no difference.
   */
  readonly letters?: "as-named" | "any";
}

/** A word of a text as the dictionary knows it. */
interface KnownWord {
  /** Absent where no name has it. */
  readonly word: number | undefined;
  readonly letters: Letters;
}

interface Entry {
  readonly name: string;
  readonly ids: string[];
}

/** Ways on from a node: the word, how it has to be written (three), whether a comma may stand before it (two). */
const WAYS_PER_WORD = 6;
/** Nodes times ways stay exact in a number with this many of either. */
const MAX_WAYS = 2 ** 26;
const ROOT = 0;
const MAX_KNOWN = 200_000;

/**
 * Finds the names of many entities in texts: whole words, the longest name at each place, accents folded, "'s" behind
 * allowed. One pass over the text, however many names there are. Names without two letters or digits are not looked for.
 */
export class NameDictionary {
  private readonly anyLetters: boolean;
  private readonly words = new Map<string, number>();
  private readonly ways = new Map<number, number>();
  private readonly entries = new Map<number, Entry>();
  /** By word: whether a name begins with it. */
  private readonly firsts: boolean[] = [];
  /** Words as texts write them: looking one up once a word of text is most of the work. */
  private readonly known = new Map<string, KnownWord>();
  private nodes = 1;

  constructor(options: DictionaryOptions = {}) {
    this.anyLetters = options.letters === "any";
  }

  /** Adds names of one entity; may be called again with more. */
  add(id: string, names: readonly string[]): void {
    this.known.clear();
    for (const name of names) this.addName(id, name);
  }

  /** Every place where a name stands that one entity alone has, in the text's order, none overlapping another. */
  find(text: string): NameFind[] {
    const finds: NameFind[] = [];
    const counter = new PointCounter(text);
    const tokens = nameTokens(text, (written) => this.lookUp(written));
    for (let at = 0; at < tokens.length; ) {
      const match = this.longestAt(text, tokens, at);
      if (match === undefined) {
        at += 1;
        continue;
      }
      const [id, another] = match.entry.ids;
      const [start, end] = [tokens[at]?.start ?? 0, tokens[match.last]?.end ?? 0];
      // What stands within an ambiguous name is no name of its own.
      if (id !== undefined && another === undefined) finds.push({ id, start: counter.upTo(start), end: counter.upTo(end) });
      at = match.last + 1;
    }
    return finds;
  }

  /** The names that are not found because several entities have them. */
  ambiguous(): AmbiguousName[] {
    return [...this.entries.values()].filter(({ ids }) => ids.length > 1).map(({ name, ids }) => ({ name, ids }));
  }

  private addName(id: string, name: string): void {
    const tokens = nameTokens(name, foldWord);
    if (tokens.reduce((sum, { word }) => sum + word.folded.length, 0) < 2) return;
    let node = ROOT;
    for (const [at, token] of tokens.entries()) {
      const before = tokens[at - 1];
      const word = this.wordOf(token.word.folded);
      if (before === undefined) this.firsts[word] = true;
      const letters = this.anyLetters ? 0 : token.word.letters;
      const way = wayOf(node, word, letters, before !== undefined && gapBetween(name, before, token) !== "close");
      let next = this.ways.get(way);
      if (next === undefined) this.ways.set(way, (next = this.nodes++));
      node = next;
    }
    const entry = this.entries.get(node) ?? { name, ids: [] };
    if (!entry.ids.includes(id)) entry.ids.push(id);
    this.entries.set(node, entry);
  }

  private wordOf(folded: string): number {
    const known = this.words.get(folded) ?? this.words.size;
    if (known === this.words.size) this.words.set(folded, known);
    return known;
  }

  private lookUp(written: string): KnownWord {
    const before = this.known.get(written);
    if (before !== undefined) return before;
    if (this.known.size >= MAX_KNOWN) this.known.clear();
    const { folded, letters } = foldWord(written);
    const known = { word: this.words.get(folded), letters };
    this.known.set(written, known);
    return known;
  }

  private longestAt(text: string, tokens: readonly NameToken<KnownWord>[], from: number): { entry: Entry; last: number } | undefined {
    const first = tokens[from]?.word.word;
    if (first === undefined || this.firsts[first] !== true) return undefined;
    let best: { entry: Entry; last: number } | undefined;
    let nodes: readonly number[] = [ROOT];
    for (let at = from; at < tokens.length; at += 1) {
      const [before, token] = [tokens[at - 1], tokens[at]];
      if (token === undefined) break;
      const gap = at === from || before === undefined ? "close" : gapBetween(text, before, token);
      nodes = gap === "apart" ? [] : this.follow(nodes, token.word, gap === "comma");
      if (nodes.length === 0) break;
      const entry = this.entryAt(nodes);
      if (entry !== undefined) best = { entry, last: at };
    }
    return best;
  }

  private follow(nodes: readonly number[], { word, letters }: KnownWord, behindComma: boolean): number[] {
    const next: number[] = [];
    if (word === undefined) return next;
    for (const node of nodes) {
      for (let wanted = 0; wanted <= letters; wanted += 1) {
        const plain = behindComma ? undefined : this.ways.get(wayOf(node, word, wanted, false));
        const comma = this.ways.get(wayOf(node, word, wanted, true));
        if (plain !== undefined) next.push(plain);
        if (comma !== undefined) next.push(comma);
      }
    }
    return next;
  }

  /** One word may be on several ways: IT the topic, "it" the book. */
  private entryAt(nodes: readonly number[]): Entry | undefined {
    const ends = nodes.map((node) => this.entries.get(node)).filter((entry) => entry !== undefined);
    return ends.length > 1 ? { name: ends[0]?.name ?? "", ids: [...new Set(ends.flatMap(({ ids }) => ids))] } : ends[0];
  }
}

function wayOf(node: number, word: number, letters: number, comma: boolean): number {
  return node * MAX_WAYS + word * WAYS_PER_WORD + letters * 2 + (comma ? 1 : 0);
}

import { foldText } from "../../search/fold-text";
import { widthAt } from "../wording/width-at";

/** How a word is written: small or in a script that knows no difference, with a large first letter, in large letters alone. */
export type Letters = 0 | 1 | 2;

/** A word as it is compared. */
export interface FoldedWord {
  readonly folded: string;
  readonly letters: Letters;
}

/** One word of a name or a text, with its place in UTF-16 units. */
export interface NameToken<Word> {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

/** What parts two words: blanks and signs that stand within names, a comma, or something that no name goes across. */
export type Gap = "close" | "comma" | "apart";

const NO_WORD = 1;
const WORD = 2;
/** Of a script without blanks between words: each character is one. */
const SINGLE = 3;
const SINGLE_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What each character of the first plane is, as it is met; most texts have few. */
const classes = new Uint8Array(0x10000);

const INITIALS = /(?:\p{L}\.)+(?:\p{L}(?![\p{L}\p{N}\p{M}])\.?)/uy;
const CLOSE = /^(?:[^\S\n]*\n?[^\S\n]*|[-‐‑'’&/]|[^\S\n]*&[^\S\n]*)$/u;
const ABBREVIATED = /^\.[^\S\n]*\n?[^\S\n]*$/u;
const COMMA = /^\.?,[^\S\n]*\n?[^\S\n]*$/u;
const LONGEST_GAP = 6;

/**
 * The words of a text with their places; U.S. is one word.
 * @param toWord makes of a word, as written, what the token is to hold: `foldWord` or something that remembers it
 */
export function nameTokens<Word>(text: string, toWord: (written: string) => Word): NameToken<Word>[] {
  const tokens: NameToken<Word>[] = [];
  for (let at = 0; at < text.length; ) {
    const kind = classAt(text, at);
    if (kind === NO_WORD) {
      at += 1;
      continue;
    }
    const end = kind === SINGLE ? at + widthAt(text, at) : wordEnd(text, at);
    tokens.push({ word: toWord(text.slice(at, end)), start: at, end });
    at = end;
  }
  return tokens;
}

/** What stands between two words of a text. */
export function gapBetween(text: string, before: NameToken<unknown>, after: NameToken<unknown>): Gap {
  const length = after.start - before.end;
  if (length === 0 || (length === 1 && text.charCodeAt(before.end) === 32)) return "close";
  if (length > LONGEST_GAP) return "apart";
  const between = text.slice(before.end, after.start);
  if (CLOSE.test(between)) return "close";
  // "St. Lucia" and "John F. Kennedy" go on behind the stop, "Paris. Texas" does not.
  if (ABBREVIATED.test(between)) return before.end - before.start <= 2 ? "close" : "apart";
  return COMMA.test(between) ? "comma" : "apart";
}

function wordEnd(text: string, start: number): number {
  let end = start + widthAt(text, start);
  if (text.charCodeAt(end) === 46) {
    INITIALS.lastIndex = start;
    if (INITIALS.test(text)) return INITIALS.lastIndex;
  }
  while (end < text.length && classAt(text, end) === WORD) end += widthAt(text, end);
  return end;
}

function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff) return classify(String.fromCodePoint(text.codePointAt(at) ?? unit));
  const known = classes[unit] ?? 0;
  return known === 0 ? (classes[unit] = classify(text.charAt(at))) : known;
}

function classify(character: string): number {
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return NO_WORD;
  return SINGLE_SCRIPTS.test(character) ? SINGLE : WORD;
}

/** A word without case, accents and the stops of initials: U.S. is US. */
export function foldWord(written: string): FoldedWord {
  const bare = written.replaceAll(".", "");
  return { folded: foldText(bare), letters: lettersOf(bare) };
}

function lettersOf(word: string): Letters {
  const [first = "", second] = [...word.normalize("NFC")];
  if (first === first.toLowerCase()) return 0;
  return second !== undefined && word === word.toUpperCase() && /^\P{N}+$/u.test(word) ? 2 : 1;
}

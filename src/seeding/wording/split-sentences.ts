import { PointCounter } from "./point-counter";
import { BEFORE_NUMBER, DOTTED_ORDINALS, MAY_BE_LAST, NEVER_LAST, STARTERS } from "./sentence-words";

/** One sentence and where it stands: Unicode code points, end exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a sentence may end: signs with what closes behind them, before a blank; signs that need no blank; a blank line. */
const ENDS = /[.!?…؟۔।॥።։]+["'”’»)\]›*]*(?=\s|$)|[。！？｡]+[」』”’）]*|\n[^\S\n]*\n\s*|\u2029/gu;
const OPENERS = /^[\s"'“‘«„([‹¿¡*–—-]+/u;
const NEXT_WORD = /^(?:(\p{Ll})|(\d)|([\p{L}\p{M}]+))/u;
/** The word before a stop, with the stops within it: "U.S", "p.m", "Dr". */
const WORD_BEFORE = /(?:[\p{L}\p{M}]+\.)*[\p{L}\p{M}]+$/u;
const LONGEST_WORD = 24;
const LONGEST_OPENING = 48;
const LIST_NUMBER = /^[\s"'“‘«„([]*(?:\d{1,3}|[IVXLC]{1,6}|\p{L})$/u;
const ORDINAL = /(?:^|[^\d.,])\d{1,2}$/u;
const CONTENT = /[\p{L}\p{N}]/u;

/**
 * The sentences of a text, trimmed. A blank line ends one, a single line break does not, so that hard-wrapped text stays
 * whole. No end is seen behind titles, initials and other short forms (Mr., U.S., No. 5), nor before a small letter, nor
 * behind the number of a list ("1. "); quotation marks that close stay with their sentence. Stretches without a letter
 * or digit ("* * *") are no sentences and are left out.
 * Our own scanner and not Intl.Segmenter, which ends a sentence at "Mr. Smith" and at line breaks, and is slower.
 * @param language of the text, such as `de`: where "3." is an ordinal, no sentence ends with it
 */
export function splitSentences(text: string, language = "en"): Sentence[] {
  const sentences: Sentence[] = [];
  const counter = new PointCounter(text);
  const ordinals = DOTTED_ORDINALS.has(language.slice(0, 2).toLowerCase());
  let from = 0;
  const close = (to: number): void => {
    const [start, end] = trimmed(text, from, to);
    from = to;
    const words = text.slice(start, end);
    if (CONTENT.test(words)) sentences.push({ start: counter.upTo(start), end: counter.upTo(end), text: words });
  };
  ENDS.lastIndex = 0;
  for (let match = ENDS.exec(text); match; match = ENDS.exec(text)) {
    const [at, end] = [match.index, match.index + match[0].length];
    if (endsSentence(text, { from, at, end, ordinals })) close(end);
  }
  close(text.length);
  return sentences;
}

/** A sign that may end a sentence. */
interface Stop {
  /** Where the sentence begins, where the sign stands, and where what belongs to it ends. */
  readonly from: number;
  readonly at: number;
  readonly end: number;
  /** Whether a number with a stop is an ordinal. */
  readonly ordinals: boolean;
}

function endsSentence(text: string, stop: Stop): boolean {
  const { at, end } = stop;
  const sign = text.charAt(at);
  if (sign === "\n" || sign === "\u2029" || "。！？｡".includes(sign)) return true;
  const ahead = text.slice(end, end + LONGEST_OPENING);
  const next = NEXT_WORD.exec(ahead.replace(OPENERS, ""));
  if (next?.[1] !== undefined) return false;
  if (sign !== "." || text.charAt(at + 1) === ".") return true;
  return !isShortForm(text, stop, next);
}

/** Whether the stop belongs to the word before it. `next` is what follows: group 2 a digit, group 3 a word. */
function isShortForm(text: string, { from, at, ordinals }: Stop, next: RegExpExecArray | null): boolean {
  if (at - from <= LONGEST_WORD && LIST_NUMBER.test(text.slice(from, at).trimStart())) return true;
  const before = text.slice(Math.max(from, at - LONGEST_WORD), at);
  if (ordinals && ORDINAL.test(before)) return next !== null;
  const word = WORD_BEFORE.exec(before)?.[0];
  if (word === undefined) return false;
  const small = word.toLowerCase();
  if (NEVER_LAST.has(small)) return true;
  if (BEFORE_NUMBER.has(small)) return next?.[2] !== undefined;
  // "You and I. We" has two sentences, "L. I. Brezhnev" is one name.
  if (word === "I") return /\p{Lu}\.\s+I$/u.test(before);
  if (word.length === 1) return isCapital(word);
  return (MAY_BE_LAST.has(small) || isInitials(word)) && !begins(next);
}

/** Whether what follows reads like the beginning of a sentence; the end of the text does. */
function begins(next: RegExpExecArray | null): boolean {
  return next === null || (next[3] !== undefined && STARTERS.has(next[3].toLowerCase()));
}

function isInitials(word: string): boolean {
  return /^(?:\p{L}\.)+\p{L}$/u.test(word);
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return [start, end];
}

function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0xfeff || unit === 0x2028 || unit === 0x2029;
}

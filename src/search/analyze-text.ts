import { foldText } from "./fold-text";
import { LETTER_SIGNS, STYLED_LETTERS } from "./letter-signs";
import { stemWord } from "./stem-word";

/** One word of a text, as it is looked for. */
export interface Token {
  /** Folded and stemmed: what is compared. */
  readonly stem: string;
  /** Folded only: what beginnings and misspellings are compared with. */
  readonly word: string;
  /** The stretch of the original text: Unicode code points, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Longer words are told apart by their first letters alone. */
const MAX_WORD = 200;
/** A character of a script that writes no blanks between words is a word of its own, but for its digits; all else runs up to the next sign. */
const SINGLE =
  "[[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]--[\\p{M}\\p{Nd}]]";
/** What belongs to the character before it; among them letters that fold to a mark and more: the voiced sounds of half-width kana, Thai and Lao am. */
const MARKS = "\\p{M}\\p{Cf}\\u0640\\uFF9E\\uFF9F\\u0E33\\u0EB3";
const LETTER = `[[\\p{L}\\p{N}${STYLED_LETTERS}]--${SINGLE}]`;
const WORD = new RegExp(`${LETTER}[${LETTER}${MARKS}]*|${SINGLE}[${MARKS}]*|[${LETTER_SIGNS}]`, "gv");

const PLAIN_WORD = /^[A-Za-z0-9]+$/;
/** Most texts in English have nothing but these, and their words are found without looking up what kind each letter is of. */
const PLAIN_TEXT = /^[\t\n\r -~]*$/;

/**
 * The words of a text with their places: split, folded (case, accents, letter variants), stemmed. The one analyzer, for
 * what is stored and for what is asked.
 * @param stemmer a name that `stemmerOf` gives
 * @see https://unicode.org/reports/tr15/ (NFKD, NFKC), https://snowballstem.org/
 */
export function analyzeText(text: string, stemmer: string): Token[] {
  return PLAIN_TEXT.test(text) ? analyzePlain(text, stemmer) : analyzeAny(text, stemmer);
}

/** Letter by letter: most of what is loaded, and of what is marked in answers, passes here, in half the time that a pattern takes. */
function analyzePlain(text: string, stemmer: string): Token[] {
  const tokens: Token[] = [];
  const folded = text.toLowerCase();
  for (let start = 0; start < folded.length; start++) {
    if (!isPlainLetter(folded.charCodeAt(start))) continue;
    let end = start + 1;
    while (end < folded.length && isPlainLetter(folded.charCodeAt(end))) end++;
    const word = folded.slice(start, Math.min(end, start + MAX_WORD));
    tokens.push({ stem: stemWord(word, stemmer), word, start, end });
    start = end;
  }
  return tokens;
}

/** A small letter from a to z, or a digit. */
function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
}

function analyzeAny(text: string, stemmer: string): Token[] {
  const tokens: Token[] = [];
  let [unit, point] = [0, 0];
  const pointAt = (index: number): number => {
    for (; unit < index; unit++) if (!isLowSurrogate(text.charCodeAt(unit))) point++;
    return point;
  };
  for (const match of text.matchAll(WORD)) {
    const start = pointAt(match.index);
    const end = pointAt(match.index + match[0].length);
    // Folding may take one letter apart (½ is 1 and 2) or leave nothing of it.
    for (const word of PLAIN_WORD.test(match[0]) ? [match[0].toLowerCase()] : (foldText(match[0]).match(WORD) ?? [])) {
      const cut = word.length > MAX_WORD ? [...word].slice(0, MAX_WORD).join("") : word;
      tokens.push({ stem: stemWord(cut, stemmer), word: cut, start, end });
    }
  }
  return tokens;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

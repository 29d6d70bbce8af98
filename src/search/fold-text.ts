import { LEGAL_SIGNS, LETTER_SIGNS } from "./letter-signs";

/** Letters that differ by script habit and not by name: Arabic and Persian forms of one letter, and joiners. */
const LETTER_VARIANTS: ReadonlyMap<string, string> = new Map([
  ["ي", "ی"],
  ["ى", "ی"],
  ["ك", "ک"],
  ["ة", "ه"],
  ["ۀ", "ه"],
  ["أ", "ا"],
  ["إ", "ا"],
  ["آ", "ا"],
  ["ٱ", "ا"],
  ["ؤ", "و"],
  ["ئ", "ی"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ł", "l"],
  ["þ", "th"],
  ["ı", "i"],
  ["ς", "σ"],
]);

const LEGAL = new RegExp(`[${LEGAL_SIGNS}]`, "u");
const SIGN = new RegExp(`[[${LETTER_SIGNS}${LEGAL_SIGNS}]--\\p{N}]`, "gv");
const VARIANT = new RegExp(`[${[...LETTER_VARIANTS.keys()].join("")}]`, "gu");
/**
 * Accents and points, the Arabic tatweel, zero-width joiners and other invisible format characters. In the scripts of India and South East Asia
 * a mark is a vowel, and in Japanese it tells バ from ハ: those stay.
 */
const INVISIBLE =
  /(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]|[\p{Cf}\u0640]/gu;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
/** The noughts of scripts that have digits of their own, from which theirs count up. */
const NOUGHTS = "٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐";
const APOSTROPHES = /[\u2018\u2019\u02BC\u02BB\u0060\u00B4]/gu;
const QUOTES = /[\u201C\u201D\u00AB\u00BB\u201E]/gu;

/** Most texts have nothing but these, and folding them is quick. */
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * The form in which names and texts are compared: case, accents, ligatures, typographic quotes, the Arabic and Persian
 * forms of one letter and the digits of scripts make no difference; runs of blanks are one.
 */
export function foldText(text: string): string {
  return fold(text).trim();
}

/** The same for a part of a text, whose outer blanks count: "war " is no part of "warning". */
export function foldPart(text: string): string {
  const folded = fold(text);
  // Some signs, such as a spacing acute, become blanks.
  const begun = /^\s/u.test(text) ? folded : folded.trimStart();
  return /\s[\p{M}\p{Cf}]*$/u.test(text) ? begun : begun.trimEnd();
}

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll("`", "'").replace(/\s+/g, " ");
  return text
    .replace(VARIANT, (letter) => LETTER_VARIANTS.get(letter) ?? letter)
    .replace(SIGN, (sign) => (LEGAL.test(sign) ? " " : ` ${sign} `))
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .replace(OTHER_DIGIT, plainDigit)
    .toLowerCase()
    .normalize("NFKC")
    .replace(VARIANT, (letter) => LETTER_VARIANTS.get(letter) ?? letter)
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(/\s+/gu, " ");
}

function plainDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const nought = [...NOUGHTS].map((each) => each.codePointAt(0) ?? 0).find((each) => point >= each && point < each + 10);
  return nought === undefined ? digit : String(point - nought);
}

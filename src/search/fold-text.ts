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
]);

const VARIANT = new RegExp(`[${[...LETTER_VARIANTS.keys()].join("")}]`, "gu");
/** Marks, the Arabic tatweel, zero-width joiners and other invisible format characters. */
const INVISIBLE = /[\p{M}\p{Cf}\u0640]/gu;
const APOSTROPHES = /[\u2018\u2019\u02BC\u02BB\u0060\u00B4]/gu;
const QUOTES = /[\u201C\u201D\u00AB\u00BB\u201E]/gu;

/** Most texts have nothing but these, and folding them is quick. */
const PLAIN = /^[\t\n\r -~]*$/;

/**
 * The form in which names and texts are compared: case, accents, ligatures, typographic quotes and the Arabic and
 * Persian forms of one letter make no difference; runs of blanks are one.
 */
export function foldText(text: string): string {
  return foldPart(text).trim();
}

/** The same for a part of a text, whose outer blanks count: "war " is no part of "warning". */
export function foldPart(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll("`", "'").replace(/\s+/g, " ");
  return text
    .replace(VARIANT, (letter) => LETTER_VARIANTS.get(letter) ?? letter)
    .normalize("NFKD")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFKC")
    .replace(VARIANT, (letter) => LETTER_VARIANTS.get(letter) ?? letter)
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(/\s+/gu, " ");
}

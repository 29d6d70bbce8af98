import { foldText } from "../../search/fold-text";

/** A number written in groups of three is that number. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/gu;
/** Letters, digits, and the signs that change what is said: $5 is not 5%. */
const SIGNS = /[^\p{L}\p{N}\p{M}\p{Sc}%]+/gu;

/** What counts as the same words: case, accents, signs, quotation marks, apostrophes and blanks make no difference. */
export function normalizeWording(text: string): string {
  return foldText(text).replaceAll("'", "").replace(THOUSANDS, "").replace(SIGNS, " ").trim();
}

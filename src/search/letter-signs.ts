/**
 * Signs that stand for letters or digits by their compatibility decomposition, as parts of a character class with the flag `u`.
 * @see https://www.unicode.org/charts/PDF/U2100.pdf, https://www.unicode.org/charts/PDF/U3300.pdf
 */

/** Words, or numbers, in one sign: №, ℃, ㎏, ₨, ﷼, ㈱, 🈶. Each is a word of its own. */
export const LETTER_SIGNS =
  "\\u20A8\\u2100\\u2101\\u2103\\u2105\\u2106\\u2109\\u2116\\u2121\\u213B\\u249C-\\u24B5\\u3192-\\u319F\\u3200-\\u33FF\\uFDFC" +
  "\\u{1F110}-\\u{1F12F}\\u{1F14A}-\\u{1F14F}\\u{1F190}\\u{1F200}-\\u{1F23B}\\u{1F240}-\\u{1F248}\\u{1F250}\\u{1F251}";

/** Single letters in a circle or a square, with which people write words: Ⓐ, ⓩ, 🄰. */
export const STYLED_LETTERS = "\\u24B6-\\u24E9\\u{1F130}-\\u{1F149}\\u{1CCD6}-\\u{1CCEF}";

/** They say what a name is in law and are no part of it: ™, ℠, and 🅪 to 🅬. */
export const LEGAL_SIGNS = "\\u2120\\u2122\\u{1F16A}-\\u{1F16C}";

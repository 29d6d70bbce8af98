const CANDIDATES = ["windows-1252", "windows-1250", "iso-8859-2", "windows-1251", "windows-1253", "windows-1254", "macintosh"] as const;

/** Letters and signs that texts in an encoding's languages are full of; others of its table are rare, or a sign of a wrong guess. */
const USUAL: Readonly<Record<(typeof CANDIDATES)[number], RegExp>> = {
  "windows-1252": /[àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÔÖÕØÙÚÛÜ“”‘’–—…€«»¡¿£§°]/,
  macintosh: /[àâäáãåæçèéêëìíîïñòóôöõøœùúûüßÀÂÄÁÃÅÆÇÈÉÊËÍÎÏÑÓÔÖÕØÙÚÛÜ“”‘’–—…«»¡¿£§]/,
  "windows-1250": /[áčďéěíňóřšťúůýžäôľĺŕąćęłńśźżőűăâîşţÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽŁŚŻŹĄĘ“”„‘’–—…]/,
  "iso-8859-2": /[áčďéěíňóřšťúůýžäôľĺŕąćęłńśźżőűăâîşţÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽŁŚŻŹĄĘ]/,
  "windows-1251": /[а-яА-ЯёЁ«»“”–—]/,
  "windows-1253": /[α-ωΑ-Ωάέήίόύώ«»]/,
  "windows-1254": /[ğışİĞŞçöüÇÖÜâî]/,
};

/** The label that a declared encoding stands for; Node's decoder of this one leaves out what tells it from Latin-1. */
const C1_OF_WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Gives the signs at 0x80 to 0x9F that Node 20 decodes as control characters, though windows-1252 has letters and marks there. */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (sign) => C1_OF_WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
}

/** @returns the encoding that bytes which are no UTF-8 most likely have, or nothing where none fits well */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 100_000);
  const scored = CANDIDATES.map((label) => ({ label, score: score(sample, label) }));
  const best = scored.reduce((first, next) => (next.score > first.score ? next : first));
  return best.score > 0.5 ? best.label : undefined;
}

/** How much of what is not ASCII is usual in an encoding, from minus something to 1. */
function score(bytes: Uint8Array, label: (typeof CANDIDATES)[number]): number {
  const decoded = new TextDecoder(label).decode(bytes);
  const signs = (label === "windows-1252" ? mendWindows1252(decoded) : decoded).match(/\P{ASCII}/gu) ?? [];
  const points = signs.map((sign) => (USUAL[label].test(sign) ? 1 : /[\u0080-\u009f\ufffd]/.test(sign) ? -3 : -0.5));
  const isCyrillic = label === "windows-1251" && !/[а-яё]{3}/i.test(decoded);
  return isCyrillic ? 0 : points.reduce<number>((sum, each) => sum + each, 0) / Math.max(1, signs.length);
}

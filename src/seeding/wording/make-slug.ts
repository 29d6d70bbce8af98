import { foldText } from "../../search/fold-text";
import { shortHash } from "./short-hash";

/** Well below what an id takes, so that a corpus and a kind fit before it. */
const MAX_SLUG = 120;
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}]*/gu;
/** U.S. is us, as people write it in addresses. */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}(?![\p{L}\p{N}])/gu;
/** Martin O'Malley is martin-omalley, as in the addresses of those who check facts; joiners and soft hyphens are no signs. */
const UNWRITTEN = /['\u2018\u2019\u02BC\u02BB\u0060\u00B4\p{Cf}]/gu;
const SIGNS = /[^\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+/gu;

/**
 * The slug of a name or a text: Latin letters without accents, letters of other scripts as they are, small; blanks and
 * signs are one `-`. Never empty: a text without letters and digits gives its hash. Longer than 120 characters it is cut,
 * with the hash of the whole behind. One text has one slug; two texts may share one.
 */
export function makeSlug(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(UNWRITTEN, "")
    .replace(INITIALS, (initials) => initials.replaceAll(".", ""))
    .replace(LATIN_WORD, foldText)
    .toLowerCase()
    .normalize("NFC");
  const slug = plain.replace(SIGNS, "-").replace(/^-|-$/gu, "");
  if (slug === "") return shortHash(text);
  const points = [...slug];
  if (points.length <= MAX_SLUG) return slug;
  const hash = shortHash(slug);
  const start = points.slice(0, MAX_SLUG - hash.length - 1).join("");
  return `${start.replace(/-$/u, "")}-${hash}`;
}

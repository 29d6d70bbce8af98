import { transliterate } from "transliteration";
import { foldText } from "./fold-text";

/**
 * Every form under which an entity is found by name: each name folded, and, where it is written in another script, its
 * transliteration into Latin letters, from what was written (Толстой is Tolstoy) and without its accents (Tolstoi). Without doubles, in the
 * order of the names.
 */
export function foldedNames(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const folded = foldText(name);
    if (!/[^\p{Script=Latin}\p{Script=Common}]/u.test(folded)) return [folded];
    return [folded, ...[name.normalize("NFC"), folded].map((each) => foldText(transliterate(each)))];
  });
  return [...new Set(forms)].filter((form) => form !== "");
}

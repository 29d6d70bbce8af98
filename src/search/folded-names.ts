import { transliterate } from "transliteration";
import { foldText } from "./fold-text";

/**
 * Every form under which an entity is found by name: each name folded, and, where it is written in another script, its
 * transliteration into Latin letters. Without doubles, in the order of the names.
 */
export function foldedNames(names: readonly string[]): string[] {
  const forms = names.flatMap((name) => {
    const folded = foldText(name);
    return /[^\p{Script=Latin}\p{Script=Common}]/u.test(folded) ? [folded, foldText(transliterate(folded))] : [folded];
  });
  return [...new Set(forms)].filter((form) => form !== "");
}

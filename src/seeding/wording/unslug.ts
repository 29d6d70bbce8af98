/** Words that a name writes small unless it begins with one. */
const SMALL_WORDS = new Set(
  "a an and as at by for from in into of on or over the to via with al bin da das de del den der di do dos du e el et la las le les los van von y zu".split(
    " ",
  ),
);

/**
 * The name that a slug was probably made from: `dwayne-bohac` is Dwayne Bohac. Words begin large, small words in the
 * middle do not; what a slug has lost (accents, US for Us) stays lost.
 */
export function unslug(slug: string): string {
  const words = slug.split(/[-_\s]+/u).filter((word) => word !== "");
  return words.map((word, at) => (at > 0 && SMALL_WORDS.has(word) ? word : startLarge(word))).join(" ");
}

function startLarge(word: string): string {
  const [first = "", ...rest] = [...word];
  return first.toUpperCase() + rest.join("");
}

import { newStemmer } from "snowball-stemmers";
import type { Stemmer } from "snowball-stemmers";

/** What is not stemmed: names, and texts in a language without a stemmer, or in one that nobody named. */
export const NO_STEMMER = "none";

/** BCP 47 primary subtags and the Snowball algorithm of each. */
const ALGORITHMS: Readonly<Record<string, string>> = {
  ar: "arabic",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};

/** Every value that `stemmerOf` can give. */
export const STEMMERS: readonly string[] = [...new Set([NO_STEMMER, ...Object.values(ALGORITHMS)])];

/** Of all stemmers together: what is asked is stemmed by each of them. */
const STEMS_KEPT = 200_000;
const stemmers = new Map<string, Stemmer>();
const known = new Map<string, Map<string, string>>();
let kept = 0;

/** The stemmer for texts of a language, by its BCP 47 tag; NO_STEMMER where there is none. */
export function stemmerOf(language: string | null | undefined): string {
  const [primary = ""] = (language ?? "").toLowerCase().split("-", 1);
  return Object.hasOwn(ALGORITHMS, primary) ? (ALGORITHMS[primary] ?? NO_STEMMER) : NO_STEMMER;
}

/**
 * The stem of a folded word, by the Snowball algorithm of its language.
 * @see https://snowballstem.org/
 */
export function stemWord(word: string, stemmer: string): string {
  if (stemmer === NO_STEMMER) return word;
  const stems = keptStems(stemmer);
  let stem = stems.get(word);
  if (stem === undefined) {
    // A stem must be a word: what an algorithm reduces to nothing stays as it is.
    stem = stemmerFor(stemmer).stem(word) || word;
    stems.set(word, stem);
    kept++;
  }
  return stem;
}

/** Words repeat so often that remembering them makes loading several times faster. */
function keptStems(stemmer: string): Map<string, string> {
  if (kept >= STEMS_KEPT) {
    known.clear();
    kept = 0;
  }
  let stems = known.get(stemmer);
  if (stems === undefined) {
    stems = new Map();
    known.set(stemmer, stems);
  }
  return stems;
}

function stemmerFor(name: string): Stemmer {
  let stemmer = stemmers.get(name);
  if (stemmer === undefined) {
    stemmer = newStemmer(name);
    stemmers.set(name, stemmer);
  }
  return stemmer;
}

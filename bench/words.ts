import type { Random } from "./random";

/** Frequent words first, as in any language; made-up words follow, down to those that hardly anybody uses. */
const FREQUENT =
  "the water will grow because people work hard and taxes fall while schools hospitals roads borders energy economy climate votes laws courts trade jobs wages prices peace war security health science history truth change hope".split(
    " ",
  );
const VOCABULARY = 30_000;
const CONSONANTS = "bdfgklmnprtvz";
/** Endings that no English stemmer takes off, so that every engine counts the same words. */
const VOWELS = "aou";
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));
/** Has no factor in common with the number of three-syllable words: neighbours in rank look nothing like each other. */
const STEP = 23_057;

/** The words of the made-up language, the most frequent first. */
export const WORDS: readonly string[] = [
  ...FREQUENT,
  ...Array.from({ length: VOCABULARY - FREQUENT.length }, (_, index) => spell(index * STEP + 7, 3)),
];

/** Stands in about 32 of 100 statements. */
export const COMMON_WORD = String(WORDS[1]);
/** Stands in about 20 of 100,000 statements. */
export const RARE_WORD = String(WORDS[18_000]);

/** A sentence of 8 to 27 words, drawn as they come up in speech: one word in fifty is the most frequent one. */
export function sentence(random: Random): string {
  const words = Array.from({ length: 8 + random.below(20) }, () => String(WORDS[random.skewed(WORDS.length)]));
  return `${capitalised(words.join(" "))}.`;
}

/** A first and a last name; some persons share one. */
export function personName(index: number): string {
  return `${capitalised(spell(index * 31 + 5, 2))} ${capitalised(spell(index * 7919 + 11, 3))}`;
}

/** What organizations, topics and places are called. */
export function thingName(kind: string, index: number): string {
  return `${capitalised(spell(index * 4_801 + 3, 3))} ${kind} ${String(index)}`;
}

function spell(number: number, syllables: number): string {
  let rest = number;
  let word = "";
  for (let at = 0; at < syllables; at++) {
    word += String(SYLLABLES[rest % SYLLABLES.length]);
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

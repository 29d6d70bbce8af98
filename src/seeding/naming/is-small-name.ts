import { COMMON_PEOPLE, COMMON_WORDS, FIRST_NAMES, FOREIGN_ARTICLES } from "./common-words";
import {
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NAME,
  GROUP_NOUNS,
  INDEFINITE,
  PEOPLE,
  PHRASE_END,
  PLURALS_WITHOUT_S,
  POSTS,
  PRONOUNS,
  QUANTITIES,
  singular,
  SMALL_NUMBERS,
  UNNAMED_NOUNS,
} from "./source-words";

const SMALL_WORD = /^(?:\p{Ll}[\p{Ll}\p{M}'’]*\.?|(?:\p{Ll}\.){2,})$/u;
/** Of nouns for what people do or are: many people are named Carter, too, which only a first name before it can tell. */
const PEOPLE_ENDING =
  /(?:er|or|eur|ist|ess|ar|ic|ete|man|woman|men|women|person|people|ian|ant|ent|ate|[^l]ee|ive|yst|al|ion|ity|ment|ism|age|ing|ed|ship|ness)s?$/u;
const QUALITY_ENDING = /(?:ing|[^mr]ed|ial|onal|ical|eral|ous|ful|less|ists?|ers|ors|ians|[^l]ive|able|ible|ish)$/u;
const INITIAL = /^(?:\p{Ll}\.)+$/u;
const JOINS =
  /^(?:and|or|nor|but|of|for|than|per|versus|vs|via|not|when|where|how|why|if|so|also|very|more|most|much|then|even|just|both)$/u;
const LISTS = [
  COMMON_PEOPLE,
  COMMON_WORDS,
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  INDEFINITE,
  PEOPLE,
  PLURALS_WITHOUT_S,
  POSTS,
  PRONOUNS,
  QUANTITIES,
  SMALL_NUMBERS,
  UNNAMED_NOUNS,
];

/**
 * Whether a text that has no large letter is a name all the same: "barack obama", "k.d. lang", "ada-novak". Two or three words, none of
 * them a common noun or what stands beside one. A last word that looks like a trade ("jimmy carter") needs a first name before it: a
 * name left out is told of, a "taxi driver" who becomes a person is not.
 */
export function isSmallName(text: string): boolean {
  const words = text.includes(" ") ? text.split(" ") : text.split("-");
  if (words.length < 2 || words.length > 3 || !words.every((word) => SMALL_WORD.test(word)) || words.some(isCommonWord)) return false;
  const [first = ""] = words;
  if (FIRST_NAMES.has(first) || INITIAL.test(first)) return true;
  const before = words.slice(0, -1);
  return !FOREIGN_ARTICLES.has(first) && !before.some((word) => QUALITY_ENDING.test(word)) && !PEOPLE_ENDING.test(words.at(-1) ?? "");
}

/** Whether a word is on one of the lists of words that are no part of a name. */
export function isCommonWord(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .replace(/['’]s$/u, "");
  return (
    LISTS.some((list) => list.has(plain) || list.has(singular(plain))) ||
    GROUP_NAME.test(word) ||
    JOINS.test(plain) ||
    PHRASE_END.test(` ${plain}`)
  );
}

import { COMMON_PEOPLE } from "./common-words";
import { isHandle } from "./is-handle";
import { isSmallName } from "./is-small-name";
import {
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NAME,
  GROUP_NOUNS,
  INDEFINITE,
  LARGE,
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

/** What the words for a speaker are: those of SourceKind that words can have, and pronouns, which need the text around. */
export type SourceWords = "NAMED" | "UNNAMED" | "COLLECTIVE" | "PRONOUN";

const NUMBER = /^(?:about|roughly|nearly|almost|than)?\s*[\d.,]+(?:\s?%|\s?percent|\s?per cent)?$/iu;
const FULL_NAME = /^(?:(?:\p{Lu}[\p{L}'-]*\.?|de|van|von|bin|al|der|la)\s+)+\p{Lu}[\p{L}.'-]+$/u;

/**
 * What the words that a news text has for a speaker denote, in English. By the last word of the first noun phrase, before
 * any "who", "of", comma or bracket:
 * - PRONOUN: nothing but pronouns ("he", "who", "their");
 * - NAMED: the phrase ends large ("Sen. Lee", "the State Department"), or a full name stands behind a comma ("the
 *   minister, Ann Lee"), or a name is joined with others ("Lee and others");
 * - UNNAMED: people who speak for others or from within ("officials", "a Clinton aide", "two people"), any other single
 *   person ("the candidate"), somebody ("some", "one"), and things that say something ("the poll");
 * - COLLECTIVE: bodies without their name ("the campaign", "Lee's team"), groups and all other plurals ("Republicans",
 *   "Iranian leaders", "critics").
 * A single word of another language, or one that no list has, is taken for a name where it is written large. A handle, and a few small
 * words of which no list has one ("barack obama"), are names where nothing else stands beside them.
 */
export function classifySource(text: string): SourceWords {
  const plain = text
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, " ")
    .replace(/^["“”\s,]+|["“”\s,;:]+$/gu, "");
  const words = plain.split(" ");
  const small = words.map(bare);
  if (small.every((word) => PRONOUNS.has(word) || word === "all")) return PRONOUNS.has(small[0] ?? "") ? "PRONOUN" : "UNNAMED";
  if (isHandle(plain) || isSmallName(plain)) return "NAMED";
  if (words.length === 1 && INDEFINITE.has(small[0] ?? "")) return "UNNAMED";
  if (NUMBER.test(plain)) return "COLLECTIVE";
  return classifyPhrase(plain);
}

function classifyPhrase(text: string): SourceWords {
  const [first = "", ...others] = text.split(/\s*,\s+/u);
  const clause = PHRASE_END.exec(first);
  const phrase = clause === null || clause.index === 0 ? first : first.slice(0, clause.index);
  const kind = classifyNoun(phrase, first.slice(phrase.length));
  if (kind !== "UNNAMED") return kind;
  return others.slice(0, 2).some(isFullName) ? "NAMED" : kind;
}

function isFullName(part: string): boolean {
  const name = part.split(/\s+of\s+/u)[0] ?? "";
  const end = PHRASE_END.exec(name)?.index ?? name.length;
  return FULL_NAME.test(name.slice(0, end)) && !GROUP_NAME.test(name.slice(0, end));
}

/** @param behind what follows the phrase and describes it */
function classifyNoun(phrase: string, behind: string): SourceWords {
  const [head = "", ...tail] = phrase.split(/\s+of\s+/u);
  if (tail.length > 0) {
    const last = bare(head.split(" ").at(-1) ?? "");
    if (last === "one") return "UNNAMED";
    if (QUANTITIES.has(last) || NUMBER.test(head)) return counted(classifyNoun(tail.join(" of "), behind));
    // "Former chief of staff Ann Lee": what stands behind "of" ends with the name.
    if (/^\p{Ll}+ (?:\S+ )?\p{Lu}\S+ \p{Lu}\S+$/u.test(tail.at(-1) ?? "")) return "NAMED";
    if (!LARGE.test(head.split(" ").at(-1) ?? "")) return classifyNoun(head, ` of ${tail.join(" of ")}${behind}`);
  }
  const joined = phrase.split(/\s+(?:and|or|nor|&)\s+/u);
  if (joined.length > 1) return classifyJoined(joined, behind);
  return classifyWords(
    phrase.split(" ").filter((word) => word !== ""),
    behind,
  );
}

/** A majority of whatever is a group. */
function counted(kind: SourceWords): SourceWords {
  return kind === "NAMED" || kind === "PRONOUN" ? "COLLECTIVE" : kind;
}

/** "Lee and her lawyers" names somebody; "critics and Lee" does, too; "House and Senate leaders" nobody. */
function classifyJoined(parts: readonly string[], behind: string): SourceWords {
  const last = classifyWords((parts.at(-1) ?? "").split(" "), behind);
  const [first = ""] = parts;
  if (last === "NAMED" || (isPlainName(first) && DETERMINERS.has(bare((parts[1] ?? "").split(" ")[0] ?? "")))) return "NAMED";
  return last === "PRONOUN" ? classifyWords(first.split(" "), behind) : last;
}

function isPlainName(text: string): boolean {
  return classifyWords(text.split(" "), "") === "NAMED";
}

function classifyWords(words: readonly string[], behind: string): SourceWords {
  const start = words.findIndex((word) => !DETERMINERS.has(bare(word)));
  if (start < 0) return INDEFINITE.has(bare(words.at(-1) ?? "")) || WITHHELD.test(words.at(-1) ?? "") ? "UNNAMED" : "COLLECTIVE";
  const last = words.at(-1) ?? "";
  const noun = bare(last);
  if (/^\d+$/u.test(last) && isOnePerson(bare(words.at(-2) ?? ""))) return "UNNAMED";
  const alone = words.length - start === 1;
  if (LARGE.test(last) && !(alone && isKnown(noun)) && !isPeople(noun)) {
    // "A Democrat", "another Muslim", "a Reuters poll of Texans": one of a kind is nobody's name.
    if (isInitialAndName(words)) return "NAMED";
    if (/^(?:an?|another|any)$/iu.test(words[0] ?? "") || (start > 0 && ONE_OF_GROUP.test(last))) return "UNNAMED";
    return GROUP_NAME.test(last) ? "COLLECTIVE" : "NAMED";
  }
  if (MEDIA.test(last) && words.length > 2 && !/^an?$/iu.test(words[0] ?? "") && words.slice(start, -1).every((word) => LARGE.test(word)))
    return "NAMED";
  if (PRONOUNS.has(noun)) return "PRONOUN";
  if (INDEFINITE.has(noun)) return "UNNAMED";
  return classifyCommon(noun, bare(words[start] ?? ""), behind);
}

/** "A Sharma", "An Nguyen": an initial or a first name where a name follows and nothing else; "A Republican", "A Teacher" are one of many. */
function isInitialAndName(words: readonly string[]): boolean {
  const [first = "", last = ""] = words;
  if (words.length !== 2 || !/^An?$/u.test(first) || !/^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(last)) return false;
  const single = singular(bare(last));
  const isOfMany = [PEOPLE, POSTS, COMMON_PEOPLE, GROUP_NOUNS].some((list) => list.has(single)) || ONE_OF_GROUP.test(last);
  return !isOfMany && ![last, `${last}s`].some((each) => GROUP_NAME.test(each));
}

/** A noun written small, or as the first word of a sentence. */
function classifyCommon(noun: string, first: string, behind: string): SourceWords {
  const single = singular(noun);
  if (UNNAMED_NOUNS.has(single) || DOCUMENT_NOUNS.has(single)) return "UNNAMED";
  const isCounted = SMALL_NUMBERS.has(first);
  if (noun === "people") return isCounted || /^ (?:familiar|close|briefed|with|involved|who)\b/u.test(behind) ? "UNNAMED" : "COLLECTIVE";
  if (isCounted) return "UNNAMED";
  return GROUP_NOUNS.has(noun) || isPlural(noun) || NUMBER.test(noun) ? "COLLECTIVE" : "UNNAMED";
}

/** "Witness 1" is one whose name is kept back. */
function isOnePerson(noun: string): boolean {
  return UNNAMED_NOUNS.has(noun) || COMMON_PEOPLE.has(noun);
}

/** Whether a word written large is a common noun after all: at the start of a sentence, or as a post ("the President"). */
function isKnown(noun: string): boolean {
  const single = singular(noun);
  if (UNNAMED_NOUNS.has(single) || DOCUMENT_NOUNS.has(single) || PLURALS_WITHOUT_S.has(noun) || isPeople(noun)) return true;
  return QUANTITIES.has(noun) || POSTS.has(single) || (GROUP_NOUNS.has(single) && !NAMES_ALONE.has(noun));
}

/** Somebody who has a name that is not told. */
const WITHHELD = /^(?:anonymous|anon\.?|unnamed)$/iu;
const ONE_OF_GROUP = /^(?:Democrat|Republican|American|Liberal|Conservative|Libertarian|Texan|Floridian)$/u;
/** "The Times newspaper" is named. */
const MEDIA = /^(?:newspaper|magazine|network|website)$/u;
const NAMES_ALONE = new Set(["congress", "senate", "house", "parliament"]);

/** Plurals of people and bodies around one person, however they are written: "Clinton Supporters", "Obama Administration". */
function isPeople(noun: string): boolean {
  const single = singular(noun);
  return (
    /^(?:campaign|administration|camp|team)$/u.test(noun) ||
    (single !== noun && (UNNAMED_NOUNS.has(single) || POSTS.has(single) || PEOPLE.has(single)))
  );
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}%]+|[^\p{L}\p{N}%]+$/gu, "")
    .replace(/'(?:s|ve|re|d|ll|m)$|s'$/u, (end) => (end === "s'" ? "s" : ""));
}

function isPlural(noun: string): boolean {
  return PLURALS_WITHOUT_S.has(noun) || singular(noun) !== noun;
}

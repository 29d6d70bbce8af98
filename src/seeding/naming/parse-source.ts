import { isRole } from "./is-role";
import { listNames } from "./list-names";
import { ACRONYM, FULL_NAME, isBodyName, isFirm, TITLE_NOUN, withoutBrackets, withoutOf } from "./name-shapes";
import { BODY_PHRASE, BODY_WORD } from "./name-titles";
import { parseName } from "./parse-name";
import type { ParsedName } from "./parse-name";
import { DETERMINERS, GROUP_NOUNS, LARGE, UNNAMED_NOUNS } from "./source-words";
import { wordSet } from "../wording/word-set";

/** The name in the words that a text has for a source, and what these words say besides. */
export interface ParsedSource extends ParsedName {
  /** It reads as the name of a body: a new one is an organization, not a person. */
  readonly isBody: boolean;
}

/** Small words within names of people. */
const PARTICLES = wordSet("de del della di da do dos das du des la le van von der den ter ten bin ibn ben al el e y zu und");
/** A description ends with a noun written small; these are none: a name goes on behind them, or another begins. */
const NO_NOUN =
  /^(?:of|for|on|in|at|to|from|by|with|about|against|and|or|nor|but|than|like|via|per|versus|vs|is|was|are|were|has|had|said|says|all|only|even|how|when|not|who|.*ing)$/u;
/** Within a name only words that are known to be somebody's part are a description: "Ilham Heydar oglu Aliyev" is all name. */
const ROLE_ENDING =
  /(?:er|or|eur|ist|ess|ar|ic|ary|ete|man|woman|person|ian|ant|ent|ate|ee|ive|yst|chief|host|head|aide|coach|friend|ally|mogul|titan|tycoon|giant)s?$/u;
/** What is said of a name, and is no role by itself. */
const ADJECTIVES = wordSet(
  "former current retired late longtime long-time younger older elder new then acting interim fellow top major key early incoming outgoing leading",
);
const SHORT_TITLE_NOUN = "(?:Reps?|Sens?|Gov|Gen|Capt|Col|Lt|Sgt|Adm|Maj|Dr|Rev|Del)\\.";
/** "Moor Rep. Ann Lee", "Oak County Chairman Ben Moor": all is large, and a title stands within. */
const TITLE_WITHIN = new RegExp(
  `^(.*(?:${SHORT_TITLE_NOUN}(?:\\s${SHORT_TITLE_NOUN})*|\\b${TITLE_NOUN}))\\s+((?:\\p{Lu}[\\p{L}'’.-]*\\s+)+\\p{Lu}[\\p{L}'’.-]+)$`,
  "u",
);
const HONOURED = /^(?:[Tt]he\s+)?(?:Right\s+)?Honou?rable\s+/u;
const CLAUSE = /^(?:who|whose|whom|which|where|when|while|that|as|in|of|from|after|before)\b/iu;
/** Where a sentence goes on behind a name; "for" and "on" may be part of a body's name. */
const GOES_ON = /\s(?:who|whose|whom|which|that|at|in|with|from|is|was|are|were|has|had)\s|\s?[—–]\s?|\s--\s/u;

/**
 * Takes what describes off the name, by rules for English: "campaign spokesman Ben Moor", "the finance minister, Ann Lee", "Ann Lee of
 * Moor", "Ann Lee, who left in May". A description is a role: what stands small before the name. "The" before large words, an
 * acronym and words such as Committee make a body; as does a description such as "newspaper".
 */
export function parseSource(text: string): ParsedSource {
  const [first = "", second] = listNames(text) ?? [];
  // "Ann Lee, Ben Moor": the one is no office of the other.
  if (second !== undefined) return parseSource(first);
  const parsed = parseName(withoutPossessive(withOffice(text)));
  const { role } = parsed;
  // "The finance minister, Ann Lee": the name stands behind.
  if (role !== undefined && !isNamed(withoutBrackets(parsed.name)) && FULL_NAME.test(firstPart(role))) {
    const behind = parseName(firstPart(role));
    return { ...behind, role: withoutDeterminers(parsed.name), isBody: false };
  }
  const { role: said, ...rest } = parsed;
  const kept: ParsedName = said === undefined || CLAUSE.test(said) ? rest : parsed;
  return { ...kept, ...(described(firstPart(kept.name), kept) ?? wholeName(upToClause(kept.name), kept)) };
}

type NameAndRole = Omit<ParsedSource, "rest">;

/** A name behind what describes it, if the words are that. */
function described(text: string, { titles, role }: ParsedName): NameAndRole | undefined {
  const words = upToClause(text).split(" ");
  const start = nameStart(words);
  const before = words[start - 1]?.toLowerCase() ?? "";
  if (!/^\p{Ll}[\p{L}'’-]{2,}$/u.test(before) || [PARTICLES, DETERMINERS].some((words) => words.has(before)) || NO_NOUN.test(before))
    return undefined;
  const isRole = ROLE_ENDING.test(before) || UNNAMED_NOUNS.has(before) || GROUP_NOUNS.has(before) || ADJECTIVES.has(before);
  if (LARGE.test(words[0] ?? "") && !isRole) return undefined;
  const behind = wholeName(words.slice(start).join(" "), { name: "", titles });
  const description = ADJECTIVES.has(before) ? "" : withoutDeterminers(words.slice(0, start).join(" "));
  const found = [description, behind.role ?? ""].filter((each) => each !== "").join(" ") || role;
  return { ...behind, ...(found !== undefined && { role: found }), isBody: behind.isBody || GROUP_NOUNS.has(before) };
}

/** A name all of whose words are large, or that cannot be taken apart. */
function wholeName(text: string, { titles, role }: ParsedName): NameAndRole {
  const whole = withoutOf(text) ?? text;
  const bare = whole.replace(/^[Tt]he\s+(?=[\p{Lu}\p{Lt}\d])/u, "").replace(HONOURED, "");
  const [, title, named] = TITLE_WITHIN.exec(bare) ?? [];
  if (title !== undefined && named !== undefined) return { name: named, titles, role: role ?? title, isBody: false };
  const parsed = parseName(bare);
  const hasTitle = titles.length + parsed.titles.length > 0 || HONOURED.test(whole);
  const isBody =
    [BODY_WORD, BODY_PHRASE].some((body) => body.test(parsed.name)) ||
    isFirm(parsed.name) ||
    (!hasTitle && (ACRONYM.test(parsed.name) || bare !== whole));
  return { name: parsed.name, titles: [...titles, ...parsed.titles], ...(role !== undefined && { role }), isBody };
}

/** "Ann Lee — who left in May", "Ann Lee at the Post": only behind what is somebody's name. */
function upToClause(name: string): string {
  const at = GOES_ON.exec(name)?.index ?? -1;
  const head = at < 0 ? "" : name.slice(0, at);
  const named = head
    .split(" ")
    .slice(nameStart(head.split(" ")))
    .join(" ");
  return FULL_NAME.test(named) && !isBodyName(named) ? head : name;
}

/** Where the large words at the end begin; 0 where all are large, or the end is small. */
function nameStart(words: readonly string[]): number {
  let start = words.length;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? "";
    if (LARGE.test(word)) start = at;
    else if (!PARTICLES.has(word) || start === words.length) break;
  }
  return start === words.length ? 0 : start;
}

/** "Ann Lee, Minister of Labour, Health, and Housing": the comma before "and" would say that all of it is a body's name. */
function withOffice(text: string): string {
  return isRole(text.split(/,\s+/u)[1] ?? "") ? text.replace(/,(?=\s+(?:and|&)\s)/gu, "") : text;
}

/** "Ben Moor's", "Mr. Lee's"; what is one word, or a firm's name with "&", is as often a firm: "Macy's". */
function withoutPossessive(text: string): string {
  const [, name = ""] = /^(.+)['’]s[\s,]*$/su.exec(text) ?? [];
  const isWhole = FULL_NAME.test(name) || FULL_NAME.test(name.replace(/^the\s+/u, ""));
  return isWhole && !/^St\.?\s/u.test(name) ? name : text;
}

function isNamed(text: string): boolean {
  return LARGE.test(text.split(" ").at(-1) ?? "");
}

function firstPart(text: string): string {
  return text.split(",", 1)[0] ?? "";
}

function withoutDeterminers(text: string): string {
  const words = text.split(" ");
  const start = words.findIndex((word) => !DETERMINERS.has(word.toLowerCase()));
  return start < 0 ? "" : words.slice(start).join(" ");
}

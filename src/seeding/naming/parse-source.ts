import { classifySource } from "./classify-source";
import { BODY_PHRASE, BODY_WORD } from "./name-titles";
import { parseName } from "./parse-name";
import type { ParsedName } from "./parse-name";
import { DETERMINERS, GROUP_NOUNS, LARGE, UNNAMED_NOUNS } from "./source-words";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** The name in the words that a text has for a source, and what these words say besides. */
export interface ParsedSource extends ParsedName {
  /** It reads as the name of a body: a new one is an organization, not a person. */
  readonly isBody: boolean;
}

/** Small words within names of people. */
const PARTICLES = setOf("de del della di da do dos das du des la le van von der den ter ten bin ibn ben al el e y zu und");
/** A description ends with a noun written small; these are none: a name goes on behind them, or another begins. */
const NO_NOUN =
  /^(?:of|for|on|in|at|to|from|by|with|about|against|and|or|nor|but|than|like|via|per|versus|vs|is|was|are|were|has|had|said|says|all|only|even|how|when|not|who|.*ing)$/u;
/** Within a name only words that are known to be somebody's part are a description: "Ilham Heydar oglu Aliyev" is all name. */
const ROLE_ENDING =
  /(?:er|or|eur|ist|ess|ar|ic|ary|ete|man|woman|person|ian|ant|ent|ate|ee|ive|yst|chief|host|head|aide|coach|friend|ally|mogul|titan|tycoon|giant)s?$/u;
/** What is said of a name, and is no role by itself. */
const ADJECTIVES = setOf(
  "former current retired late longtime long-time younger older elder new then acting interim fellow top major key early incoming outgoing leading",
);
const TITLE_NOUN =
  "(?:Chief of Staff|Secretary of State|Attorney General|Chair(?:man|woman|person)?|President|Director|Secretary|Chief|Speaker|Editor|Mayor|Governor|Senator|Congress(?:wo)?man|Spokes(?:wo)?man|Spokesperson|Manager|Strategist|Columnist|Leader|Commissioner|Treasurer|Adviser|Advisor)";
const SHORT_TITLE_NOUN = "(?:Reps?|Sens?|Gov|Gen|Capt|Col|Lt|Sgt|Adm|Maj|Dr|Rev|Del)\\.";
/** "Moor Rep. Ann Lee", "Oak County Chairman Ben Moor": all is large, and a title stands within. */
const TITLE_WITHIN = new RegExp(
  `^(.*?(?:${SHORT_TITLE_NOUN}(?:\\s${SHORT_TITLE_NOUN})*|\\b${TITLE_NOUN}))\\s+((?:\\p{Lu}[\\p{L}'’.-]*\\s+)+\\p{Lu}[\\p{L}'’.-]+)$`,
  "u",
);
const ENDS_IN_TITLE = new RegExp(`(?:^|\\s)${TITLE_NOUN}$`, "u");
/** "Ann Lee of Moor": two words or more, all large. */
const FULL_NAME = /^(?:\p{Lu}[\p{L}'’.-]*\s+)(?:(?:\p{Lu}[\p{L}'’.-]*|de|van|von|bin|al|der|la)\s+)*\p{Lu}[\p{L}'’.-]+$/u;
/** Names of bodies that go on behind "of". */
const BODY_BEFORE_OF =
  /\b(?:Academy|Chamber|Conference|Museum|Library|Scouts|Brotherhood|Daughters|Sons|Mothers|Knights|United (?:States|Kingdom)|Joint Chiefs|Organi[sz]ation|Army|Bar)$/u;
const ACRONYM = /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}&]{2,6}$/u;
const HONOURED = /^(?:[Tt]he\s+)?(?:Right\s+)?Honou?rable\s+/u;
const CLAUSE = /^(?:who|whose|whom|which|where|when|while|that|as|in|after|before)\b/iu;
/** Where a sentence goes on behind a name; "for" and "on" may be part of a body's name. */
const GOES_ON = /\s(?:who|whose|whom|which|that|at|in|with|from|is|was|are|were|has|had)\s|\s?[—–]\s?|\s--\s/u;
const NAMES_JOINED = /^(.+?)(,?)\s+(?:and|or|nor)\s+(.+)$/su;

/**
 * The several sources that one phrase joins ("Lee and Moor", "both Ann Lee and her staff"), those of them that have a name; one
 * that joins nothing, and the name of a body with an "and" in it, comes back whole.
 */
export function splitSource(text: string): readonly string[] {
  const plain = tidy(text).replace(/^(?:both|neither|either)\s+/iu, "");
  const [, first, comma, second] = NAMES_JOINED.exec(withoutOf(plain) ?? plain) ?? [];
  if (first === undefined || second === undefined || isBodyWithAnd(first)) return [text];
  const list = first.split(/,\s+/u);
  // "Ann Lee, mayor of Moor and its port" is no list; "Ann Lee, the mayor, and Ben Moor" are two.
  const isList = list.length === 1 || list.every((part) => LARGE.test(part));
  if (!isList && comma === "") return [text];
  const named = [...(isList ? list : [first]), ...splitSource(second)].filter((part) => classifySource(part) === "NAMED");
  return named.length === 0 ? [text] : named;
}

/**
 * Takes what describes off the name, by rules for English: "campaign spokesman Ben Moor", "the finance minister, Ann Lee", "Ann Lee of
 * Moor", "Ann Lee, who left in May". A description is a role: what stands small before the name. "The" before large words, an
 * acronym and words such as Committee make a body; as does a description such as "newspaper".
 */
export function parseSource(text: string): ParsedSource {
  const parsed = parseName(text);
  const { role } = parsed;
  // "The finance minister, Ann Lee": the name stands behind.
  if (role !== undefined && !isNamed(parsed.name) && FULL_NAME.test(firstPart(role))) {
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

/** "Ann Lee of Moor" is Ann Lee; "Director of Affairs" is nobody. */
function withoutOf(name: string): string | undefined {
  const [, head = "", tail = ""] = /^(.+?)\s+of\s+(.+)$/su.exec(name) ?? [];
  const names = head.split(/\s+and\s+/u);
  const areNames = names.every(
    (each) => FULL_NAME.test(each) && !isBodyName(each) && !BODY_BEFORE_OF.test(each) && !ENDS_IN_TITLE.test(each),
  );
  return head !== "" && areNames && /^(?:the\s+)?\p{Lu}/u.test(tail) ? head : undefined;
}

/** "Johnson & Johnson"; of "Ann Lee & Ben Moor" and "Mr. & Mrs. Lee" it is not said. */
function isFirm(name: string): boolean {
  const parts = name.split(" & ");
  const arePeople = parts.every((part) => FULL_NAME.test(part)) || /^(?:Mrs?|Ms|Dr)\.?$/u.test(parts[0] ?? "");
  return parts.length > 1 && !arePeople && parts.every((part) => LARGE.test(part));
}

function isBodyName(name: string): boolean {
  return BODY_WORD.test(name) || ACRONYM.test(name);
}

/** "Department of Health and Human Services" */
function isBodyWithAnd(first: string): boolean {
  return BODY_WORD.test(`${first} `) && /\s(?:of|on|for)\s/u.test(first);
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

function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").replace(/^[\s,;:"“”]+|[\s,;:"“”]+$/gu, "");
}

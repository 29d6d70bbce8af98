import { foldText } from "../../search/fold-text";
import { GENERATIONS } from "./name-words";

export interface NamedEntity {
  readonly id: string;
  readonly name: string;
  /** How often it stands. */
  readonly count: number;
}

/** Two entities of one kind whose names look like one person's or thing's. */
export interface SimilarNames {
  readonly a: NamedEntity;
  readonly b: NamedEntity;
  readonly reason: string;
}

/** Beyond this many of one last word nobody would read the list. */
const MOST_IN_BLOCK = 200;
const LEAST_FOR_TYPO = 6;
const LEAST_FOR_TYPO_IN_WORD = 5;
/** What stands behind a company's name, and may be left out. */
const LEGAL_FORMS = new Set(
  "the inc incorporated llc lllp llp lp ltd limited corp corporation co company plc gmbh ag sa nv bv pty oao ooo pao ao".split(" "),
);

/** The words of a name, and what stands behind a person's: Jr., III. */
interface Words {
  readonly entity: NamedEntity;
  readonly words: readonly string[];
  readonly generation: string;
}

/**
 * Finds names that look like one: persons' equal but for middle names, initials, order, case and signs, or one typo; other names
 * equal but for order, case, signs, a legal form such as "Inc.", or one typo. A numeral is never a typo: Fund II is not Fund III. Only
 * names that share their last word, their first letters, or all their words are compared, so that a hundred thousand are no matter.
 * @param arePersons whether the entities are persons
 */
export function findSimilarNames(entities: readonly NamedEntity[], arePersons: boolean): SimilarNames[] {
  const blocks = new Map<string, Words[]>();
  for (const entity of entities) {
    const each = arePersons ? personWords(entity) : { entity, words: wordsOf(entity.name), generation: "" };
    if (each.words.length === 0) continue;
    for (const key of new Set(keysOf(each.words))) addTo(blocks, key, each);
  }
  const reasonOf = arePersons ? reasonOfPersons : reasonOfThings;
  const found = new Map<string, SimilarNames>();
  for (const block of blocks.values()) {
    if (block.length > MOST_IN_BLOCK) continue;
    block.forEach((one, at) => {
      for (const other of block.slice(at + 1)) {
        const key = one.entity.id < other.entity.id ? `${one.entity.id} ${other.entity.id}` : `${other.entity.id} ${one.entity.id}`;
        const reason = found.has(key) ? undefined : reasonOf(one, other);
        if (reason !== undefined) found.set(key, ordered(one.entity, other.entity, reason));
      }
    });
  }
  return [...found.values()].sort((x, y) => y.a.count + y.b.count - (x.a.count + x.b.count) || (x.a.id < y.a.id ? -1 : 1));
}

function addTo(blocks: Map<string, Words[]>, key: string, words: Words): void {
  const block = blocks.get(key);
  if (block === undefined) blocks.set(key, [words]);
  else block.push(words);
}

/** The one that stands more often is likelier to be the name to keep. */
function ordered(one: NamedEntity, other: NamedEntity, reason: string): SimilarNames {
  return one.count >= other.count ? { a: one, b: other, reason } : { a: other, b: one, reason };
}

function personWords(entity: NamedEntity): Words {
  const words = wordsOf(entity.name);
  const isGeneration = (word: string): boolean => GENERATIONS.has(word);
  return { entity, words: words.filter((word) => !isGeneration(word)), generation: words.find(isGeneration) ?? "" };
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

function keysOf(words: readonly string[]): string[] {
  const last = words.at(-1) ?? "";
  const core = words.filter((word) => !LEGAL_FORMS.has(word)).join(" ");
  return [
    `last ${last}`,
    `all ${[...words].sort().join(" ")}`,
    `joined ${words.join("")}`,
    `start ${words.join(" ").slice(0, 5)}`,
    `core ${core}`,
  ];
}

function reasonOfPersons(one: Words, other: Words): string | undefined {
  const reason = reasonOfFullNames(one.words, other.words);
  if (reason === undefined || one.generation === other.generation) return reason;
  // Two that both say which one they are, are two.
  return one.generation === "" || other.generation === ""
    ? `${reason}, but for Jr. or the like: one person, or parent and child`
    : undefined;
}

function reasonOfFullNames(a: readonly string[], b: readonly string[]): string | undefined {
  const same = sameWords(a, b);
  if (same !== undefined) return same;
  if (a.at(-1) === b.at(-1) && a.length > 1 && b.length > 1) {
    if (a[0] === b[0]) return isWithin(a, b) || isWithin(b, a) ? "the same but for a middle name" : initialsOf(a, b);
    if (isInitial(a[0], b[0]) || isInitial(b[0], a[0])) return "one has an initial where the other has the first name";
  }
  return oneLetter(a, b);
}

function reasonOfThings({ words: a }: Words, { words: b }: Words): string | undefined {
  const same = sameWords(a, b);
  if (same !== undefined || numeralsOf(a) !== numeralsOf(b)) return same;
  const [one, other] = [a, b].map((words) => words.filter((word) => !LEGAL_FORMS.has(word)).join(" "));
  if (one === other && one !== "") return "the same but for the legal form or an article";
  // In a short word one letter is another abbreviation.
  const differing = a.length === b.length ? a.filter((word, at) => word !== b[at]) : [];
  return differing.length === 1 && (differing[0] ?? "").length >= LEAST_FOR_TYPO_IN_WORD ? oneLetter(a, b) : undefined;
}

function sameWords(a: readonly string[], b: readonly string[]): string | undefined {
  if (a.join("") === b.join("")) return "the same letters";
  return [...a].sort().join(" ") === [...b].sort().join(" ") ? "the same words in another order" : undefined;
}

function oneLetter(a: readonly string[], b: readonly string[]): string | undefined {
  const [one, other] = [a.join(" "), b.join(" ")];
  return one.length >= LEAST_FOR_TYPO && isOneApart(one, other) ? "the same but for one letter" : undefined;
}

function numeralsOf(words: readonly string[]): string {
  return words.filter((word) => /^(?:\d+|[ivx]+|\p{L})$/u.test(word)).join(" ");
}

function initialsOf(a: readonly string[], b: readonly string[]): string | undefined {
  const fits = a.length === b.length && a.every((word, at) => word === b[at] || isInitial(word, b[at]) || isInitial(b[at], word));
  return fits ? "one has an initial where the other has a middle name" : undefined;
}

function isWithin(a: readonly string[], b: readonly string[]): boolean {
  return a.length < b.length && a.every((word) => b.includes(word));
}

function isInitial(short: string | undefined, long: string | undefined): boolean {
  return short?.length === 1 && long !== undefined && long.length > 1 && long.startsWith(short);
}

/** One letter more, less or other. */
function isOneApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  // A digit more or less is another thing: a second debate is not the first.
  return rest === long.slice(at + 1) && !/\d/.test(`${short[at] ?? ""}${long[at] ?? ""}`);
}

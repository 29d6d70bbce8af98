import { foldText } from "../../search/fold-text";

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

/**
 * Finds names that look like one: equal but for middle names, initials, order, case and signs, or one typo. Only names that
 * share their last word, their first two letters, or all their words are compared, so that a hundred thousand are no matter.
 */
export function findSimilarNames(entities: readonly NamedEntity[]): SimilarNames[] {
  const blocks = new Map<string, { entity: NamedEntity; words: string[] }[]>();
  for (const entity of entities) {
    const words = wordsOf(entity.name);
    if (words.length === 0) continue;
    for (const key of new Set(keysOf(words))) blocks.set(key, [...(blocks.get(key) ?? []), { entity, words }]);
  }
  const found = new Map<string, SimilarNames>();
  for (const block of blocks.values()) {
    if (block.length > MOST_IN_BLOCK) continue;
    block.forEach((one, at) => {
      for (const other of block.slice(at + 1)) {
        const key = one.entity.id < other.entity.id ? `${one.entity.id} ${other.entity.id}` : `${other.entity.id} ${one.entity.id}`;
        const reason = found.has(key) ? undefined : reasonOf(one.words, other.words);
        if (reason !== undefined) found.set(key, ordered(one.entity, other.entity, reason));
      }
    });
  }
  return [...found.values()].sort((x, y) => y.a.count + y.b.count - (x.a.count + x.b.count) || (x.a.id < y.a.id ? -1 : 1));
}

/** The one that stands more often is likelier to be the name to keep. */
function ordered(one: NamedEntity, other: NamedEntity, reason: string): SimilarNames {
  return one.count >= other.count ? { a: one, b: other, reason } : { a: other, b: one, reason };
}

function wordsOf(name: string): string[] {
  return foldText(name)
    .replace(/\b(?:jr|sr|ii|iii|iv)\b\.?/g, " ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function keysOf(words: readonly string[]): string[] {
  const last = words.at(-1) ?? "";
  return [`last ${last}`, `all ${[...words].sort().join(" ")}`, `joined ${words.join("")}`, `start ${words.join(" ").slice(0, 5)}`];
}

function reasonOf(a: readonly string[], b: readonly string[]): string | undefined {
  const [one, other] = [a.join(" "), b.join(" ")];
  if (one === other || a.join("") === b.join("")) return "the same letters";
  if ([...a].sort().join(" ") === [...b].sort().join(" ")) return "the same words in another order";
  if (a.at(-1) === b.at(-1) && a.length > 1 && b.length > 1) {
    if (a[0] === b[0]) return isWithin(a, b) || isWithin(b, a) ? "the same but for a middle name" : initialsOf(a, b);
    if (isInitial(a[0], b[0]) || isInitial(b[0], a[0])) return "one has an initial where the other has the first name";
  }
  return one.length >= LEAST_FOR_TYPO && isOneApart(one, other) ? "the same but for one letter" : undefined;
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

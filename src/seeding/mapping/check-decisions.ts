import { parseId, withoutPrefix } from "../../model/id";
import type { Fault } from "../faults/fault";
import { figure } from "../faults/figure";
import { nearestName } from "../faults/nearest-name";
import type { NamedDecision } from "./read-entity-decisions";

const SHOWN = 3;

/**
 * Decisions whose entity is nowhere. One that is nearly there was mistyped, which is a fault; of another nobody can tell whether a later or
 * an earlier state of the table has it, or a corpus that is not loaded yet, so that a note tells of it.
 * @param given ids that rows, the corpus's files and other corpora give whatever is decided
 * @param made ids that a decision on a name makes
 */
export function checkDecisions(
  named: readonly NamedDecision[],
  given: ReadonlySet<string>,
  made: ReadonlySet<string>,
): { faults: Fault[]; notes: Fault[] } {
  const slugs = new Set([...given].map(withoutPrefix));
  const decided = new Set(named.flatMap(({ id, besides }) => [id, ...besides]));
  const missing = named.filter(({ id }) => !given.has(id) && !(isSlug(id) && slugs.has(id)));
  const mistyped = missing.flatMap((each) => {
    const meant = nearest(each, isSlug(each.id) ? slugs : given, decided);
    return meant === undefined ? [] : [{ each, meant }];
  });
  const faults = mistyped.map(({ each, meant }) => {
    const message = `nothing is "${each.id}", which "${each.part}" names, did you mean "${meant}"? Correct the id, or define it in the mapping or a file of the corpus`;
    return { ...each.place, code: "SEED_MISSING_REF" as const, message };
  });
  const left = missing.filter((each) => !made.has(each.id) && !mistyped.some((other) => other.each === each));
  return { faults, notes: left.length === 0 ? [] : [noteOn(left)] };
}

function noteOn(left: readonly NamedDecision[]): Fault {
  const shown = left.slice(0, SHOWN).map(({ id, place }) => `"${id}" in line ${place.line}`);
  const all = `${shown.join(", ")}${left.length > SHOWN ? " …" : ""}`;
  const what = left.length === 1 ? "1 decision is on something" : `${figure(left.length)} decisions are on things`;
  const message = `${what} that neither a row nor a file or corpus at hand gives (${all}); take out what is no longer needed`;
  return { ...(left[0] as NamedDecision).place, code: "SEED_NO_ENTITY", message };
}

/** The id that was probably meant; not one that is decided on as well, since what a decision tells apart is alike by nature. */
function nearest({ id }: NamedDecision, all: Iterable<string>, decided: ReadonlySet<string>): string | undefined {
  const candidates = [...all].filter((each) => !decided.has(each) && Math.abs(each.length - id.length) <= 2 && isMistyped(id, each));
  return nearestName(id, candidates);
}

/** One long word differs: "john-smith-2" beside "john-smith", or "jr" beside "sr", is somebody else on purpose. */
function isMistyped(id: string, other: string): boolean {
  const [own, others] = [id.split(/[-:]/), other.split(/[-:]/)];
  const different = own.filter((word, at) => word !== others[at]);
  return own.length === others.length && different.length === 1 && /^[^\d]{4,}$/u.test(different[0] ?? "") && isSameKind(id, other);
}

function isSameKind(id: string, other: string): boolean {
  return parseId(id)?.kind === parseId(other)?.kind;
}

function isSlug(id: string): boolean {
  return parseId(id) === null;
}

import { withoutPrefix } from "../../model/id";
import { figure } from "../faults/figure";
import { findSimilarNames } from "../naming/find-similar-names";
import type { NamedEntity } from "../naming/find-similar-names";
import { pairOf } from "./read-entity-decisions";
import type { EntityDecisions } from "./read-entity-decisions";

/** An entity as a table names it, with a place where it stands. */
export interface SeenEntity extends NamedEntity {
  readonly label: string;
  readonly place: string;
  /** Whether something else than the tables defines it, too: then it cannot be given up. */
  readonly isFixed?: boolean;
}

/** A name that may mean several. */
export interface OpenName {
  readonly name: string;
  readonly count: number;
  readonly candidates: readonly { readonly id: string; readonly probability: number }[];
}

/** Words by which a "person" looks like something else. A hint for a human being, never a decision. */
const NO_PERSONS: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:e-?mails?|postings?|posts?|blogs?|tweets?|facebook|twitter|internet|viral|images?|memes?|website|web|chain|rumou?rs?|ads?)\b/iu,
    "work",
  ],
  [
    /\b(?:committee|party|democrats?|republicans?|association|institute|council|coalition|foundation|union|league|center|centre|campaign|group|fund|federation|department|office|bureau|agency|company|corporation|inc|llc|pac|project|network|news|times|post|magazine|media|radio|tv|lottery|university|chamber|board|alliance|society|organi[sz]ation|americans?|citizens|voters|families|future|action)\b/iu,
    "organization",
  ],
];

const HEAD = `# Proposed by quoth reconcile. Nothing of it holds until it stands in the corpus's entities.yaml: read each line, take out what
# is wrong, and move pairs that are not the same to "different", so that they are not proposed again.`;

/**
 * Writes a file of decisions to edit, with a reason and an example beside each. Lines that only a person can decide are
 * comments; nothing holds until it is taken over into entities.yaml.
 */
export function proposeDecisions(entities: readonly SeenEntity[], open: readonly OpenName[], decided: EntityDecisions): string {
  const parts = [
    HEAD,
    section("same", sameLines(entities, decided)),
    section("is", kindLines(entities, decided)),
    section("names", nameLines(open, entities)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(name: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const isEmpty = lines.every((line) => line.trimStart().startsWith("#"));
  return [isEmpty ? `# ${name}:` : `${name}:`, ...lines].join("\n");
}

/** As a person would write it: of several that look alike one stays, and no line contradicts another. */
function sameLines(entities: readonly SeenEntity[], { different, same }: EntityDecisions): string[] {
  const places = new Map(entities.map((each) => [each.id, each.place]));
  const fixed = new Set(entities.flatMap(({ id, isFixed }) => (isFixed === true ? [id] : [])));
  const inWords = ({ id, name, count }: NamedEntity): string => `"${name}" (${times(count)}, ${places.get(id) ?? ""})`;
  const kept = new Map<string, string>();
  const groups = new Map<string, { readonly reasons: string[]; readonly others: string[] }>();
  for (const label of new Set(entities.map((each) => each.label))) {
    const alike = findSimilarNames(
      entities.filter((each) => each.label === label),
      label === "Person",
    );
    for (const { a: first, b: second, reason } of alike) {
      const [a, b] = fixed.has(second.id) ? [second, first] : [first, second];
      if (fixed.has(b.id)) continue;
      if (different.has(pairOf(a.id, b.id)) || same.has(b.id) || kept.has(b.id) || groups.has(b.id)) continue;
      const keep = kept.get(a.id) ?? a.id;
      const group = groups.get(keep) ?? { reasons: [], others: [] };
      groups.set(keep, group);
      kept.set(b.id, keep);
      group.reasons.push(`  # ${inWords(a)} and ${inWords(b)}: ${reason}`);
      group.others.push(b.id);
    }
  }
  return [...groups].flatMap(([keep, { reasons, others }]) => [...reasons, `  ${keep}: [${others.join(", ")}]`]);
}

function kindLines(entities: readonly SeenEntity[], { kinds }: EntityDecisions): string[] {
  return entities
    .filter(({ label, id }) => label === "Person" && !kinds.has(id) && !kinds.has(withoutPrefix(id)))
    .flatMap(({ id, name, count, place }) => {
      const hint = NO_PERSONS.find(([words]) => words.test(name));
      if (hint === undefined) return [];
      return [
        `  # "${name}" (${times(count)}, ${place}): "${hint[0].exec(name)?.[0] ?? ""}" is no word of a person's name`,
        `  ${id}: ${hint[1]}`,
      ];
    });
}

function nameLines(open: readonly OpenName[], entities: readonly SeenEntity[]): string[] {
  const names = new Map(entities.map((each) => [each.id, each.name]));
  return [...open]
    .sort((a, b) => b.count - a.count)
    .flatMap(({ name, count, candidates }) => [
      `  # "${name}" (${times(count)}) may be ${candidates.map(({ id, probability }) => `${names.get(id) ?? id} (${Math.round(probability * 100)} %)`).join(", ")}`,
      `  # ${JSON.stringify(name)}: ${candidates[0]?.id ?? ""}`,
    ]);
}

function times(count: number): string {
  return count === 1 ? "once" : `${figure(count)} times`;
}

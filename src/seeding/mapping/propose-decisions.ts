import { findSimilarNames } from "../naming/find-similar-names";
import type { NamedEntity } from "../naming/find-similar-names";
import { pairOf } from "./read-entity-decisions";
import type { EntityDecisions } from "./read-entity-decisions";

/** An entity as a table names it, with a place where it stands. */
export interface SeenEntity extends NamedEntity {
  readonly label: string;
  readonly place: string;
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

function sameLines(entities: readonly SeenEntity[], { different, same }: EntityDecisions): string[] {
  const places = new Map(entities.map((each) => [each.id, each]));
  const lines: string[] = [];
  const written = new Set<string>();
  for (const label of new Set(entities.map((each) => each.label))) {
    for (const { a, b, reason } of findSimilarNames(entities.filter((each) => each.label === label))) {
      if (different.has(pairOf(a.id, b.id)) || same.has(b.id) || written.has(b.id)) continue;
      written.add(b.id);
      lines.push(
        `  # "${a.name}" (${times(a.count)}, ${places.get(a.id)?.place ?? ""}) and "${b.name}" (${times(b.count)}, ${places.get(b.id)?.place ?? ""}): ${reason}`,
      );
      const isRepeated = lines.some((line) => line.startsWith(`  ${a.id}: [`));
      const at = lines.findIndex((line) => line.startsWith(`  ${a.id}: [`));
      if (isRepeated) lines[at] = (lines[at] ?? "").replace(/\]$/, `, ${b.id}]`);
      else lines.push(`  ${a.id}: [${b.id}]`);
    }
  }
  return lines;
}

function kindLines(entities: readonly SeenEntity[], { kinds }: EntityDecisions): string[] {
  return entities
    .filter(({ label, id }) => label === "Person" && !kinds.has(id) && !kinds.has(id.slice(id.indexOf(":") + 1)))
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
  return count === 1 ? "once" : `${count.toLocaleString("en")} times`;
}

import { makeId, parseId } from "../../model/id";
import type { ParsedId } from "../../model/id";
import { kindOf } from "../../model/ontology";
import type { Place } from "../draft/draft";
import type { IdSet } from "../draft/id-set";
import { ownId } from "./add-relations";

/** One record that a slug names. */
export interface Defined {
  readonly label: string;
  readonly id: string;
  readonly place: Place;
}

/** Every record of one corpus by kind and slug: what references are resolved with. */
export class SlugIndex {
  private readonly byLabel = new Map<string, Map<string, Defined>>();
  /** Kinds of which records may be missing here because their file could not be read. */
  readonly unreadable = new Set<string>();
  private streamed: IdSet | undefined;
  private moved: ReadonlyMap<string, string> = new Map();
  private known: ReadonlySet<string> = new Set();
  private stated: Pick<ReadonlySet<string>, "has"> = new Set();
  private readonly foreignIds = new Set<string>();

  constructor(readonly corpusId: string) {}

  /** @returns the record that has the slug already */
  define(slug: string, defined: Defined): Defined | undefined {
    const slugs = this.slugsOf(defined.label);
    const other = slugs.get(slug);
    if (other === undefined) slugs.set(slug, defined);
    return other;
  }

  find(slug: string, labels: readonly string[]): Defined[] {
    return labels.flatMap((label) => this.byLabel.get(label)?.get(slug) ?? this.findStreamed(slug, label) ?? []);
  }

  /**
   * Lets records of tables be found that are too many to be entered one by one.
   * @param moved from ids that were given up, or changed their kind, to those that stand for them
   * @param known entities of other corpora, which rows name by their slugs alone
   * @param stated those of which rows say something themselves; of two kinds with one slug, these are meant
   */
  stream(ids: IdSet, moved: ReadonlyMap<string, string>, known: ReadonlySet<string>, stated: Pick<ReadonlySet<string>, "has">): void {
    this.streamed = ids;
    this.moved = moved;
    this.known = known;
    this.stated = stated;
  }

  /**
   * The id that a slug or id of one of these kinds stands for when it is not what it seems: moved to another, or a slug of
   * another corpus's entity. Undefined where it stands for itself.
   */
  settled(text: string, labels: readonly string[]): string | undefined {
    if (this.moved.size === 0 && this.known.size === 0) return undefined;
    if (parseId(text) !== null) return this.moved.get(text);
    const ids = labels.map((label) => makeId(kindOf(label).prefix ?? "", text));
    const moved = ids.map((id) => this.moved.get(id)).find((id) => id !== undefined);
    if (moved !== undefined || this.find(text, labels).length > 0) return moved;
    const known = ids.filter((id) => this.known.has(id));
    return known.find((id) => this.stated.has(id)) ?? known[0];
  }

  /** Forgets records of kinds that nothing outside of their own record refers to. */
  forget(labels: readonly string[]): void {
    for (const label of labels) this.byLabel.delete(label);
  }

  /** @returns whether this is the first time that the id is asked for */
  noteForeign(id: string): boolean {
    return !this.foreignIds.has(id) && this.foreignIds.add(id).size > 0;
  }

  /** @param parsed an id of this corpus, or of a kind that all corpora share */
  byFullId(label: string, parsed: ParsedId): Defined | undefined {
    return this.byLabel.get(label)?.get(parsed.slug) ?? this.findStreamed(parsed.slug, label);
  }

  private findStreamed(slug: string, label: string): Defined | undefined {
    if (this.streamed === undefined || kindOf(label).scope === "shared") return undefined;
    const id = ownId(label, slug, this.corpusId);
    return this.streamed.has(id) ? { label, id, place: { file: "a table", line: 1, column: 1 } } : undefined;
  }

  *slugs(labels: readonly string[]): Generator<string> {
    for (const label of labels) yield* this.byLabel.get(label)?.keys() ?? [];
  }

  *shared(): Generator<Defined> {
    for (const [label, slugs] of this.byLabel) if (kindOf(label).scope === "shared") yield* slugs.values();
  }

  private slugsOf(label: string): Map<string, Defined> {
    const known = this.byLabel.get(label);
    if (known !== undefined) return known;
    const made = new Map<string, Defined>();
    this.byLabel.set(label, made);
    return made;
  }
}

import { CORPUS_FILES } from "../../model/corpus-row";
import type { KnownEntity } from "../draft/known-entity";
import { cities } from "../naming/cities";
import { countries } from "../naming/countries";
import { NameDictionary } from "../naming/name-dictionary";
import type { PlaceEntry } from "../naming/place-entry";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawNode } from "../readers/raw-node";
import { mapOf } from "./fill-row";
import type { FilledRow } from "./fill-row";
import type { MentionSource } from "./mapping";
import type { RowFile } from "./row-file";
import { textOf } from "./survey";
import type { Survey } from "./survey";
import { namesIn } from "./written-entities";

/** What a mapping asks to be found in the texts of its statements: places that the world knows, and entities of the corpus. */
export class MentionFinder {
  private readonly places = new Map<string, PlaceEntry>();
  private readonly worldDictionary = new NameDictionary();
  private readonly named = new Map<string, RowFile>();

  constructor(private readonly sources: readonly MentionSource[]) {}

  /** To be called before anything is looked for: lists of the world's places are read only where they are wanted. */
  async open(): Promise<void> {
    const wants = (source: MentionSource): boolean => this.sources.includes(source);
    for (const place of [...(wants("countries") ? countries() : []), ...(wants("cities") ? await cities() : [])]) {
      const id = `place:${place.slug}`;
      if (this.places.has(id)) continue;
      this.places.set(id, place);
      this.worldDictionary.add(id, [place.name, ...place.aliases]);
    }
  }

  /** The first time through: which of the world's places are named at all, so that only those come into the graph. */
  look({ file, records }: FilledRow): void {
    if (this.places.size === 0) return;
    for (const { plan, entry } of records) {
      if (plan.file === "relations" || plan.file.shape.label !== "Statement") continue;
      for (const { id } of this.worldDictionary.find(textOf(mapOf(entry), "text") ?? ""))
        if (!this.named.has(id)) this.named.set(id, file.kept());
    }
  }

  /** Adds the places that were named to the entities of the tables, unless another corpus has them. */
  addPlaces(survey: Survey): void {
    const of = CORPUS_FILES.find(({ shape }) => shape.label === "Place");
    for (const [id, file] of this.named) {
      const place = this.places.get(id);
      if (of !== undefined && place !== undefined) survey.addEntity({ entry: asRecord(place) }, of, file);
    }
  }

  /** @returns nothing where nothing is to be found */
  dictionary(survey: Survey, written: readonly KnownEntity[]): NameDictionary | undefined {
    if (this.sources.length === 0) return undefined;
    const dictionary = new NameDictionary();
    for (const id of this.named.keys()) {
      const place = this.places.get(id);
      if (place) dictionary.add(id, [place.name, ...place.aliases]);
    }
    const files: readonly string[] = this.sources;
    for (const [id, { entry, of }] of survey.entities) {
      if (files.includes(of.file.replace(".yaml", "")) && !this.named.has(id)) dictionary.add(id, namesIn(mapOf(entry)));
    }
    const labels = CORPUS_FILES.filter(({ file }) => files.includes(file.replace(".yaml", ""))).map(({ shape }) => shape.label);
    for (const { id, label, names } of written) if (labels.includes(label)) dictionary.add(id, names);
    return dictionary;
  }
}

/** Well-known facts, which no row of the corpus states. */
function asRecord({ slug, name, aliases, latitude, longitude, countryCode, wikidataId }: PlaceEntry): RawEntry {
  const scalar = (text: string): RawNode => scalarNode(text, 0);
  const field = (key: string, value: RawNode): RawEntry => ({ key, at: 0, value });
  const entries = [
    field("aliases", { is: "list", items: aliases.map(scalar), at: 0 }),
    field("latitude", scalar(String(latitude))),
    field("longitude", scalar(String(longitude))),
    field("countryCode", scalar(countryCode)),
    ...(wikidataId === undefined ? [] : [field("wikidataId", scalar(wikidataId))]),
  ].filter(({ value }) => value.is !== "list" || value.items.length > 0);
  const elsewhere = field("elsewhere", { is: "map", entries, at: 0 });
  return { key: slug, at: 0, value: { is: "map", entries: [field("name", scalar(name)), elsewhere], at: 0 } };
}

import { ONTOLOGY } from "../../model/ontology";
import type { NodeKind, Ontology, Property } from "../../model/ontology-types";
import type { DraftNode, DraftRelation, DraftValue, PlannedCorpus } from "../draft/draft";
import { hashOf, hashText, nodeRow } from "./node-row";

/** Raise it when the stored form of a record changes in a way that neither the ontology nor the samples below show. */
const ROW_FORMAT = 6;
const SAMPLE_TEXTS = ["“Ça” went, 2020 Čeština № ½ Straße 5㎏ Ⓛ™", "سخن‌گو گفت: جنگ", "戦争を望まない 12 ﾊﾞｽ ทำ ๑๑๒"];
/** What the ontology says to people, and what an index is made for: neither is stored. */
const NOT_STORED: ReadonlySet<string> = new Set(["description", "follows", "identifying"] satisfies (keyof NodeKind | keyof Property)[]);

let format: string | undefined;

/** Stands for the way in which records are stored: with another one, what was stored before has to be compared record by record. */
export function rowFormat(): string {
  return (format ??= formatOf(ONTOLOGY));
}

/** The same of a model like this one; another wording of what it describes, or another index, is no other format. */
export function formatOf(ontology: Ontology): string {
  const model = JSON.stringify(ontology, (key, value: unknown) => (NOT_STORED.has(key) ? undefined : value));
  return hashText(JSON.stringify([ROW_FORMAT, model, ...sampleHashes()]));
}

function sampleHashes(): string[] {
  const kinds = ONTOLOGY.kinds.filter(({ prefix, scope }) => prefix !== undefined && scope !== "system");
  return kinds.flatMap(({ label }) => SAMPLE_TEXTS.map((text, at) => nodeRow(sample(label, text, at), "dataset:sample", "").hash));
}

function sample(label: string, text: string, at: number): DraftNode {
  const language = ["en", "fa", "ja"][at] ?? "en";
  const dates = { saidAt: "2020-01-02~", startedAt: "2019", endedAt: "2020-01/2020-03", publishedAt: "2020-02-29", reportedAt: "2001-02" };
  return { label, id: `sample:${text}`, properties: { name: text, title: text, text, aliases: [text, text], language, ...dates } };
}

/** Over everything that a corpus says: a graph whose dataset has it holds the corpus, and nothing has to be compared. */
export function plannedContentHash(corpus: Pick<PlannedCorpus, "contentHash" | "dataset">): string {
  return hashText(JSON.stringify([rowFormat(), corpus.contentHash, hashOf(corpus.dataset, [])]));
}

/** Over the relations that begin at one node, in any order; nothing where there are none. */
export function relationsHash(relations: readonly DraftRelation[] | undefined): string {
  if (relations === undefined || relations.length === 0) return "";
  return hashText(rowFormat() + relations.map(canonical).sort().join("\n"));
}

function canonical({ type, to, key, properties, spoken }: DraftRelation): string {
  return JSON.stringify([type, to, key, ...sortedEntries(properties), ...(spoken ? sortedEntries({ ...spoken }) : [])]);
}

function sortedEntries(properties: Readonly<Record<string, DraftValue>>): unknown[] {
  const names = Object.keys(properties);
  return names.sort().flatMap((name) => [name, properties[name]]);
}

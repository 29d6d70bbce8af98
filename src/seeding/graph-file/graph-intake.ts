import { isSlug, parseId } from "../../model/id";
import { isKindOf, kindOf, relationOf } from "../../model/ontology";
import { RELATIONS } from "../../model/relations";
import type { CheckedCorpora } from "../checked-corpora";
import type { DraftRelation } from "../draft/draft";
import { IdSet } from "../draft/id-set";
import { labelOfId } from "../draft/merge-label";
import { SpillList } from "../draft/spill-list";
import type { Fault } from "../faults/fault";
import type { FaultName } from "../faults/fault-codes";
import { didYouMean } from "../faults/nearest-name";
import { checkProperties, faultInId, isMap, isMoment } from "./check-properties";
import type { ValueFault } from "./check-properties";
import { GRAPH_FORMAT, ontologyHash, ownPropertiesOf, ownPropertiesOfRelation } from "./graph-line";
import type { DatasetLine, EndLine, RecordLine, RelationsLine, RelationPart, RetractedLine, RetractedRelationsLine } from "./graph-line";
import { IntakeCorpus } from "./intake-corpus";

/** A graph that was read and checked; faultless ones only may be loaded. */
export interface CheckedGraph extends CheckedCorpora {
  /** What the graph that it comes from had, by dataset: `graphHash` of each. */
  readonly hashes: Readonly<Record<string, string>>;
}

type Line = Readonly<Record<string, unknown>>;

/** A reference whose record had not been met when it was read. */
interface Pending {
  readonly id: string;
  readonly line: number;
  readonly corpus: string;
}

function isFavoured({ type, properties }: DraftRelation): boolean {
  return type === "ATTRIBUTED_TO" && properties["rank"] === "PREFERRED";
}

/** Nobody reads more, and a file of another kind has a fault in each line. */
const MAX_FAULTS = 1000;
const PENDING_PAGES = { pageWeight: 2000, memoryWeight: 50_000 };
const AGAIN = "export the graph again";
const KINDS_OF_LINES = ["dataset", "record", "relations", "retracted", "retractedRelations", "end"];

/**
 * Takes a graph line by line, checks every value against the model, and makes corpora of it that can be loaded. What it
 * keeps in memory is ids; records go to a temporary file where they are many.
 */
export class GraphIntake {
  readonly faults: Fault[] = [];
  private readonly notes: Fault[] = [];
  private readonly corpora = new Map<string, IntakeCorpus>();
  private readonly ids = new IdSet();
  private readonly asideIds = new IdSet();
  private readonly pending = new SpillList<Pending>(PENDING_PAGES);
  private line = 0;
  private records = 0;
  private relations = 0;
  private hasBegun = false;
  private hasUnreadable = false;
  private end: EndLine | undefined;

  /** @param source as faults name it: a file, or the address of a graph */
  constructor(private readonly source: string) {}

  /** Whether there is no sense in going on: another form, or too many faults. */
  get isHopeless(): boolean {
    return this.faults.length >= MAX_FAULTS || (!this.hasBegun && this.faults.length > 0);
  }

  /** @param value a line as data, which may be anything @param line its number, from 1 */
  add(value: unknown, line: number): void {
    this.line = line;
    if (!this.hasBegun) this.begin(value);
    else if (!isMap(value)) this.fault("SHAPE", `a line must be a map, got ${JSON.stringify(value).slice(0, 80)}; ${AGAIN}`);
    else if (this.end !== undefined)
      this.fault("GRAPH_FILE", `something stands behind the last line of the export; take it out, or ${AGAIN}`);
    else this.addLine(value);
  }

  /** Says of a line that it could not be read at all. */
  addUnreadable(name: FaultName, message: string, place: { readonly line: number; readonly column?: number }): void {
    this.hasUnreadable = true;
    this.fault(name, message, place);
  }

  /** Says something of the line that was read last, or of another one. */
  fault(name: FaultName, message: string, { line = this.line, column = 1 }: { line?: number; column?: number } = {}): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ file: this.source, line, column, code: `SEED_${name}`, message });
  }

  /** Whether the last line was met. */
  get isComplete(): boolean {
    return this.end !== undefined;
  }

  /** Looks up the references that were left, and closes the corpora. */
  async finish(): Promise<CheckedGraph> {
    if (this.end === undefined && !this.isHopeless)
      this.fault("GRAPH_FILE", `the export was cut: its last line is missing; copy the file again, or ${AGAIN}`);
    this.pending.seal();
    // Where lines are missing, what they hold would be missed in many places.
    const isWhole = this.end !== undefined && !this.hasUnreadable;
    if (isWhole) for await (const page of this.pending.pages()) for (const each of page) this.lookUp(each);
    this.pending.dispose();
    const corpora = [...this.corpora.values()].map((each) => each.close());
    return { faults: this.faults, notes: this.notes, corpora, runs: [], hashes: this.end?.hashes ?? {} };
  }

  /** Gives back what records are kept in, where reading ended with an error. */
  dispose(): void {
    this.pending.dispose();
    for (const each of this.corpora.values()) each.dispose();
  }

  private begin(value: unknown): void {
    if (!isMap(value) || value["is"] !== "graph") {
      this.fault("GRAPH_FILE", `this is no export of Quoth, whose first line begins with {"is":"graph"; a corpus is given by its folder`);
    } else if (value["format"] !== GRAPH_FORMAT) {
      const message = `an export of form ${JSON.stringify(value["format"])}, this version reads form ${String(GRAPH_FORMAT)}; export with this version, or load with the one that wrote it`;
      this.fault("GRAPH_FILE", message);
    } else {
      this.hasBegun = true;
      if (value["ontology"] !== ontologyHash()) this.noteOtherModel();
    }
  }

  private noteOtherModel(): void {
    const message = "the export was written with another version of the model; what fits this one is loaded, all else is a fault";
    this.notes.push({ file: this.source, line: this.line, column: 1, code: "SEED_GRAPH_FILE", message });
  }

  private addLine(value: Line): void {
    switch (value["is"]) {
      case "dataset":
        return this.addDataset(value);
      case "record":
        return this.addRecord(value);
      case "relations":
        return this.addRelations(value);
      case "retracted":
        return this.addRetracted(value);
      case "retractedRelations":
        return this.addRetractedRelations(value);
      case "end":
        return this.addEnd(value);
      default: {
        const kind = typeof value["is"] === "string" ? value["is"] : JSON.stringify(value["is"] ?? null);
        this.fault("SHAPE", `no line of an export is "${kind}"${didYouMean(kind, KINDS_OF_LINES) || `; ${AGAIN}`}`);
      }
    }
  }

  private addDataset(value: Line): void {
    const { id, properties } = value as unknown as DatasetLine;
    const slug = typeof id === "string" && id.startsWith("dataset:") ? id.slice("dataset:".length) : "";
    if (!isSlug(slug)) return this.fault("SLUG", `${JSON.stringify(id ?? null)} is no id of a dataset; ids of datasets are dataset:slug`);
    if (this.corpora.has(id)) return this.fault("DUPLICATE_KEY", `${id} stands in the export already; take one out, or ${AGAIN}`);
    this.report(checkProperties(properties, ownPropertiesOf("Dataset"), "a dataset"));
    this.corpora.set(id, new IntakeCorpus(slug, isMap(properties) ? properties : {}, this.source));
  }

  private addRecord(value: Line): void {
    const { id, recordedAt, properties, relations = [] } = value as unknown as RecordLine;
    const corpus = this.corpusOf(value);
    if (corpus === undefined || !this.isRecord(id, corpus)) return;
    const label = labelOfId(id);
    if (this.ids.has(id)) return this.fault("DUPLICATE_KEY", `${id} stands in the export already; take one out, or ${AGAIN}`);
    this.ids.add(id);
    const count = this.faults.length;
    this.checkMoment(recordedAt, "recordedAt");
    this.report(checkProperties(properties, ownPropertiesOf(label), `a ${label}`));
    const drafts = this.draftRelations(id, relations, corpus);
    if (drafts.filter(isFavoured).length > 1) this.fault("RANK", `${id} has two speakers of rank PREFERRED; make one of them NORMAL`);
    if (this.faults.length > count) return;
    if (!corpus.addRecord({ label, id, properties, recordedAt }, drafts, { file: this.source, line: this.line, column: 1 }))
      this.spread(id);
    this.records += 1;
    this.relations += drafts.length;
  }

  private addRelations(value: Line): void {
    const { from, relations } = value as unknown as RelationsLine;
    const corpus = this.corpusOf(value);
    if (corpus === undefined || !this.isId(from)) return;
    const count = this.faults.length;
    this.refer(from, corpus);
    const drafts = this.draftRelations(from, relations, corpus);
    // Who said something, and about what, is told by the dataset of the statement alone.
    if (drafts.some(({ type }) => type === "ABOUT" || type === "ATTRIBUTED_TO"))
      this.fault("REF_KIND", `${from} is a statement of another dataset, which alone may say who made it, and what it is about; ${AGAIN}`);
    if (this.faults.length > count) return;
    if (!corpus.addRelations(from, drafts, { file: this.source, line: this.line, column: 1 })) this.spread(from);
    this.relations += drafts.length;
  }

  private addRetracted(value: Line): void {
    const { id, recordedAt, retractedAt, properties } = value as unknown as RetractedLine;
    const corpus = this.corpusOf(value);
    if (corpus === undefined || !this.isRecord(id, corpus)) return;
    const label = labelOfId(id);
    const count = this.faults.length;
    if (this.ids.has(id) || this.asideIds.has(id))
      this.fault("DUPLICATE_KEY", `${id} stands in the export already; take one out, or ${AGAIN}`);
    this.asideIds.add(id);
    this.checkMoment(recordedAt, "recordedAt");
    this.checkMoment(retractedAt, "retractedAt");
    this.report(checkProperties(properties, ownPropertiesOf(label), `a ${label}`));
    if (this.faults.length > count) return;
    corpus.addAside({ node: { label, id, properties, recordedAt, retractedAt } });
    this.records += 1;
  }

  private addRetractedRelations(value: Line): void {
    const { from, relations } = value as unknown as RetractedRelationsLine;
    const corpus = this.corpusOf(value);
    if (corpus === undefined || !this.isId(from)) return;
    const count = this.faults.length;
    const drafts = this.draftRelations(from, relations, corpus, "retracted");
    if (Array.isArray(relations))
      for (const each of relations as readonly unknown[]) this.checkMoment(isMap(each) && each["retractedAt"], "retractedAt");
    if (this.faults.length > count) return;
    drafts.forEach((draft, at) => corpus.addAside({ relation: { ...draft, retractedAt: relations[at]?.retractedAt ?? "" } }));
    this.relations += drafts.length;
  }

  private addEnd(value: Line): void {
    const { records, relations, hashes } = value as unknown as EndLine;
    this.end = { is: "end", records, relations, hashes: isMap(hashes) ? hashes : {} };
    const ids = [...this.corpora.keys()];
    const isEach =
      Object.keys(this.end.hashes).length === ids.length && ids.every((id) => /^[0-9a-f]{32}$/.test(String(this.end?.hashes[id])));
    if (!isEach) return this.fault("GRAPH_FILE", `the last line must have the hash of each dataset of the export; ${AGAIN}`);
    if (this.faults.length > 0 || (records === this.records && relations === this.relations)) return;
    const found = `${String(this.records)} records and ${String(this.relations)} relations`;
    this.fault(
      "GRAPH_FILE",
      `the export has ${found}, and its last line says ${String(records)} and ${String(relations)}; lines are missing or were added: ${AGAIN}`,
    );
  }

  private draftRelations(from: string, parts: unknown, corpus: IntakeCorpus, state: "live" | "retracted" = "live"): DraftRelation[] {
    if (!Array.isArray(parts)) {
      this.fault("SHAPE", `"relations" must be a list; ${AGAIN}`);
      return [];
    }
    const drafts: DraftRelation[] = [];
    const seen = new Set<string>();
    for (const part of parts as readonly unknown[]) {
      const draft = this.draftRelation(from, part);
      if (draft === undefined) continue;
      const name = [draft.type, draft.to, draft.key].join("\n");
      if (seen.has(name)) this.fault("DUPLICATE_RELATION", `${draft.type} from ${from} to ${draft.to} stands there twice; take one out`);
      seen.add(name);
      if (state === "live") this.refer(draft.to, corpus);
      drafts.push(draft);
    }
    return drafts;
  }

  private draftRelation(from: string, part: unknown): DraftRelation | undefined {
    if (!isMap(part)) {
      this.fault("SHAPE", `a relation must be a map; ${AGAIN}`);
      return undefined;
    }
    const { type, to, key, properties = {} } = part as unknown as RelationPart;
    if (!RELATIONS.some((each) => each.type === type)) {
      const near =
        typeof type === "string"
          ? didYouMean(
              type,
              RELATIONS.map((each) => each.type),
            )
          : "";
      this.fault("ENUM", `${JSON.stringify(type ?? null)} is no relation of the model${near || `; ${AGAIN}`}`);
      return undefined;
    }
    if (!this.isId(to)) return undefined;
    const relation = relationOf(type);
    if (!isKindOf(labelOfId(from), relation.from))
      this.fault("REF_KIND", `${type} does not begin at a ${labelOfId(from)} (${from}); it begins at ${relation.from.join(" or ")}`);
    if (!isKindOf(labelOfId(to), relation.to))
      this.fault("REF_KIND", `${type} does not lead to a ${labelOfId(to)} (${to}); it leads to ${relation.to.join(" or ")}`);
    if (typeof key !== "string") this.fault("TYPE", `"key" of ${type} must be text; ${AGAIN}`);
    this.report(checkProperties(properties, ownPropertiesOfRelation(type), type));
    return { type, from, to, key, properties };
  }

  /** Both ends of a live relation must be there: in the export, or in the graph that it goes to. */
  private refer(id: string, { id: corpus }: IntakeCorpus): void {
    if (!this.ids.has(id)) this.pending.add({ id, line: this.line, corpus: `dataset:${corpus}` });
  }

  private lookUp({ id, line, corpus }: Pending): void {
    if (this.ids.has(id)) return;
    const owner = parseId(id)?.corpus;
    if (owner !== undefined && this.corpora.has(`dataset:${owner}`)) {
      this.fault("MISSING_REF", `the export has no ${id}; add its line, or ${AGAIN}`, { line });
    } else this.corpora.get(corpus)?.refer(id, { file: this.source, line, column: 1 });
  }

  private corpusOf({ dataset }: Line): IntakeCorpus | undefined {
    const corpus = typeof dataset === "string" ? this.corpora.get(dataset) : undefined;
    if (corpus === undefined)
      this.fault("MISSING_REF", `no line before this one describes the dataset ${JSON.stringify(dataset ?? null)}; ${AGAIN}`);
    return corpus;
  }

  private isRecord(id: unknown, corpus: IntakeCorpus): id is string {
    if (!this.isId(id)) return false;
    if (kindOf(labelOfId(id)).scope === "shared" || parseId(id)?.corpus === corpus.id) return true;
    this.fault("REF_KIND", `${id} does not belong to the dataset "${corpus.id}" of its line; ${AGAIN}`);
    return false;
  }

  private isId(id: unknown): id is string {
    const fault = faultInId(id);
    if (fault !== undefined) this.report([fault]);
    return fault === undefined;
  }

  private checkMoment(value: unknown, name: string): void {
    if (!isMoment(value)) this.fault("TYPE", `"${name}" must be a moment in UTC such as 2026-01-01T00:00:00.000Z; ${AGAIN}`);
  }

  /** The seeder compares all that begins at one node at once. */
  private spread(id: string): void {
    this.fault("DUPLICATE_RELATION", `relations that begin at ${id} stand in two lines; put them into one, or ${AGAIN}`);
  }

  private report(faults: readonly ValueFault[]): void {
    for (const { name, message } of faults) this.fault(name, message);
  }
}

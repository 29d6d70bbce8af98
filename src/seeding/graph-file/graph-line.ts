import { kindOf, ONTOLOGY, propertiesOf, relationOf } from "../../model/ontology";
import type { Property } from "../../model/ontology-types";
import type { DraftValue } from "../draft/draft";
import { hashText } from "../stored/node-row";

/** Raise it when a file of today's form could be misread by the code of before. */
export const GRAPH_FORMAT = 1;

type Properties = Readonly<Record<string, DraftValue>>;

/** The first line: what this is, and of which datasets. */
export interface HeadLine {
  readonly is: "graph";
  readonly format: number;
  /** Stands for the model that wrote it. */
  readonly ontology: string;
  /** Ids such as `dataset:soleimani-2020`. */
  readonly datasets: readonly string[];
}

/** A dataset as its makers described it. */
export interface DatasetLine {
  readonly is: "dataset";
  readonly id: string;
  readonly properties: Properties;
}

/** A relation that begins at the record, or at the node, of its line. */
export interface RelationPart {
  readonly type: string;
  readonly to: string;
  readonly key: string;
  readonly properties?: Properties;
}

/** A record with all relations that its dataset lets begin at it. */
export interface RecordLine {
  readonly is: "record";
  readonly dataset: string;
  readonly id: string;
  readonly recordedAt: string;
  readonly properties: Properties;
  readonly relations?: readonly RelationPart[];
}

/** All relations that a dataset lets begin at a record of another one. */
export interface RelationsLine {
  readonly is: "relations";
  readonly dataset: string;
  readonly from: string;
  readonly relations: readonly RelationPart[];
}

/** A record that was moved aside. */
export interface RetractedLine {
  readonly is: "retracted";
  readonly dataset: string;
  readonly id: string;
  readonly recordedAt: string;
  readonly retractedAt: string;
  readonly properties: Properties;
}

/** Relations that were moved aside, and when each was. */
export interface RetractedRelationsLine {
  readonly is: "retractedRelations";
  readonly dataset: string;
  readonly from: string;
  readonly relations: readonly (RelationPart & { readonly retractedAt: string })[];
}

/** The last line: without it the file was cut. */
export interface EndLine {
  readonly is: "end";
  readonly records: number;
  readonly relations: number;
  /** `graphHash` of each dataset, by its id. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** A graph, or some datasets of it, line by line. */
export type GraphLine = HeadLine | DatasetLine | RecordLine | RelationsLine | RetractedLine | RetractedRelationsLine | EndLine;

/** Stands for the model of this code. */
export function ontologyHash(): string {
  return hashText(JSON.stringify(ONTOLOGY));
}

/** What lines carry in fields of their own. */
const IN_FIELDS = new Set(["dataset", "recordedAt"]);

/** The properties of a kind that a line carries: no helpers, and of a dataset what its makers wrote. */
export function ownPropertiesOf(label: string): readonly Property[] {
  const all = propertiesOf(kindOf(label)).filter(({ name }) => !IN_FIELDS.has(name));
  return label === "Dataset" ? all.filter(({ derived }) => derived !== true) : all;
}

/** The properties of a relation that a line carries. */
export function ownPropertiesOfRelation(type: string): readonly Property[] {
  return relationOf(type).properties;
}

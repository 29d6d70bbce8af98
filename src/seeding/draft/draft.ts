import type { Fault } from "../faults/fault";

export type DraftValue = string | number | boolean | readonly string[];

/** A record that will be a node, checked and with its references resolved, before helpers and hash are added. */
export interface DraftNode {
  readonly label: string;
  readonly id: string;
  /** Own properties; what is absent is not there. */
  readonly properties: Record<string, DraftValue>;
  /** When it first came into a graph, where it comes from another one; the moment of the load without it. */
  readonly recordedAt?: string;
  /** Of a statement: its favoured speaker, as `withSpeakers` adds it. */
  readonly speakerId?: string;
  /** Of a span that was not compared with a text: the hash of the one that its document wants, where it says so. */
  readonly textHash?: string;
}

/** What an ABOUT relation has of its ends: helpers, as those of nodes. */
export interface Spoken {
  readonly aboutId: string;
  readonly saidKey: string;
  /** The favoured speaker of the statement, where it has one. */
  readonly speakerId?: string;
  readonly saidAtYear?: string;
  readonly saidAtMonth?: string;
}

/** A relation between two nodes, given by their ids. */
export interface DraftRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly key: string;
  readonly properties: Readonly<Record<string, DraftValue>>;
  /** Of ABOUT: as `withSpeakers` adds it. */
  readonly spoken?: Spoken;
}

/** A place in a file of the corpus. */
export type Place = Pick<Fault, "file" | "line" | "column">;

/** A reference to a record of another corpus, which only the graph can look up. */
export interface ForeignReference {
  readonly id: string;
  readonly label: string;
  readonly place: Place;
}

/** That a place, or an organization, is part of another one. */
export interface PartOf {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/** Some records with all that hangs on them: nodes of this corpus, and every relation that begins at one of them or at an entity of another corpus. */
export interface DraftChunk {
  readonly nodes: readonly DraftNode[];
  readonly relations: readonly DraftRelation[];
}

/** A record that another graph had moved aside, and when. */
export interface AsideNode extends DraftNode {
  readonly retractedAt: string;
}

/** A relation that another graph had moved aside, and when. */
export interface AsideRelation extends DraftRelation {
  readonly retractedAt: string;
}

/** Something that was moved aside. */
export type Aside = { readonly node: AsideNode } | { readonly relation: AsideRelation };

/** What a corpus holds. */
export interface CorpusCounts {
  readonly statements: number;
  readonly reports: number;
  readonly documents: number;
  readonly entities: number;
  /** All nodes. */
  readonly records: number;
  readonly relations: number;
  /** Nodes by label. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** A whole corpus, valid in itself. */
export interface PlannedCorpus {
  readonly id: string;
  readonly version: string;
  /** The properties of its Dataset node that its makers wrote. */
  readonly dataset: Readonly<Record<string, DraftValue>>;
  /**
   * All records, in the order in which nodes are to be written; may be gone through several times and gives the same each
   * time. All relations that begin at one node are in one chunk, also those that begin at an entity of another corpus.
   */
  chunks(): AsyncIterable<DraftChunk>;
  /** Gives back what the records are kept in. */
  dispose(): void;
  readonly counts: CorpusCounts;
  /** Over all records in order: equal where two runs read the same. */
  readonly contentHash: string;
  /** Over the files that it was made of; only of corpora with tables. */
  readonly inputHash?: string;
  /** The graph was made of these very files: they were not read again, and `chunks` gives nothing. */
  readonly isSkipped?: true;
  /** Only the first rows of its tables were read: what is missing here is not gone. */
  readonly isPartial?: true;
  readonly foreign: readonly ForeignReference[];
  /** All PART_OF relations of it. */
  readonly hierarchy?: readonly PartOf[];
  /** Where each record of a kind that all corpora share is defined, by id. */
  readonly shared: ReadonlyMap<string, Place>;
  /** The folder, or the file of an export, as the caller named it, for messages about records that are in no file any more. */
  readonly folder: string;
  /** Where it comes from another graph: what that one had moved aside, page by page, records before relations. */
  readonly aside?: () => AsyncIterable<readonly Aside[]>;
}

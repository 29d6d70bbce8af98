import type { DraftNode, DraftRelation } from "../draft/draft";
import type { SourceFile } from "../readers/source-file";
import type { CodePointText } from "./code-point-text";
import type { ReferenceContext } from "./resolve-reference";

/** What statements need to know of a document. */
export interface KnownDocument {
  readonly publishedAt?: string;
  /** At hand and the one that the hash was made of. */
  readonly text?: CodePointText;
  /** The hash of that text, where the corpus does not bring it: another load may have to do without it. */
  readonly givenHash?: string;
  /** As the corpus writes it. */
  readonly textHash?: string;
  /** The corpus's makers checked every span against the text with this hash. */
  readonly checkedByMakers: boolean;
}

/** A text that the caller gave for a document, which is used to check and never stored. */
export interface GivenText {
  readonly path: string;
  readonly bytes: Buffer;
  /** A table brings it at each load. */
  readonly isOfCorpus?: true;
}

/** An edge of a hierarchy, for finding circles once all are known. */
export interface HierarchyEdge {
  readonly from: string;
  readonly to: string;
  readonly file: SourceFile;
  readonly at: number;
}

/** Everything that the validation of one record reads or adds to. */
export interface RecordContext extends ReferenceContext {
  readonly corpusId: string;
  readonly nodes: DraftNode[];
  readonly relations: DraftRelation[];
  readonly documents: Map<string, KnownDocument>;
  readonly hierarchy: HierarchyEdge[];
  /** What `textFile` fields name. */
  readonly textFiles: ReadonlyMap<string, Buffer>;
  /** By slug or id of the document. */
  readonly givenTexts: ReadonlyMap<string, GivenText>;
  /** A span that does not fit its text is kept without being verified, and noted; else it is a fault. */
  readonly keepsUnverified?: true;
}

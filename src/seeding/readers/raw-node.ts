/** What a reader hands on: the file's structure with places, before any field is known. Offsets are into the file's text. */
export interface RawScalar {
  readonly is: "scalar";
  /** From the source text; no number, boolean or date is guessed. */
  readonly text: string;
  /** Without quotes, so that nothing, `~` and `null` stand for an absent value. */
  readonly plain: boolean;
  readonly at: number;
  /** Where a `#` stands that may belong to the text, and ended it. */
  readonly cutAt?: number;
  /** The reader reported a fault here already; the text is not to be trusted. */
  readonly broken?: true;
}

export interface RawList {
  readonly is: "list";
  readonly items: readonly RawNode[];
  readonly at: number;
}

export interface RawEntry {
  readonly key: string;
  readonly at: number;
  readonly value: RawNode;
}

export interface RawMap {
  readonly is: "map";
  readonly entries: readonly RawEntry[];
  readonly at: number;
  /** The reader had to leave lines out, so a missing field means nothing. */
  readonly incomplete?: true;
}

export type RawNode = RawScalar | RawList | RawMap;

/** A text that was not read but made, such as one that is filled in. @param at the place that faults in it have */
export function scalarNode(text: string, at: number): RawScalar {
  return { is: "scalar", text, plain: false, at };
}

/** One file: entries from slug to record, or from field to value. */
export interface RawFile {
  readonly entries: readonly RawEntry[];
  /** Whole entries may be missing: the file, or an entry of it, could not be read. */
  readonly unreadable: boolean;
  /** Lines were left out somewhere. */
  readonly incomplete: boolean;
}

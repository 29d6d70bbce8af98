import type { RawEntry } from "../readers/raw-node";

/** A name that a row uses, with what may help to tell who is meant. */
export interface NameRequest {
  readonly name: string;
  readonly slug?: string;
  readonly kinds: readonly string[];
  /** The words that a source has for who speaks, which may name several; elsewhere a name is one name. */
  readonly isSpeaker: boolean;
  /** Own fields of a new one. */
  readonly record: readonly RawEntry[];
  readonly number: number;
}

/** Whom a name means: `id` is a slug or id; `position` a position of theirs; without an id, whom it may mean, several that it names together, or that nobody is named. */
export interface NameAnswer {
  readonly id?: string;
  readonly position?: string;
  readonly candidates?: readonly { readonly id: string; readonly probability: number }[];
  readonly together?: readonly string[];
  readonly sourceKind?: string;
  /** By its words it names nobody. */
  readonly isUnnamed?: true;
}

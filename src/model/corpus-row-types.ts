import type { Property } from "./ontology-types";

/**
 * How the records of a corpus are written: one shape a file, made from the ontology's properties and relations.
 * The corpus reader, `schema/corpus.schema.json` and docs/model.md follow this table.
 */
export interface RecordShape {
  /** The kind of node that a record becomes. */
  readonly label: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

export interface CorpusFile {
  readonly file: string;
  readonly shape: RecordShape;
}

/** A value of the record itself. */
export interface PropertyField {
  readonly is: "property";
  readonly name: string;
  readonly property: Property;
}

/**
 * A slug that points elsewhere, or a list of them; where `details` has names, an item may also be a map with the slug
 * under `key` and those properties of the relation beside it.
 */
export interface LinkField {
  readonly is: "link";
  readonly name: string;
  readonly description: string;
  readonly many: boolean;
  readonly required?: true;
  readonly relation: string;
  /** `out`: from this record's node to the other; `in`: the other way round. */
  readonly direction: "out" | "in";
  /** Kinds that the slug may name. */
  readonly to: readonly string[];
  readonly key: string;
  readonly details: readonly Detail[];
}

/** A property of a relation as it is written in a corpus: a value, or slugs that become ids. */
export type Detail = PropertyField | SlugField;

/** A slug, or a list of them, that becomes an id in a property; `scope` says where it is looked up. */
export interface SlugField {
  readonly is: "slug";
  readonly name: string;
  readonly description: string;
  readonly many: boolean;
  readonly required?: true;
  /** The property of node or relation that takes the id. */
  readonly property: string;
  readonly to: readonly string[];
  /** `corpus`: any record; `speaker`: a position of the speaker beside it; `statement`: a report of this statement. */
  readonly scope: "corpus" | "speaker" | "statement";
}

/** Records inside a record, each a node of its own: a map from slug, or a list whose items say their slug. */
export interface ChildrenField {
  readonly is: "children";
  readonly name: string;
  readonly description: string;
  readonly form: "map" | "list";
  readonly required?: true;
  /** From parent to child. */
  readonly relation: string;
  readonly direction: "out" | "in";
  readonly shape: RecordShape;
}

/** A map from span role (in lower case) to a list of spans. */
export interface SpansField {
  readonly is: "spans";
  readonly name: string;
  readonly description: string;
  readonly shape: RecordShape;
}

/** A map of this record's own property fields: well-known facts that the corpus's documents do not state. */
export interface ElsewhereField {
  readonly is: "elsewhere";
  readonly name: string;
  readonly description: string;
}

/** The name of a file within the corpus folder whose content becomes the property. */
export interface FileField {
  readonly is: "file";
  readonly name: string;
  readonly description: string;
  readonly property: string;
}

/** The slug of the record itself, where it is no key of a map. */
export interface OwnSlugField {
  readonly is: "ownSlug";
  readonly name: string;
  readonly description: string;
  readonly required?: true;
}

export type Field = PropertyField | LinkField | SlugField | ChildrenField | SpansField | ElsewhereField | FileField | OwnSlugField;

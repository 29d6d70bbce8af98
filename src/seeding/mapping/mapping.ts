import type { CorpusFile } from "../../model/corpus-row-types";
import type { TableSource } from "../files/table-source";
import type { Template } from "./template";

/** A mapping.yaml, read and checked: how the rows of tables become records of a corpus. */
export interface Mapping {
  /** As faults name it. */
  readonly path: string;
  readonly tables: readonly TablePlan[];
  readonly lookups: ReadonlyMap<string, LookupPlan>;
  /** Which columns of lookups are asked for, each with the place where it is first. */
  readonly lookupColumns: readonly LookupColumn[];
  /** What is looked for in the texts of statements. */
  readonly mentions: readonly MentionSource[];
  /** Whether equal words of one day are one statement, whoever reports them. */
  readonly sameWords: boolean;
  /** The least similarity of two statements that are noted as variants; absent where none are looked for. */
  readonly variants?: number;
  /** Places of templates, by their number. */
  readonly places: readonly TemplatePlace[];
}

/** Where a template stands in mapping.yaml, and the first column that it names. */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
  readonly cell?: string;
}

/** `<code | lookup table name>` */
export interface LookupColumn {
  readonly table: string;
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export const MENTION_SOURCES = ["countries", "cities", "people", "organizations", "places", "events", "works", "topics"] as const;
export type MentionSource = (typeof MENTION_SOURCES)[number];

export interface TablePlan {
  readonly name: string;
  readonly source: TableSource;
  /** Rows for which it is empty say nothing. */
  readonly where?: Template;
  /** Variables, each of which may use those before it. */
  readonly set: readonly VariablePlan[];
  /** In the order in which a corpus's files are read. */
  readonly records: readonly RecordsPlan[];
  /** Every column that it names, whole and as the column that a field is in, with where it does. */
  readonly columns: readonly { readonly names: readonly string[]; readonly line: number; readonly column: number }[];
  /** Where it stands in mapping.yaml. */
  readonly place: { readonly line: number; readonly column: number };
}

/** A name for a value that is used several times, or under a condition. */
export interface VariablePlan extends Conditions {
  readonly name: string;
  readonly template: Template;
}

export interface Conditions {
  /** Left out where it is empty. */
  readonly when?: Template;
  /** Left out where it is not empty. */
  readonly unless?: Template;
}

/** What one row says for one file of a corpus. */
export interface RecordsPlan {
  readonly file: CorpusFile | "relations";
  readonly entries: readonly MapPlan[];
}

export interface LookupPlan {
  readonly name: string;
  /** Written in the mapping itself. */
  readonly pairs?: ReadonlyMap<string, string>;
  readonly source?: TableSource;
  readonly key?: Template;
}

/** A part of a record, to be filled in by a row. */
export type Plan = TextPlan | ListPlan | MapPlan | NamePlan;

export interface TextPlan {
  readonly is: "text";
  readonly template: Template;
  /** The field takes a list, so that one value stands for a list of one. */
  readonly asList: boolean;
  /** A whole text, in which spans count from the first sign: blanks around it are part of it. */
  readonly isExact?: true;
}

export interface ListPlan {
  readonly is: "list";
  readonly items: readonly Plan[];
  readonly number: number;
  /** The field takes one: of the items, that whose conditions hold. */
  readonly isOne?: true;
}

export interface MapPlan extends Conditions {
  readonly is: "map";
  readonly entries: readonly EntryPlan[];
  /** Once for every item of a list. */
  readonly each?: { readonly variable: string; readonly list: Template };
  readonly number: number;
  /** The field takes a list, so that one map stands for a list of one. */
  readonly asList: boolean;
  /** The map says nothing but this field's value, which stands for it. */
  readonly only?: string;
  /** A link: without this field it points nowhere, and where nothing else is filled in by the row it says nothing. */
  readonly target?: string;
  /** Its keys are slugs, so that `each` gives more entries of one map, not more maps. */
  readonly isBySlug?: true;
  /** It is a whole statement, whose reports say what its speaker's name came to. */
  readonly isStatement?: true;
}

export interface EntryPlan {
  /** A field's name, or a slug with blanks. */
  readonly key: Template;
  readonly plan: Plan;
}

/** Who or what is meant by a name: found among the known, or made. */
export interface NamePlan extends Conditions {
  readonly is: "name";
  readonly name: Template;
  /** A slug or id that settles who it is. */
  readonly slug?: Template;
  /** Kinds that it may be; the first is that of a new one. */
  readonly kinds: readonly string[];
  /** Of a new one. */
  readonly record: readonly EntryPlan[];
  /** What stands beside the reference: a stance, a position. */
  readonly details: readonly EntryPlan[];
  /** The field of an item that holds the reference, where there are details. */
  readonly key: string;
  /** It stands among `attributions`, each of which has details of its own. */
  readonly isAttribution?: true;
  readonly each?: { readonly variable: string; readonly list: Template };
  readonly number: number;
  readonly asList: boolean;
}

/** A field of documents in mappings: a text that proves spans and gives the hash, and is not stored. */
export const TEXT_TO_CHECK = "textToCheck";

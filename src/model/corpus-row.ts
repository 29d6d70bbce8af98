import { EVENT, ORGANIZATION, PERSON, PLACE, plain } from "./corpus-entities";
import { detail, DOCUMENTS, link, optional, ownProperties, property } from "./corpus-fields";
import type { CorpusFile, Detail, RecordShape } from "./corpus-row-types";
import { relationOf } from "./ontology";

const DOCUMENT: RecordShape = {
  label: "Document",
  description: "A text that carries statements.",
  fields: [
    ...ownProperties("Document"),
    {
      is: "file",
      name: "textFile",
      description: "The file in the corpus folder that holds the text, instead of `text`.",
      property: "text",
    },
    link({
      name: "publisher",
      description: "The outlet, or the account that posted it.",
      many: false,
      relation: "PUBLISHED_BY",
      to: ["Entity", "Account"],
      key: "publisher",
    }),
    link({
      name: "authors",
      description: "Who wrote it.",
      many: true,
      relation: "WRITTEN_BY",
      to: ["Person", "Organization"],
      key: "author",
    }),
  ],
};

const SPAN: RecordShape = {
  label: "Span",
  description: "A stretch of the document's text.",
  fields: [
    property("Span", "start"),
    property("Span", "end"),
    optional(property("Span", "exact")),
    property("Span", "prefix"),
    property("Span", "suffix"),
    link({
      name: "denotes",
      description: "The entity that the words refer to.",
      many: false,
      relation: "DENOTES",
      to: ["Entity"],
      key: "entity",
    }),
  ],
};

const REPORT: RecordShape = {
  label: "Report",
  description: "One source's account of the statement.",
  fields: [
    {
      is: "ownSlug",
      name: "slug",
      description: "Tells two reports of one statement in one document apart; the document's slug unless given.",
    },
    link({
      name: "in",
      description: "The document that it stands in.",
      many: false,
      required: true,
      relation: "IN_DOCUMENT",
      to: ["Document"],
      key: "document",
    }),
    property("Report", "type"),
    optional(property("Report", "text")),
    property("Report", "cue"),
    property("Report", "reportedAt"),
    optional(property("Report", "sourceKind")),
    property("Report", "confidence"),
    {
      is: "slug",
      name: "via",
      description: "The report of this statement that this one rests on: its slug.",
      many: false,
      property: "via",
      to: ["Report"],
      scope: "statement",
    },
    { is: "spans", name: "spans", description: "Where it stands in the document's text: a list of spans for each role.", shape: SPAN },
  ],
};

const ATTRIBUTION_DETAILS: readonly Detail[] = [
  optional(detail("ATTRIBUTED_TO", "rank")),
  detail("ATTRIBUTED_TO", "probability"),
  {
    is: "slug",
    name: "position",
    description: "The office held when speaking: a position of this speaker.",
    many: false,
    property: "positionId",
    to: ["Position"],
    scope: "speaker",
  },
  {
    is: "slug",
    name: "reports",
    description:
      "The reports of this statement that name this speaker. Unless given: all of them; of `speaker`, all that no other attribution lists.",
    many: true,
    property: "reportIds",
    to: ["Report"],
    scope: "statement",
  },
];

const STATEMENT: RecordShape = {
  label: "Statement",
  description: "What was said, once, however many documents carry it.",
  fields: [
    ...ownProperties("Statement"),
    link({
      name: "speaker",
      description: "The speaker that the evidence favours: short for an attribution of rank PREFERRED.",
      many: false,
      relation: "ATTRIBUTED_TO",
      to: ["Person", "Organization"],
      key: "speaker",
      details: ATTRIBUTION_DETAILS,
    }),
    link({
      name: "attributions",
      description: "Further candidate speakers.",
      many: true,
      relation: "ATTRIBUTED_TO",
      to: ["Person", "Organization"],
      key: "speaker",
      details: ATTRIBUTION_DETAILS,
    }),
    link({
      name: "about",
      description: "Who or what it is about.",
      many: true,
      relation: "ABOUT",
      to: ["Entity"],
      key: "entity",
      details: [detail("ABOUT", "stance")],
    }),
    link({
      name: "mentions",
      description: "Named in it, without being its subject.",
      many: true,
      relation: "MENTIONS",
      to: ["Entity"],
      key: "entity",
    }),
    link({ name: "addressedTo", description: "Whom it was said to.", many: true, relation: "ADDRESSED_TO", to: ["Entity"], key: "entity" }),
    link({ name: "saidIn", description: "Where it was said.", many: false, relation: "SAID_IN", to: ["Place"], key: "place" }),
    link({
      name: "saidDuring",
      description: "The event during which it was said.",
      many: false,
      relation: "SAID_DURING",
      to: ["Event"],
      key: "event",
    }),
    link({
      name: "respondsTo",
      description: "Statements that it answers.",
      many: true,
      relation: "RESPONDS_TO",
      to: ["Statement"],
      key: "statement",
      details: [
        detail("RESPONDS_TO", "kind"),
        {
          is: "slug",
          name: "assertedBy",
          description: "The document that draws the link; absent when the statement itself says so.",
          many: false,
          property: "documentId",
          to: ["Document"],
          scope: "corpus",
        },
        detail("RESPONDS_TO", "confidence"),
      ],
    }),
    link({
      name: "variantOf",
      description: "Statements that it is a cut, paraphrase or translation of.",
      many: true,
      relation: "VARIANT_OF",
      to: ["Statement"],
      key: "statement",
      details: [detail("VARIANT_OF", "similarity")],
    }),
    link({ name: "expresses", description: "Claims that it makes.", many: true, relation: "EXPRESSES", to: ["Claim"], key: "claim" }),
    {
      is: "children",
      name: "reports",
      description: "The documents that carry it, at least one.",
      form: "list",
      required: true,
      relation: "REPORTS",
      direction: "in",
      shape: REPORT,
    },
  ],
};

const REVIEW: RecordShape = {
  label: "ClaimReview",
  description: "A fact-checker's verdict.",
  fields: [
    ...ownProperties("ClaimReview"),
    link({ name: "publisher", description: "Who reviewed it.", many: false, relation: "BY", to: ["Organization"], key: "publisher" }),
  ],
};

const CLAIM: RecordShape = {
  label: "Claim",
  description: "A checkable proposition.",
  fields: [
    ...ownProperties("Claim"),
    {
      is: "children",
      name: "reviews",
      description: "Fact-checkers' verdicts on it, by slug.",
      form: "map",
      relation: "REVIEWS",
      direction: "in",
      shape: REVIEW,
    },
  ],
};

/** corpus.yaml: the one file that is a single record. */
export const CORPUS_SHAPE: RecordShape = {
  label: "Dataset",
  description: "What the corpus is.",
  fields: [
    { is: "ownSlug", name: "id", required: true, description: "The corpus's slug, part of the ids of its statements and documents." },
    { is: "property", name: "title", property: { ...property("Dataset", "name").property, name: "title" } },
    property("Dataset", "description"),
    property("Dataset", "licence"),
    property("Dataset", "version"),
    property("Dataset", "url"),
  ],
};

/** Each a map from slug to record. */
export const CORPUS_FILES: readonly CorpusFile[] = [
  { file: "people.yaml", shape: PERSON },
  { file: "organizations.yaml", shape: ORGANIZATION },
  { file: "places.yaml", shape: PLACE },
  { file: "events.yaml", shape: EVENT },
  { file: "works.yaml", shape: plain("Work") },
  { file: "topics.yaml", shape: plain("Topic") },
  { file: "documents.yaml", shape: DOCUMENT },
  { file: "statements.yaml", shape: STATEMENT },
  { file: "claims.yaml", shape: CLAIM },
];

/** relations.yaml: relations between entities that need more than a slug, or that no field has. */
export const RELATION_FILE = "relations.yaml";
export const WRITTEN_RELATIONS = ["RELATED_TO", "MEMBER_OF", "PART_OF", "LOCATED_IN", "INVOLVED_IN"] as const;

/** The fields of relations.yaml beside `type`, `from` and `to`: every property that one of the relations has. */
export function relationFields(): Detail[] {
  const names = new Map<string, Detail>([["documents", DOCUMENTS]]);
  for (const type of WRITTEN_RELATIONS) {
    for (const each of relationOf(type).properties) {
      if (each.type !== "ids") names.set(each.name, optional({ is: "property", name: each.name, property: each }));
    }
  }
  return [...names.values()];
}

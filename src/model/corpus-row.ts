import type {
  ChildrenField,
  CorpusFile,
  Detail,
  ElsewhereField,
  LinkField,
  PropertyField,
  RecordShape,
  SlugField,
} from "./corpus-row-types";
import { kindOf, propertiesOf, relationOf } from "./ontology";

function property(label: string, name: string): PropertyField {
  const found = propertiesOf(kindOf(label)).find((each) => each.name === name);
  if (!found) throw new Error(`${label} has no property ${name}.`);
  return { is: "property", name, property: found };
}

function ownProperties(label: string): PropertyField[] {
  return propertiesOf(kindOf(label))
    .filter((each) => !each.derived)
    .map((each) => ({ is: "property", name: each.name, property: each }));
}

function detail(relation: string, name: string): PropertyField {
  const found = relationOf(relation).properties.find((each) => each.name === name);
  if (!found) throw new Error(`${relation} has no property ${name}.`);
  return { is: "property", name, property: found };
}

/** The seeder fills it in where it is absent. */
const optional = (field: PropertyField): PropertyField => {
  const { required: _required, ...rest } = field.property;
  return { ...field, property: rest };
};

const DOCUMENTS: SlugField = {
  is: "slug",
  name: "documents",
  description: "Slugs of the documents that say so.",
  many: true,
  property: "documentIds",
  to: ["Document"],
  scope: "corpus",
};

const ELSEWHERE: ElsewhereField = {
  is: "elsewhere",
  name: "elsewhere",
  description:
    "Fields of this record whose values are well-known facts that the corpus's documents do not state; lists are added to those above.",
};

type LinkParts = Omit<LinkField, "is" | "direction" | "details"> & Partial<Pick<LinkField, "direction" | "details">>;
const link = (parts: LinkParts): LinkField => ({ is: "link", direction: "out", details: [], ...parts });

const PART_OF = (label: string, what: string): LinkField =>
  link({
    name: "partOf",
    description: `The ${what} that this one is part of.`,
    many: true,
    relation: "PART_OF",
    to: [label],
    key: label.toLowerCase(),
    details: [DOCUMENTS],
  });

const LOCATED_IN = (description: string): LinkField =>
  link({ name: "locatedIn", description, many: true, relation: "LOCATED_IN", to: ["Place"], key: "place", details: [DOCUMENTS] });

const ACCOUNT: RecordShape = {
  label: "Account",
  description: "An account on a platform.",
  fields: [...ownProperties("Account"), ELSEWHERE],
};

const ACCOUNTS: ChildrenField = {
  is: "children",
  name: "accounts",
  description: "Accounts that it posts from, by slug. Account slugs are shared by all corpora.",
  form: "map",
  relation: "OWNS",
  direction: "out",
  shape: ACCOUNT,
};

const POSITION: RecordShape = {
  label: "Position",
  description: "An office or job.",
  fields: [
    ...ownProperties("Position"),
    link({
      name: "organization",
      description: "The organization it is with.",
      many: false,
      relation: "AT",
      to: ["Organization"],
      key: "organization",
    }),
    link({ name: "place", description: "The place it is for.", many: false, relation: "IN_PLACE", to: ["Place"], key: "place" }),
    DOCUMENTS,
    ELSEWHERE,
  ],
};

const PERSON: RecordShape = {
  label: "Person",
  description: "A human being.",
  fields: [
    ...ownProperties("Person"),
    ELSEWHERE,
    {
      is: "children",
      name: "positions",
      description: "Offices and jobs held, by slug.",
      form: "map",
      relation: "HELD",
      direction: "out",
      shape: POSITION,
    },
    ACCOUNTS,
    link({
      name: "memberOf",
      description: "Organizations that the person belongs or belonged to.",
      many: true,
      relation: "MEMBER_OF",
      to: ["Organization"],
      key: "organization",
      details: [detail("MEMBER_OF", "startedAt"), detail("MEMBER_OF", "endedAt"), DOCUMENTS],
    }),
  ],
};

const ORGANIZATION: RecordShape = {
  label: "Organization",
  description: "A state, government, company, outlet, agency or group that speaks or is spoken about as one.",
  fields: [
    ...ownProperties("Organization"),
    ELSEWHERE,
    ACCOUNTS,
    PART_OF("Organization", "organization"),
    LOCATED_IN("Where it has its seat."),
  ],
};

const PLACE: RecordShape = {
  label: "Place",
  description: "Somewhere that has a location.",
  fields: [...ownProperties("Place"), ELSEWHERE, PART_OF("Place", "place")],
};

const EVENT: RecordShape = {
  label: "Event",
  description: "Something that happened at a time and a place.",
  fields: [
    ...ownProperties("Event"),
    ELSEWHERE,
    LOCATED_IN("Where it happened."),
    link({
      name: "involved",
      description: "Who and what took part in it, ordered it or suffered it.",
      many: true,
      relation: "INVOLVED_IN",
      direction: "in",
      to: ["Entity"],
      key: "entity",
      details: [detail("INVOLVED_IN", "role"), DOCUMENTS],
    }),
  ],
};

const plain = (label: string): RecordShape => ({
  label,
  description: kindOf(label).description,
  fields: [...ownProperties(label), ELSEWHERE],
});

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
    description: "The reports of this statement that name this speaker; all of them unless given.",
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

import type { NodeKind, Property } from "./ontology-types";
import { FORMER_ID, SYSTEM_KINDS } from "./system-kinds";

const dataset: Property = { name: "dataset", type: "id", required: true, derived: true, description: "The dataset that it came from." };
const recordedAt: Property = {
  name: "recordedAt",
  type: "datetime",
  required: true,
  derived: true,
  description: "When it came into this graph (UTC), as opposed to when it was said or printed.",
};
const ORIGIN = [dataset, recordedAt] as const;

const name: Property = {
  name: "name",
  type: "text",
  required: true,
  maxLength: 300,
  description: "The usual name, in the corpus's language.",
};

const wikidataId: Property = {
  name: "wikidataId",
  type: "text",
  maxLength: 20,
  identifying: true,
  description: "The Wikidata item: Q and a number.",
};

const ENTITY: NodeKind = {
  label: "Entity",
  scope: "shared",
  description: "A person, organization, place, event, work or topic: whatever can speak, be spoken about, or be where speech happens.",
  follows: "schema.org Thing",
  properties: [
    name,
    { name: "aliases", type: "texts", maxLength: 300, description: "Every other name: spellings, transliterations, original script." },
    { name: "description", type: "text", folded: true, description: "One or two sentences that tell it from others of its name." },
    wikidataId,
    { name: "sameAs", type: "urls", description: "Pages that denote the same thing (schema.org sameAs)." },
    {
      name: "elsewhere",
      type: "texts",
      derived: true,
      description: "Names of the fields whose values are well-known facts added by the corpus's makers, not stated by its documents.",
    },
    ...ORIGIN,
  ],
  orderKeys: [{ name: "nameKey", by: "name" }],
  searched: ["name", "aliases"],
};

const ENTITY_KINDS: readonly NodeKind[] = [
  {
    label: "Person",
    prefix: "person",
    scope: "shared",
    extends: "Entity",
    description: "A human being.",
    follows: "schema.org Person, FollowTheMoney Person",
    properties: [],
  },
  {
    label: "Organization",
    prefix: "organization",
    scope: "shared",
    extends: "Entity",
    description: "A state, government, company, outlet, agency or group of people that speaks or is spoken about as one.",
    follows: "schema.org Organization, FollowTheMoney Organization",
    properties: [],
  },
  {
    label: "Place",
    prefix: "place",
    scope: "shared",
    extends: "Entity",
    description: "Somewhere that has a location: a country, city, building.",
    follows: "schema.org Place",
    properties: [
      { name: "latitude", type: "float", range: [-90, 90], description: "Degrees north of the equator (WGS 84)." },
      { name: "longitude", type: "float", range: [-180, 180], description: "Degrees east of Greenwich (WGS 84)." },
      { name: "countryCode", type: "text", maxLength: 2, description: "ISO 3166-1 alpha-2 code of the country that it is or lies in." },
    ],
  },
  {
    label: "Event",
    prefix: "event",
    scope: "shared",
    extends: "Entity",
    description: "Something that happened at a time and a place.",
    follows: "schema.org Event",
    properties: [
      { name: "startedAt", type: "date", description: "When it began." },
      { name: "endedAt", type: "date", description: "When it ended." },
    ],
  },
  {
    label: "Work",
    prefix: "work",
    scope: "shared",
    extends: "Entity",
    description: "A book, film, law or other work.",
    follows: "schema.org CreativeWork",
    properties: [],
  },
  {
    label: "Topic",
    prefix: "topic",
    scope: "shared",
    extends: "Entity",
    description: "A subject that statements are about.",
    follows: "SKOS Concept",
    properties: [],
  },
];

const PARTICULARS: readonly NodeKind[] = [
  {
    label: "Account",
    prefix: "account",
    scope: "shared",
    description: "An account on a platform, which its owner posts from.",
    follows: "FollowTheMoney UserAccount",
    properties: [
      {
        name: "platform",
        type: "text",
        required: true,
        maxLength: 100,
        description: "The platform's name in lower case: twitter, telegram.",
      },
      { name: "handle", type: "text", required: true, maxLength: 200, description: "The name on the platform, without @." },
      { name: "url", type: "url", description: "The account's page." },
      {
        name: "elsewhere",
        type: "texts",
        derived: true,
        description: "Names of the fields whose values its corpus's documents do not state.",
      },
      ...ORIGIN,
    ],
  },
  {
    label: "Position",
    prefix: "position",
    scope: "corpus",
    description: "An office or job that a person held.",
    follows: "FollowTheMoney Occupancy, Popolo Membership",
    properties: [
      {
        name: "title",
        type: "text",
        required: true,
        maxLength: 300,
        folded: true,
        description: "The office or job in words: Secretary of State.",
      },
      { name: "startedAt", type: "date", description: "When it was taken up." },
      { name: "endedAt", type: "date", description: "When it was left; null while it is held, or when that is not known." },
      {
        name: "elsewhere",
        type: "texts",
        derived: true,
        description: "Names of the fields whose values its corpus's documents do not state.",
      },
      ...ORIGIN,
    ],
  },
];

const SPEECH: readonly NodeKind[] = [
  {
    label: "Statement",
    prefix: "statement",
    scope: "corpus",
    description: "What was said, once, however many outlets carry it.",
    follows: "schema.org Quotation",
    properties: [
      { name: "text", type: "text", required: true, folded: true, description: "The longest form on record." },
      { name: "language", type: "text", maxLength: 35, description: "BCP 47 tag of the language of `text`: en, fa, en-GB." },
      { name: "saidAt", type: "date", counted: true, description: "When it was said; when it was printed is each report's own." },
      { name: "speechAct", type: "enum", values: "SpeechAct", description: "What the speaker does by saying it." },
      ...ORIGIN,
    ],
    orderKeys: [
      { name: "saidKey", by: "saidAt" },
      { name: "recordedKey", by: "recordedAt" },
    ],
    searched: ["text"],
  },
  {
    label: "Report",
    prefix: "report",
    scope: "corpus",
    description: "One source's account of one statement: its wording, its verb, its date, its place in the text.",
    follows: "PARC 3 and PolNeAR attribution relation",
    properties: [
      {
        name: "type",
        type: "enum",
        values: "QuotationType",
        required: true,
        description: "Whether this source quotes the words, retells them, or both.",
      },
      { name: "text", type: "text", required: true, folded: true, description: "The words as this source prints them." },
      {
        name: "cue",
        type: "text",
        maxLength: 300,
        folded: true,
        description: "The verb or phrase of attribution as printed: said, claimed, according to.",
      },
      { name: "reportedAt", type: "date", description: "When this source printed it." },
      { name: "sourceKind", type: "enum", values: "SourceKind", required: true, description: "How this source names the speaker." },
      { name: "confidence", type: "float", range: [0, 1], description: "How sure the extraction is, 0 to 1; null for work by hand." },
      ...ORIGIN,
    ],
    orderKeys: [{ name: "reportedKey", by: "reportedAt" }],
  },
  {
    label: "Span",
    prefix: "span",
    scope: "corpus",
    description: "A stretch of a document's text.",
    follows: "W3C Web Annotation TextPositionSelector and TextQuoteSelector",
    properties: [
      { name: "role", type: "enum", values: "SpanRole", required: true, description: "What the stretch is within its report." },
      {
        name: "order",
        type: "integer",
        range: [0, 1_000_000],
        required: true,
        derived: true,
        description: "Place among the spans of one role, from 0.",
      },
      {
        name: "start",
        type: "integer",
        range: [0, 1_000_000_000],
        required: true,
        description: "First character: Unicode code points from the start of the text, from 0.",
      },
      {
        name: "end",
        type: "integer",
        range: [0, 1_000_000_000],
        required: true,
        description: "Behind the last character: Unicode code points, exclusive.",
      },
      { name: "exact", type: "text", required: true, description: "The characters from `start` to `end`." },
      {
        name: "prefix",
        type: "text",
        maxLength: 100,
        description: "The characters right before, for finding it in another copy of the text.",
      },
      {
        name: "suffix",
        type: "text",
        maxLength: 100,
        description: "The characters right behind, for finding it in another copy of the text.",
      },
      {
        name: "verified",
        type: "boolean",
        required: true,
        derived: true,
        description: "`exact` was found at `start` when the text was last checked.",
      },
      ...ORIGIN,
    ],
  },
];

const SOURCES: readonly NodeKind[] = [
  {
    label: "Document",
    prefix: "document",
    scope: "corpus",
    description: "A text that carries statements: an article, a post, a transcript.",
    follows: "schema.org NewsArticle, SocialMediaPosting",
    properties: [
      { name: "title", type: "text", maxLength: 1000, folded: true, description: "Headline or title; null for a post without one." },
      { name: "url", type: "url", identifying: true, description: "Where it was published." },
      { name: "genre", type: "enum", values: "Genre", required: true, description: "What kind of text it is." },
      { name: "publishedAt", type: "date", description: "When it was published." },
      { name: "language", type: "text", maxLength: 35, description: "BCP 47 tag of its language." },
      {
        name: "text",
        type: "text",
        maxLength: 2_000_000,
        description: "The text, where its licence lets this graph keep it; otherwise null.",
      },
      {
        name: "textHash",
        type: "text",
        maxLength: 71,
        description: "`sha256:` and 64 hexadecimal digits of the text in UTF-8: proves a copy without holding it.",
      },
      {
        name: "textCheckedAt",
        type: "date",
        description: "The day on which every span was last checked against the text with `textHash`.",
      },
      ...ORIGIN,
    ],
    orderKeys: [{ name: "publishedKey", by: "publishedAt" }],
    searched: ["title", "text"],
  },
  {
    label: "Claim",
    prefix: "claim",
    scope: "corpus",
    description: "A checkable proposition that statements express.",
    follows: "schema.org Claim",
    properties: [
      { name: "text", type: "text", required: true, folded: true, description: "The proposition, in one sentence." },
      { name: "language", type: "text", maxLength: 35, description: "BCP 47 tag of the language of `text`: en, fa, en-GB." },
      ...ORIGIN,
    ],
    searched: ["text"],
  },
  {
    label: "ClaimReview",
    prefix: "review",
    scope: "corpus",
    description: "A fact-checker's verdict on a claim.",
    follows: "schema.org ClaimReview",
    properties: [
      {
        name: "rating",
        type: "text",
        required: true,
        maxLength: 100,
        folded: true,
        description: "The verdict in the reviewer's words: false, mostly-true.",
      },
      { name: "url", type: "url", description: "Where the review was published." },
      { name: "publishedAt", type: "date", description: "When the review was published." },
      { name: "justification", type: "text", description: "Why, in the reviewer's words or in short." },
      ...ORIGIN,
    ],
  },
];

const DATASET: NodeKind = {
  label: "Dataset",
  prefix: "dataset",
  scope: "shared",
  description: "A corpus that was loaded: where everything else came from.",
  follows: "DCAT Dataset, VoID",
  properties: [
    { name: "name", type: "text", required: true, maxLength: 300, description: "Title of the corpus." },
    { name: "description", type: "text", description: "What it holds and how it was made." },
    { name: "licence", type: "text", maxLength: 200, description: "SPDX identifier or name of the licence of the corpus itself." },
    { name: "url", type: "url", description: "Where it comes from." },
    { name: "version", type: "text", required: true, maxLength: 100, description: "Version of the corpus as its makers number it." },
    { name: "loadedAt", type: "datetime", required: true, derived: true, description: "When a load last changed it (UTC)." },
    { name: "statements", type: "integer", required: true, derived: true, description: "Statements in it." },
    { name: "entities", type: "integer", required: true, derived: true, description: "Entities in it." },
    { name: "documents", type: "integer", required: true, derived: true, description: "Documents in it." },
  ],
};

export const NODE_KINDS: readonly NodeKind[] = [
  ENTITY,
  ...ENTITY_KINDS,
  ...PARTICULARS,
  ...SPEECH,
  ...SOURCES,
  DATASET,
  FORMER_ID,
  ...SYSTEM_KINDS,
];

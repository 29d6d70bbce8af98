import type { Edge, Step } from "./edge-types";

/** How deep places and organizations may be nested, and how long a chain of reports may be. */
const WITHIN: readonly [number, number] = [0, 8];

const PREFERRED = { rank: "PREFERRED" } as const;

/** Walks that both edges and filters use. */
export const WALKS = {
  speaker: [{ relation: "ATTRIBUTED_TO", direction: "out", to: "Entity", where: PREFERRED }],
  said: [{ relation: "ATTRIBUTED_TO", direction: "in", to: "Statement", where: PREFERRED }],
  attributions: [{ relation: "ATTRIBUTED_TO", direction: "out", to: "Entity" }],
  about: [{ relation: "ABOUT", direction: "out", to: "Entity" }],
  spokenAbout: [{ relation: "ABOUT", direction: "in", to: "Statement" }],
  mentions: [{ relation: "MENTIONS", direction: "out", to: "Entity" }],
  addressedTo: [{ relation: "ADDRESSED_TO", direction: "out", to: "Entity" }],
  saidIn: [{ relation: "SAID_IN", direction: "out", to: "Place" }],
  saidDuring: [{ relation: "SAID_DURING", direction: "out", to: "Event" }],
  reportsOfStatement: [{ relation: "REPORTS", direction: "in", to: "Report" }],
  respondsTo: [{ relation: "RESPONDS_TO", direction: "out", to: "Statement" }],
  responses: [{ relation: "RESPONDS_TO", direction: "in", to: "Statement" }],
  claims: [{ relation: "EXPRESSES", direction: "out", to: "Claim" }],
  reviewsOfStatement: [
    { relation: "EXPRESSES", direction: "out", to: "Claim" },
    { relation: "REVIEWS", direction: "in", to: "ClaimReview" },
  ],
  document: [{ relation: "IN", direction: "out", to: "Document" }],
  // A post is published by an account; its owner counts as the publisher.
  publisher: [
    { relation: "PUBLISHED_BY", direction: "out" },
    { relation: "OWNS", direction: "in", to: "Entity", hops: [0, 1] },
  ],
  publishes: [
    { relation: "OWNS", direction: "out", hops: [0, 1] },
    { relation: "PUBLISHED_BY", direction: "in", to: "Document" },
  ],
  publisherOfReport: [
    { relation: "IN", direction: "out", to: "Document" },
    { relation: "PUBLISHED_BY", direction: "out" },
    { relation: "OWNS", direction: "in", to: "Entity", hops: [0, 1] },
  ],
  authors: [{ relation: "WRITTEN_BY", direction: "out", to: "Entity" }],
  within: [{ relation: "PART_OF", direction: "out", to: "Place", hops: WITHIN }],
  memberOf: [{ relation: "MEMBER_OF", direction: "out", to: "Organization" }],
  positions: [{ relation: "HELD", direction: "out", to: "Position" }],
  organizationOfPosition: [{ relation: "AT", direction: "out", to: "Organization" }],
} as const satisfies Record<string, readonly Step[]>;

const steps = (...walk: readonly Step[]): Edge["walk"] => ({ by: "steps", steps: walk });

const OF_ENTITIES: readonly Edge[] = [
  {
    on: "Entity",
    field: "spokenAbout",
    shape: "connection",
    gives: "Statement",
    walk: steps(...WALKS.spokenAbout),
    description: "Statements about this entity, by anyone.",
  },
  {
    on: "Entity",
    field: "relations",
    shape: "connection",
    gives: "Relation",
    walk: { by: "relations" },
    description: "Every relation that is not a statement: offices, membership, part-of, took-part-in, each with its source.",
  },
  {
    on: "Speaker",
    field: "said",
    shape: "connection",
    gives: "Statement",
    walk: steps(...WALKS.said),
    description: "Statements whose favoured speaker this is.",
  },
  {
    on: "Speaker",
    field: "accounts",
    shape: "list",
    gives: "Account",
    walk: steps({ relation: "OWNS", direction: "out", to: "Account" }),
    description: "Accounts that this speaker posts from, by id.",
  },
  {
    on: "Person",
    field: "positions",
    shape: "list",
    gives: "Position",
    walk: steps(...WALKS.positions),
    description: "Offices and jobs, by id; `at` keeps those held on that date.",
  },
  {
    on: "Organization",
    field: "publishes",
    shape: "connection",
    gives: "Document",
    sort: "publishedKey",
    walk: steps(...WALKS.publishes),
    description: "Documents that it published, itself or from its accounts, the latest first.",
  },
  {
    on: "Place",
    field: "partOf",
    shape: "one",
    gives: "Place",
    walk: steps({ relation: "PART_OF", direction: "out", to: "Place" }),
    description: "The place that this one lies in.",
  },
  {
    on: "Place",
    field: "statementsMadeHere",
    shape: "connection",
    gives: "Statement",
    walk: steps(
      { relation: "PART_OF", direction: "in", to: "Place", hops: WITHIN },
      { relation: "SAID_IN", direction: "in", to: "Statement" },
    ),
    description: "Statements made here or in a place inside it.",
  },
  {
    on: "Event",
    field: "place",
    shape: "one",
    gives: "Place",
    walk: steps({ relation: "LOCATED_IN", direction: "out", to: "Place" }),
    description: "Where it happened.",
  },
  {
    on: "Event",
    field: "statementsMadeDuring",
    shape: "connection",
    gives: "Statement",
    walk: steps({ relation: "SAID_DURING", direction: "in", to: "Statement" }),
    description: "Statements made during it.",
  },
  {
    on: "Account",
    field: "owner",
    shape: "one",
    gives: "Speaker",
    walk: steps({ relation: "OWNS", direction: "in", to: "Entity" }),
    description: "Whose account it is.",
  },
  {
    on: "Position",
    field: "organization",
    shape: "one",
    gives: "Organization",
    walk: steps(...WALKS.organizationOfPosition),
    description: "The organization that it is with.",
  },
  {
    on: "Position",
    field: "place",
    shape: "one",
    gives: "Place",
    walk: steps({ relation: "IN", direction: "out", to: "Place" }),
    description: "The place that it is for.",
  },
  {
    on: "Position",
    field: "document",
    shape: "one",
    gives: "Document",
    walk: { by: "relationIds", step: { relation: "HELD", direction: "in", to: "Person" }, property: "documentIds", label: "Document" },
    description: "The document that says so; null where the dataset itself does.",
  },
  {
    on: "Position",
    field: "person",
    shape: "one",
    gives: "Person",
    walk: steps({ relation: "HELD", direction: "in", to: "Person" }),
    description: "Who held it.",
  },
];

const OF_STATEMENTS: readonly Edge[] = [
  {
    on: "Statement",
    field: "speaker",
    shape: "one",
    gives: "Speaker",
    walk: steps(...WALKS.speaker),
    description: "The speaker that the evidence favours; null when no source names one.",
  },
  {
    on: "Statement",
    field: "attributions",
    shape: "list",
    gives: "Attribution",
    link: true,
    walk: steps(...WALKS.attributions),
    description: "Every candidate speaker, with what speaks for each.",
  },
  {
    on: "Statement",
    field: "about",
    shape: "list",
    gives: "AboutLink",
    link: true,
    walk: steps(...WALKS.about),
    description: "Who and what it is about, with the stance it takes.",
  },
  {
    on: "Statement",
    field: "mentions",
    shape: "list",
    gives: "Entity",
    walk: steps(...WALKS.mentions),
    description: "Named in it, without being its subject; by id.",
  },
  {
    on: "Statement",
    field: "addressedTo",
    shape: "list",
    gives: "Entity",
    walk: steps(...WALKS.addressedTo),
    description: "Whom it was said to; by id.",
  },
  { on: "Statement", field: "saidIn", shape: "one", gives: "Place", walk: steps(...WALKS.saidIn), description: "Where it was said." },
  {
    on: "Statement",
    field: "saidDuring",
    shape: "one",
    gives: "Event",
    walk: steps(...WALKS.saidDuring),
    description: "The event during which it was said.",
  },
  {
    on: "Statement",
    field: "reports",
    shape: "connection",
    gives: "Report",
    sort: "reportedKey",
    walk: steps(...WALKS.reportsOfStatement),
    description: "Every source that carries it, the earliest first.",
  },
  {
    on: "Statement",
    field: "responses",
    shape: "connection",
    gives: "Response",
    link: true,
    sort: "saidKey",
    walk: steps(...WALKS.responses),
    description: "Statements that answer this one, the earliest first.",
  },
  {
    on: "Statement",
    field: "respondsTo",
    shape: "list",
    gives: "Response",
    link: true,
    walk: steps(...WALKS.respondsTo),
    description: "Statements that this one answers.",
  },
  {
    on: "Statement",
    field: "variants",
    shape: "list",
    gives: "Statement",
    walk: steps({ relation: "VARIANT_OF", direction: "both", to: "Statement" }),
    description: "Cuts, paraphrases and translations of it, and what it is one of; by id.",
  },
  {
    on: "Statement",
    field: "claims",
    shape: "list",
    gives: "Claim",
    walk: steps(...WALKS.claims),
    description: "The claims that it makes; by id.",
  },
  {
    on: "Attribution",
    field: "speaker",
    shape: "one",
    gives: "Speaker",
    walk: { by: "end", end: "to", label: "Entity" },
    description: "The candidate.",
  },
  {
    on: "Attribution",
    field: "position",
    shape: "one",
    gives: "Position",
    walk: { by: "ids", property: "positionId", label: "Position" },
    description: "The office held when speaking.",
  },
  {
    on: "Attribution",
    field: "reports",
    shape: "list",
    gives: "Report",
    sort: "reportedKey",
    walk: { by: "ids", property: "reportIds", label: "Report" },
    description: "The reports that name this speaker, the earliest first.",
  },
  {
    on: "AboutLink",
    field: "entity",
    shape: "one",
    gives: "Entity",
    walk: { by: "end", end: "to", label: "Entity" },
    description: "Who or what the statement is about.",
  },
  {
    on: "Response",
    field: "from",
    shape: "one",
    gives: "Statement",
    walk: { by: "end", end: "from", label: "Statement" },
    description: "The statement that answers.",
  },
  {
    on: "Response",
    field: "to",
    shape: "one",
    gives: "Statement",
    walk: { by: "end", end: "to", label: "Statement" },
    description: "The statement that is answered.",
  },
  {
    on: "Response",
    field: "assertedBy",
    shape: "one",
    gives: "Document",
    walk: { by: "ids", property: "documentId", label: "Document" },
    description: "Who draws the link; null when the statement itself says so.",
  },
];

const OF_SOURCES: readonly Edge[] = [
  {
    on: "Report",
    field: "statement",
    shape: "one",
    gives: "Statement",
    walk: steps({ relation: "REPORTS", direction: "out", to: "Statement" }),
    description: "What it is an account of.",
  },
  {
    on: "Report",
    field: "document",
    shape: "one",
    gives: "Document",
    walk: steps(...WALKS.document),
    description: "The document that it stands in.",
  },
  {
    on: "Report",
    field: "via",
    shape: "one",
    gives: "Report",
    walk: steps({ relation: "VIA", direction: "out", to: "Report" }),
    description: "The report that this one rests on: the article quotes the tweet that shows the interview.",
  },
  {
    on: "Report",
    field: "chain",
    shape: "list",
    gives: "Report",
    sort: "distance",
    walk: steps({ relation: "VIA", direction: "out", to: "Report", hops: WITHIN }),
    description: "From this report to the first one it rests on.",
  },
  {
    on: "Report",
    field: "spans",
    shape: "list",
    gives: "Span",
    sort: "start",
    walk: steps({ relation: "HAS_SPAN", direction: "out", to: "Span" }),
    description: "Where it stands in the document's text, in the order of the text.",
  },
  {
    on: "Span",
    field: "entity",
    shape: "one",
    gives: "Entity",
    walk: steps({ relation: "DENOTES", direction: "out", to: "Entity" }),
    description: "The entity that the words refer to.",
  },
  {
    on: "Document",
    field: "publisher",
    shape: "one",
    gives: "Entity",
    walk: steps(...WALKS.publisher),
    description: "Who published it; for a post, the owner of the account.",
  },
  {
    on: "Document",
    field: "account",
    shape: "one",
    gives: "Account",
    walk: steps({ relation: "PUBLISHED_BY", direction: "out", to: "Account" }),
    description: "The account that posted it; null for what is no post.",
  },
  { on: "Document", field: "authors", shape: "list", gives: "Speaker", walk: steps(...WALKS.authors), description: "Who wrote it; by id." },
  {
    on: "Document",
    field: "reports",
    shape: "connection",
    gives: "Report",
    sort: "reportedKey",
    walk: steps({ relation: "IN", direction: "in", to: "Report" }),
    description: "The reports that stand in it.",
  },
  {
    on: "Claim",
    field: "statements",
    shape: "connection",
    gives: "Statement",
    sort: "saidKey",
    walk: steps({ relation: "EXPRESSES", direction: "in", to: "Statement" }),
    description: "Statements that make this claim, the latest first.",
  },
  {
    on: "Claim",
    field: "reviews",
    shape: "list",
    gives: "ClaimReview",
    walk: steps({ relation: "REVIEWS", direction: "in", to: "ClaimReview" }),
    description: "Fact-checkers' verdicts on it; by id.",
  },
  {
    on: "ClaimReview",
    field: "publisher",
    shape: "one",
    gives: "Organization",
    walk: steps({ relation: "BY", direction: "out", to: "Organization" }),
    description: "Who reviewed the claim.",
  },
];

// From a position on to what it is with; an organization's id sorts before a place's.
const BEYOND: readonly Step[] = [{ relation: ["AT", "IN"], direction: "out", to: "Entity", hops: [0, 1] }];

const OF_RELATIONS: readonly Edge[] = [
  {
    on: "Relation",
    field: "from",
    shape: "one",
    gives: "Entity",
    walk: { by: "end", end: "from", label: "Entity" },
    description: "Whose relation it is: the member, the part, the holder.",
  },
  {
    on: "Relation",
    field: "to",
    shape: "one",
    gives: "Entity",
    walk: { by: "end", end: "to", steps: BEYOND, label: "Entity" },
    description:
      "What it leads to; for a position, its organization, or else its place. Null for an account, and for a position with neither.",
  },
  {
    on: "Relation",
    field: "account",
    shape: "one",
    gives: "Account",
    walk: { by: "end", end: "to", label: "Account" },
    description: "The account, where the kind is OWNS_ACCOUNT.",
  },
  {
    on: "Relation",
    field: "position",
    shape: "one",
    gives: "Position",
    walk: { by: "end", end: "to", label: "Position" },
    description: "The position, where the kind is HELD_POSITION.",
  },
  {
    on: "Relation",
    field: "documents",
    shape: "list",
    gives: "Document",
    sort: "publishedKey",
    walk: { by: "ids", property: "documentIds", label: "Document" },
    description: "The documents that say so; none where the dataset itself does.",
  },
];

/** Every field of the API with another object behind it, and how it walks the graph. */
export const EDGES: readonly Edge[] = [...OF_ENTITIES, ...OF_STATEMENTS, ...OF_SOURCES, ...OF_RELATIONS];

/** The interfaces that a type of the API implements, itself first. */
export const API_SUPERTYPES: Readonly<Record<string, readonly string[]>> = {
  Person: ["Person", "Speaker", "Entity"],
  Organization: ["Organization", "Speaker", "Entity"],
  Place: ["Place", "Entity"],
  Event: ["Event", "Entity"],
  Work: ["Work", "Entity"],
  Topic: ["Topic", "Entity"],
  Speaker: ["Speaker", "Entity"],
};

const edgesByField = new Map(EDGES.map((edge) => [`${edge.on}.${edge.field}`, edge]));

/** @returns undefined where the field of the type is no edge. */
export function edgeOf(type: string, field: string): Edge | undefined {
  for (const owner of API_SUPERTYPES[type] ?? [type]) {
    const edge = edgesByField.get(`${owner}.${field}`);
    if (edge) return edge;
  }
  return undefined;
}

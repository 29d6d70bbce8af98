import type { Property, Relation } from "./ontology-types";

const documentIds: Property = {
  name: "documentIds",
  type: "ids",
  description: "The documents that say so; none where the dataset itself does.",
};
const startedAt: Property = { name: "startedAt", type: "date", description: "Since when." };
const endedAt: Property = { name: "endedAt", type: "date", description: "Until when." };
const SPEAKERS = ["Person", "Organization"] as const;

const OF_STATEMENTS: readonly Relation[] = [
  {
    type: "ATTRIBUTED_TO",
    from: ["Statement"],
    to: SPEAKERS,
    description: "A candidate speaker, with what speaks for it (PROV-O wasAttributedTo).",
    properties: [
      {
        name: "rank",
        type: "enum",
        values: "Rank",
        required: true,
        description: "The favoured reading, a candidate, or one known to be wrong (Wikibase rank).",
      },
      { name: "probability", type: "float", range: [0, 1], description: "0 to 1; null where nobody put a number on it." },
      { name: "positionId", type: "id", description: "The office held when speaking." },
      { name: "reportIds", type: "ids", description: "The reports that name this speaker." },
    ],
  },
  {
    type: "ABOUT",
    from: ["Statement"],
    to: ["Entity"],
    description: "Who or what the statement is about.",
    properties: [{ name: "stance", type: "enum", values: "Stance", description: "Whether the statement speaks for or against it." }],
  },
  {
    type: "MENTIONS",
    from: ["Statement"],
    to: ["Entity"],
    description: "Named in the statement, without being its subject.",
    properties: [],
  },
  { type: "ADDRESSED_TO", from: ["Statement"], to: ["Entity"], description: "Whom it was said to.", properties: [] },
  { type: "SAID_IN", from: ["Statement"], to: ["Place"], description: "Where it was said.", properties: [] },
  { type: "SAID_DURING", from: ["Statement"], to: ["Event"], description: "The event during which it was said.", properties: [] },
  {
    type: "RESPONDS_TO",
    from: ["Statement"],
    to: ["Statement"],
    description: "Answers another statement (SDQC of RumourEval; CiTO).",
    properties: [
      { name: "kind", type: "enum", values: "ResponseKind", required: true, description: "How it answers." },
      { name: "documentId", type: "id", description: "The document that draws the link; null when the statement itself says so." },
      { name: "confidence", type: "float", range: [0, 1], description: "0 to 1; null for work by hand." },
    ],
  },
  {
    type: "VARIANT_OF",
    from: ["Statement"],
    to: ["Statement"],
    description: "A cut, paraphrase or translation of the other statement.",
    properties: [{ name: "similarity", type: "float", range: [0, 1], description: "0 to 1; null for work by hand." }],
  },
  { type: "EXPRESSES", from: ["Statement"], to: ["Claim"], description: "The claim that the statement makes.", properties: [] },
];

const OF_SOURCES: readonly Relation[] = [
  { type: "REPORTS", from: ["Report"], to: ["Statement"], description: "What the report is an account of.", properties: [] },
  // `IN` alone, as the design has it, is a keyword to one of the engines.
  { type: "IN_DOCUMENT", from: ["Report"], to: ["Document"], description: "The document that the report stands in.", properties: [] },
  { type: "HAS_SPAN", from: ["Report"], to: ["Span"], description: "Where the report stands in the document's text.", properties: [] },
  { type: "DENOTES", from: ["Span"], to: ["Entity"], description: "The entity that the words refer to.", properties: [] },
  {
    type: "VIA",
    from: ["Report"],
    to: ["Report"],
    description: "The report that this one rests on (PROV-O wasDerivedFrom).",
    properties: [],
  },
  {
    type: "PUBLISHED_BY",
    from: ["Document"],
    to: ["Entity", "Account"],
    description: "The outlet, or the account that posted it.",
    properties: [],
  },
  { type: "WRITTEN_BY", from: ["Document"], to: SPEAKERS, description: "An author.", properties: [] },
  { type: "REVIEWS", from: ["ClaimReview"], to: ["Claim"], description: "The claim under review.", properties: [] },
  { type: "BY", from: ["ClaimReview"], to: ["Organization"], description: "Who reviewed it.", properties: [] },
];

const OF_ENTITIES: readonly Relation[] = [
  { type: "HELD", from: ["Person"], to: ["Position"], description: "A person held a position.", properties: [documentIds] },
  { type: "AT", from: ["Position"], to: ["Organization"], description: "The organization that a position is with.", properties: [] },
  { type: "IN_PLACE", from: ["Position"], to: ["Place"], description: "The place that a position is for.", properties: [] },
  { type: "OWNS", from: SPEAKERS, to: ["Account"], description: "Whose account it is.", properties: [startedAt, endedAt, documentIds] },
  { type: "MEMBER_OF", from: ["Person"], to: ["Organization"], description: "Membership.", properties: [startedAt, endedAt, documentIds] },
  {
    type: "PART_OF",
    from: ["Place", "Organization"],
    to: ["Place", "Organization"],
    description: "A place within a place, an organization within an organization.",
    properties: [documentIds],
  },
  {
    type: "LOCATED_IN",
    from: ["Event", "Organization"],
    to: ["Place"],
    description: "Where it happened, or has its seat.",
    properties: [documentIds],
  },
  {
    type: "INVOLVED_IN",
    from: ["Entity"],
    to: ["Event"],
    description: "Took part in, ordered, suffered or caused an event.",
    properties: [
      { name: "role", type: "text", maxLength: 200, description: "In the source's words: killed, ordered, took part." },
      documentIds,
    ],
  },
  {
    type: "RELATED_TO",
    from: ["Entity"],
    to: ["Entity"],
    description: "Any other relation that a source states.",
    properties: [
      { name: "label", type: "text", maxLength: 200, required: true, description: "In the source's words: deputy spokesman for." },
      startedAt,
      endedAt,
      documentIds,
    ],
  },
];

/**
 * Every relation carries `dataset`, too, and a `key`, by which it is merged: two relations of one type between the same
 * two nodes differ in it.
 */
export const RELATIONS: readonly Relation[] = [...OF_STATEMENTS, ...OF_SOURCES, ...OF_ENTITIES];

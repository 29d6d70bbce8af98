import { registerEnumType } from "type-graphql";
import { DIMENSIONS } from "../../model/dimensions";
import type { EnumName } from "../../model/enums";
import { ENUMS } from "../../model/enums";
import { RELATED, RELATED_DESCRIPTION, STATEMENT_LINKS } from "../../model/links";
import { RELATION_KINDS } from "../../model/relation-kinds";

/** A GraphQL enum of the model's list: each value stands for itself and carries its meaning. */
function register(name: string, description: string, values: Readonly<Record<string, string>>): Record<string, string> {
  const members = Object.fromEntries(Object.keys(values).map((value) => [value, value]));
  const valuesConfig = Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]));
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

const registerModel = (name: EnumName, description: string): Record<string, string> => register(name, description, ENUMS[name]);

export const EntityKindEnum = registerModel("EntityKind", "What kind of entity it is.");
export const RankEnum = registerModel("Rank", "How an attribution stands among the candidates (Wikibase rank).");
export const StanceEnum = registerModel("Stance", "What side a statement takes towards what it is about.");
export const SpeechActEnum = registerModel("SpeechAct", "What a speaker does by saying something.");
export const ResponseKindEnum = registerModel("ResponseKind", "How a statement answers another (SDQC of RumourEval; CiTO).");
export const QuotationTypeEnum = registerModel("QuotationType", "Whether a source quotes, retells, or both (PARC 3, PolNeAR).");
export const SourceKindEnum = registerModel("SourceKind", "How a source names the speaker.");
export const SpanRoleEnum = registerModel("SpanRole", "What a stretch of text is within its report (PARC 3, PolNeAR).");
export const GenreEnum = registerModel("Genre", "What kind of text a document is.");

export const RelationKindEnum = register(
  "RelationKind",
  "A relation between entities that is not a statement.",
  Object.fromEntries(Object.entries(RELATION_KINDS).map(([name, { description }]) => [name, description])),
);
export const DirectionEnum = register("Direction", "Which end of an order comes first.", {
  ASC: "The smallest, earliest or alphabetically first item first.",
  DESC: "The largest, latest or alphabetically last item first.",
});
export const StatementOrderByEnum = register(
  "StatementOrderBy",
  "What statements are sorted by; ties are sorted by date, the latest first, then by id.",
  {
    SAID_AT: "When it was said: the earliest instant it may have been. Undated statements count as earlier than all others.",
    RECORDED_AT: "When it came into this graph; what came at one instant is sorted by id.",
    RELEVANCE: "How well it fits `search`, the best first in either direction; goes with `search` alone.",
    REPORT_COUNT: "How many sources carry it.",
    RESPONSE_COUNT: "How many statements answer it.",
    SPEAKER_NAME:
      "The name of the favoured speaker, without case and accents; of two of one name, each one's statements stay together. Statements without one count as before all names.",
  },
);
export const StatementDimensionEnum = register(
  "StatementDimension",
  "What statements are counted by. A statement without a value counts nowhere; one with several counts once for each.",
  Object.fromEntries(Object.entries(DIMENSIONS).map(([name, { description }]) => [name, description])),
);
export const EntityOrderByEnum = register("EntityOrderBy", "What entities are sorted by; ties are sorted by name, then by id.", {
  NAME: "The name, without case and accents.",
  SAID_COUNT: "How many statements it made.",
  SPOKEN_ABOUT_COUNT: "How many statements are about it.",
  RELEVANCE: "How well it fits `search`, the best first in either direction; goes with `search` alone.",
});
export const CountOrderByEnum = register("CountOrderBy", "What counts are sorted by; ties are sorted by the keys.", {
  COUNT: "How many statements.",
  KEY: "The keys: entities by name, values as they are.",
  TIME: "The time, where one of the dimensions is one.",
});
export const LinkKindEnum = register("LinkKind", "What connects two entities.", {
  ...Object.fromEntries(Object.entries(STATEMENT_LINKS).map(([name, { description }]) => [name, description])),
  [RELATED]: RELATED_DESCRIPTION,
});
export const SearchKindEnum = register("SearchKind", "What a search may find.", {
  ...ENUMS.EntityKind,
  STATEMENT: "What was said (schema.org Quotation).",
  DOCUMENT: "A text that carries statements (schema.org CreativeWork).",
  CLAIM: "A checkable proposition (schema.org Claim).",
});

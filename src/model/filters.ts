import type { Step } from "./edge-types";
import { WALKS } from "./walks";

/** A property that a StringFilter asks for. */
export interface TextProperty {
  readonly property: string;
  /** A copy without case and accents stands beside it. */
  readonly folded?: true;
}

/** What one field of a filter input demands, by the ontology's names. */
export type FilterField =
  /** The id equals the value, or one of them. */
  | { readonly by: "id" }
  /** A StringFilter on a property. */
  | ({ readonly by: "text" } & TextProperty)
  /** A StringFilter on any name or alias. */
  | { readonly by: "names" }
  /** A DateFilter on a partial date of nodes of this label; two dates may overlap. */
  | { readonly by: "date"; readonly property: string; readonly label: string }
  /** A DateFilter on an instant. */
  | { readonly by: "instant"; readonly property: string }
  /** The property is one of the values; on the relation that led here where it says so. */
  | { readonly by: "values"; readonly property: string; readonly of?: "relation" }
  | { readonly by: "number"; readonly property: string; readonly of?: "relation" }
  /** The entity is of one of these kinds. */
  | { readonly by: "kinds" }
  /** A filter input, or one with some, every, none and count, on what lies behind the steps. */
  | { readonly by: "related"; readonly steps: readonly Step[]; readonly input: string; readonly quantified?: true }
  /** The thing behind the steps has this id. */
  | { readonly by: "relatedId"; readonly steps: readonly Step[] }
  /** A StringFilter on a property of what lies behind the steps. */
  | ({ readonly by: "relatedText"; readonly steps: readonly Step[] } & TextProperty)
  /** A DateFilter on a partial date of what lies behind the steps, nodes of this label. */
  | { readonly by: "relatedDate"; readonly steps: readonly Step[]; readonly property: string; readonly label: string }
  /** Held on that date. */
  | { readonly by: "heldAt" }
  /** One of these values on the last relation of another field's steps; joined with what that field's `some` describes where both are given. */
  | { readonly by: "ofLink"; readonly beside: string; readonly steps: readonly Step[]; readonly property: string };

type FilterTable = Readonly<Record<string, Readonly<Record<string, FilterField>>>>;

/** Every filter input and what its fields demand; `and`, `or` and `not` are common to all that have them. */
export const FILTERS: FilterTable = {
  EntityWhere: {
    id: { by: "id" },
    ids: { by: "id" },
    kind: { by: "kinds" },
    name: { by: "names" },
    wikidataId: { by: "text", property: "wikidataId" },
    description: { by: "text", property: "description", folded: true },
    within: { by: "relatedId", steps: WALKS.within },
    countryCode: { by: "text", property: "countryCode" },
    said: { by: "related", steps: WALKS.said, input: "StatementWhere", quantified: true },
    spokenAbout: { by: "related", steps: WALKS.spokenAbout, input: "StatementWhere", quantified: true },
    position: { by: "related", steps: WALKS.positions, input: "PositionWhere" },
    memberOf: { by: "relatedId", steps: WALKS.memberOf },
  },
  PositionWhere: {
    title: { by: "text", property: "title", folded: true },
    organization: { by: "relatedId", steps: WALKS.organizationOfPosition },
    at: { by: "heldAt" },
  },
  StatementWhere: {
    id: { by: "id" },
    ids: { by: "id" },
    text: { by: "text", property: "text", folded: true },
    language: { by: "text", property: "language" },
    saidAt: { by: "date", property: "saidAt", label: "Statement" },
    reportedAt: { by: "relatedDate", steps: WALKS.reportsOfStatement, property: "reportedAt", label: "Report" },
    recordedAt: { by: "instant", property: "recordedAt" },
    speechAct: { by: "values", property: "speechAct" },
    speaker: { by: "related", steps: WALKS.speaker, input: "EntityWhere" },
    attributions: { by: "related", steps: WALKS.attributions, input: "AttributionWhere" },
    about: { by: "related", steps: WALKS.about, input: "EntityWhere", quantified: true },
    mentions: { by: "related", steps: WALKS.mentions, input: "EntityWhere", quantified: true },
    addressedTo: { by: "related", steps: WALKS.addressedTo, input: "EntityWhere", quantified: true },
    stance: { by: "ofLink", beside: "about", steps: WALKS.about, property: "stance" },
    saidIn: { by: "related", steps: WALKS.saidIn, input: "EntityWhere" },
    saidDuring: { by: "related", steps: WALKS.saidDuring, input: "EntityWhere" },
    reports: { by: "related", steps: WALKS.reportsOfStatement, input: "ReportWhere", quantified: true },
    respondsTo: { by: "related", steps: WALKS.respondsTo, input: "StatementWhere", quantified: true },
    respondsToKind: { by: "ofLink", beside: "respondsTo", steps: WALKS.respondsTo, property: "kind" },
    responses: { by: "related", steps: WALKS.responses, input: "StatementWhere", quantified: true },
    responseKind: { by: "ofLink", beside: "responses", steps: WALKS.responses, property: "kind" },
    claim: { by: "relatedId", steps: WALKS.claims },
    rating: { by: "relatedText", steps: WALKS.reviewsOfStatement, property: "rating", folded: true },
    dataset: { by: "values", property: "dataset" },
  },
  AttributionWhere: {
    speaker: { by: "related", steps: [], input: "EntityWhere" },
    probability: { by: "number", property: "probability", of: "relation" },
    rank: { by: "values", property: "rank", of: "relation" },
  },
  ReportWhere: {
    type: { by: "values", property: "type" },
    cue: { by: "text", property: "cue", folded: true },
    sourceKind: { by: "values", property: "sourceKind" },
    reportedAt: { by: "date", property: "reportedAt", label: "Report" },
    confidence: { by: "number", property: "confidence" },
    publisher: { by: "related", steps: WALKS.publisherOfReport, input: "EntityWhere" },
    document: { by: "related", steps: WALKS.document, input: "DocumentWhere" },
  },
  DocumentWhere: {
    id: { by: "id" },
    ids: { by: "id" },
    title: { by: "text", property: "title", folded: true },
    url: { by: "text", property: "url" },
    genre: { by: "values", property: "genre" },
    publisher: { by: "related", steps: WALKS.publisher, input: "EntityWhere" },
    author: { by: "related", steps: WALKS.authors, input: "EntityWhere" },
    publishedAt: { by: "date", property: "publishedAt", label: "Document" },
    dataset: { by: "values", property: "dataset" },
  },
};

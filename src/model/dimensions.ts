import type { Step } from "./edge-types";
import type { TimeUnit } from "./time-bucket";
import { WALKS } from "./walks";

/** What statements can be counted by. */
export type Dimension =
  /** The entities at the end of a walk. */
  | { readonly by: "entity"; readonly steps: readonly Step[] }
  /** A property of the statement. */
  | { readonly by: "property"; readonly property: string }
  /** A property of what lies at the end of a walk, or of the walk's last relation. */
  | { readonly by: "far"; readonly steps: readonly Step[]; readonly property: string; readonly of: "node" | "relation" }
  /** The stretch of the calendar in which it was said. */
  | { readonly by: "time"; readonly unit: TimeUnit };

/** Dimensions of one report: the verb of a report stands beside the publisher of that report, not of any other. */
export const REPORT_DIMENSIONS: readonly string[] = ["PUBLISHER", "QUOTATION_TYPE", "CUE"];

/** By the names of the API's enum, with what each counts. */
export const DIMENSIONS: Readonly<Record<string, Dimension & { readonly description: string }>> = {
  SPEAKER: { by: "entity", steps: WALKS.speaker, description: "The favoured speaker." },
  ABOUT: { by: "entity", steps: WALKS.about, description: "Whom or what it is about; a statement counts once for each." },
  MENTIONS: { by: "entity", steps: WALKS.mentions, description: "Whom or what it names; a statement counts once for each." },
  ADDRESSED_TO: { by: "entity", steps: WALKS.addressedTo, description: "Whom it was said to; a statement counts once for each." },
  PLACE: { by: "entity", steps: WALKS.saidIn, description: "Where it was said." },
  COUNTRY: {
    by: "far",
    steps: WALKS.saidIn,
    property: "countryCode",
    of: "node",
    description: "The country of the place where it was said (ISO 3166-1 alpha-2).",
  },
  EVENT: { by: "entity", steps: WALKS.saidDuring, description: "The event during which it was said." },
  PUBLISHER: {
    by: "entity",
    steps: [...WALKS.reportsOfStatement, ...WALKS.publisherOfReport],
    description: "Who published a report of it; for a post, the owner of the account. Beside CUE or QUOTATION_TYPE, of one report.",
  },
  DATASET: { by: "property", property: "dataset", description: "The dataset that it came from." },
  LANGUAGE: { by: "property", property: "language", description: "The language of its words (BCP 47)." },
  SPEECH_ACT: { by: "property", property: "speechAct", description: "What the speaker does by saying it." },
  STANCE: {
    by: "far",
    steps: WALKS.about,
    property: "stance",
    of: "relation",
    description: "The side it takes towards something it is about.",
  },
  QUOTATION_TYPE: {
    by: "far",
    steps: WALKS.reportsOfStatement,
    property: "type",
    of: "node",
    description: "Whether a report of it quotes, retells, or both.",
  },
  CUE: {
    by: "far",
    steps: WALKS.reportsOfStatement,
    property: "cue",
    of: "node",
    description: "The verb or phrase of attribution of a report.",
  },
  RATING: {
    by: "far",
    steps: WALKS.reviewsOfStatement,
    property: "rating",
    of: "node",
    description: "A fact-checker's verdict on a claim that it makes.",
  },
  YEAR: { by: "time", unit: "Year", description: "The year in which it was said (UTC): `2020`." },
  QUARTER: { by: "time", unit: "Quarter", description: "The quarter, where the date tells it: `2020-Q1`." },
  MONTH: { by: "time", unit: "Month", description: "The month, where the date tells it: `2020-01`." },
  WEEK: { by: "time", unit: "Week", description: "The week (ISO 8601), where the date tells it: `2020-W01`." },
  DAY: { by: "time", unit: "Day", description: "The day, where the date tells it: `2020-01-03`." },
};

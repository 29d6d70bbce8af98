import type { Property, Relation } from "./ontology-types";

/**
 * From the favoured speaker of a statement to each thing that it is about, once for each statement: what is told by two relations
 * of the statement, in one step (ADR 18). A helper, as helper properties are: no corpus writes it, no export carries it, and no answer shows
 * it. It stands and falls with the ABOUT relation beside it.
 */
export const SPOKE_ABOUT = "SPOKE_ABOUT";

const saidKey: Property = { name: "saidKey", type: "text", derived: true, description: "The sort key of the statement." };
const saidAtYear: Property = {
  name: "saidAtYear",
  type: "text",
  derived: true,
  description: "The year in which it was said, where that is known.",
};
const saidAtMonth: Property = { name: "saidAtMonth", type: "text", derived: true, description: "The month, likewise." };

export const SPOKE_ABOUT_RELATION: Relation = {
  type: SPOKE_ABOUT,
  from: ["Person", "Organization"],
  to: ["Entity"],
  description: "Its statements are about the other.",
  properties: [
    { name: "stance", type: "enum", values: "Stance", derived: true, description: "That of the ABOUT relation." },
    saidKey,
    saidAtYear,
    saidAtMonth,
  ],
};

/**
 * What an ABOUT relation has of its two ends, as helpers: what is said about a thing is read in the order of time from one index over them,
 * and the relation beside it is found when it changes.
 */
export const SPOKEN_NAMES = ["aboutId", "speakerId", "saidKey", "saidAtYear", "saidAtMonth"] as const;

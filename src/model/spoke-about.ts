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
 * From a speaker to each thing that it spoke about, once: how many statements, which is how many SPOKE_ABOUT lie between the two. What is asked of pairs
 * as a whole (who spoke most about whom, who spoke about it at all) need not go through what each of them said. A helper like that.
 */
export const SPOKE_ABOUT_TOTAL = "SPOKE_ABOUT_TOTAL";

export const SPOKE_ABOUT_TOTAL_RELATION: Relation = {
  type: SPOKE_ABOUT_TOTAL,
  from: ["Person", "Organization"],
  to: ["Entity"],
  description: "So many of its statements are about the other.",
  properties: [{ name: "statements", type: "integer", derived: true, description: "How many." }],
};

/** A condition in Cypher: whether a relation is one that corpora state. */
export function isStated(relation: string): string {
  return `NOT type(${relation}) IN ['${SPOKE_ABOUT}', '${SPOKE_ABOUT_TOTAL}']`;
}

/**
 * What an ABOUT relation has of its two ends, as helpers: what is said about a thing is read in the order of time from one index over them,
 * and the relation beside it is found when it changes.
 */
export const SPOKEN_NAMES = ["aboutId", "speakerId", "saidKey", "saidAtYear", "saidAtMonth"] as const;

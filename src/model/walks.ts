import type { Edge, Hops, Step } from "./edge-types";
import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "./spoke-about";

/**
 * From a place to all that it lies in, or all inside it; from a report to all that it rests on. No bound: what lies deeper would be left
 * out in silence. Circles over several corpora end all the same: no engine goes along a relation twice on one way.
 */
export const WITHIN: Hops = [0];

const PREFERRED = { rank: "PREFERRED" } as const;

/** Walks that both edges and filters use. */
export const WALKS = {
  speaker: [{ relation: "ATTRIBUTED_TO", direction: "out", to: "Entity", where: PREFERRED }],
  said: [{ relation: "ATTRIBUTED_TO", direction: "in", to: "Statement", where: PREFERRED }],
  attributions: [{ relation: "ATTRIBUTED_TO", direction: "out", to: "Entity" }],
  about: [{ relation: "ABOUT", direction: "out", to: "Entity" }],
  spokenAbout: [{ relation: "ABOUT", direction: "in", to: "Statement" }],
  // Whom one spoke about, and who spoke about it, past the statements: each once.
  spokeAbout: [{ relation: SPOKE_ABOUT_TOTAL, direction: "out", to: "Entity" }],
  spokenAboutBy: [{ relation: SPOKE_ABOUT_TOTAL, direction: "in", to: "Entity" }],
  // The same once for each statement, with what the relation has of it.
  spokeAboutEach: [{ relation: SPOKE_ABOUT, direction: "out", to: "Entity" }],
  spokenAboutByEach: [{ relation: SPOKE_ABOUT, direction: "in", to: "Entity" }],
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
  document: [{ relation: "IN_DOCUMENT", direction: "out", to: "Document" }],
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
    { relation: "IN_DOCUMENT", direction: "out", to: "Document" },
    { relation: "PUBLISHED_BY", direction: "out" },
    { relation: "OWNS", direction: "in", to: "Entity", hops: [0, 1] },
  ],
  authors: [{ relation: "WRITTEN_BY", direction: "out", to: "Entity" }],
  within: [{ relation: "PART_OF", direction: "out", to: "Place", hops: WITHIN }],
  memberOf: [{ relation: "MEMBER_OF", direction: "out", to: "Organization" }],
  positions: [{ relation: "HELD", direction: "out", to: "Position" }],
  organizationOfPosition: [{ relation: "AT", direction: "out", to: "Organization" }],
} as const satisfies Record<string, readonly Step[]>;

/** Along relations from a node. */
export const steps = (...walk: readonly Step[]): Edge["walk"] => ({ by: "steps", steps: walk });

import type { Step } from "./edge-types";
import { BETWEEN_ENTITIES } from "./relation-kinds";
import { WALKS } from "./walks";

/** One way from an entity to another through a statement. */
export interface LinkWay {
  /** From the entity to the statement that is counted. */
  readonly to: readonly Step[];
  /** From that statement to the other entity. */
  readonly from: readonly Step[];
}

/** What connects two entities. */
export interface Link {
  /** Each statement that some way leads through counts once. */
  readonly ways: readonly LinkWay[];
  /** The way to draw it: from the entity that the ways begin at, or to it. */
  readonly points: "away" | "here" | "both";
  readonly description: string;
}

const saidIn: Step[] = [{ relation: "SAID_IN", direction: "in", to: "Statement" }];
const saidDuring: Step[] = [{ relation: "SAID_DURING", direction: "in", to: "Statement" }];
const addressed: Step[] = [{ relation: "ADDRESSED_TO", direction: "in", to: "Statement" }];
const reported: Step[] = [
  ...WALKS.publishes,
  { relation: "IN_DOCUMENT", direction: "in", to: "Report" },
  { relation: "REPORTS", direction: "out", to: "Statement" },
];
const publishers: Step[] = [...WALKS.reportsOfStatement, ...WALKS.publisherOfReport];

/** Links that statements make, by the names of the API's enum. */
export const STATEMENT_LINKS: Readonly<Record<string, Link>> = {
  SPOKE_ABOUT: {
    ways: [{ to: WALKS.said, from: WALKS.about }],
    points: "away",
    description: "It made statements about the other.",
  },
  SPOKEN_ABOUT_BY: {
    ways: [{ to: WALKS.spokenAbout, from: WALKS.speaker }],
    points: "here",
    description: "The other made statements about it.",
  },
  SPOKE_TO: {
    ways: [
      { to: WALKS.said, from: WALKS.addressedTo },
      { to: addressed, from: WALKS.speaker },
    ],
    points: "both",
    description: "One made statements addressed to the other, either way.",
  },
  SPOKEN_ABOUT_WITH: {
    ways: [{ to: WALKS.spokenAbout, from: WALKS.about }],
    points: "both",
    description: "Statements are about both.",
  },
  SAID_IN: {
    ways: [
      { to: WALKS.said, from: WALKS.saidIn },
      { to: saidIn, from: WALKS.speaker },
    ],
    points: "both",
    description: "One made statements in the other, a place, either way.",
  },
  SAID_DURING: {
    ways: [
      { to: WALKS.said, from: WALKS.saidDuring },
      { to: saidDuring, from: WALKS.speaker },
    ],
    points: "both",
    description: "One made statements during the other, an event, either way.",
  },
  RESPONDED_TO: {
    ways: [
      { to: WALKS.said, from: [...WALKS.respondsTo, ...WALKS.speaker] },
      { to: [...WALKS.said, ...WALKS.responses], from: WALKS.speaker },
    ],
    points: "both",
    description: "Statements of one answer statements of the other, either way; the answers count.",
  },
  REPORTED: {
    ways: [
      { to: reported, from: WALKS.speaker },
      { to: WALKS.said, from: publishers },
    ],
    points: "both",
    description: "One published reports of statements of the other, either way.",
  },
};

/**
 * One step seen from its two ends: whom somebody spoke about, and by whom something was spoken about. Past the statements, the graph has a
 * relation for it, SPOKE_ABOUT (ADR 18), which leads from the one end to the other.
 */
export const SPEECH = { fromSpeaker: "SPOKE_ABOUT", fromThing: "SPOKEN_ABOUT_BY" } as const;
export const SPEECH_LINKS: readonly string[] = Object.values(SPEECH);

/** The same link as it is seen from its other end; any other leads both ways. */
export function oppositeOf(link: string): string {
  if (link === SPEECH.fromSpeaker) return SPEECH.fromThing;
  return link === SPEECH.fromThing ? SPEECH.fromSpeaker : link;
}

/** Relations between two entities that are no statements, and the two steps by way of a position. */
export const RELATED = "RELATED";
export const RELATED_TYPES: readonly string[] = BETWEEN_ENTITIES.map(([, { type }]) => type);
export const RELATED_DESCRIPTION =
  "A relation that is no statement, either way: an office, membership, part-of, a part in an event. Relations count, not statements.";

/** Every link, in the order of the enum. */
export const LINK_KINDS: readonly string[] = [...Object.keys(STATEMENT_LINKS), RELATED];

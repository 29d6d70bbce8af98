import type { ChildrenField, LinkField, RecordShape } from "./corpus-row-types";
import { detail, DOCUMENTS, ELSEWHERE, link, ownProperties } from "./corpus-fields";
import { kindOf } from "./ontology";

const PART_OF = (label: string, what: string): LinkField =>
  link({
    name: "partOf",
    description: `The ${what} that this one is part of.`,
    many: true,
    relation: "PART_OF",
    to: [label],
    key: label.toLowerCase(),
    details: [DOCUMENTS],
  });

const LOCATED_IN = (description: string): LinkField =>
  link({ name: "locatedIn", description, many: true, relation: "LOCATED_IN", to: ["Place"], key: "place", details: [DOCUMENTS] });

const ACCOUNT: RecordShape = {
  label: "Account",
  description: "An account on a platform.",
  fields: [...ownProperties("Account"), ELSEWHERE],
};

const ACCOUNTS: ChildrenField = {
  is: "children",
  name: "accounts",
  description: "Accounts that it posts from, by slug. Account slugs are shared by all corpora.",
  form: "map",
  relation: "OWNS",
  direction: "out",
  shape: ACCOUNT,
};

const POSITION: RecordShape = {
  label: "Position",
  description: "An office or job.",
  fields: [
    ...ownProperties("Position"),
    link({
      name: "organization",
      description: "The organization it is with.",
      many: false,
      relation: "AT",
      to: ["Organization"],
      key: "organization",
    }),
    link({ name: "place", description: "The place it is for.", many: false, relation: "IN_PLACE", to: ["Place"], key: "place" }),
    DOCUMENTS,
    ELSEWHERE,
  ],
};

/** A record of people.yaml. */
export const PERSON: RecordShape = {
  label: "Person",
  description: "A human being.",
  fields: [
    ...ownProperties("Person"),
    ELSEWHERE,
    {
      is: "children",
      name: "positions",
      description: "Offices and jobs held, by slug.",
      form: "map",
      relation: "HELD",
      direction: "out",
      shape: POSITION,
    },
    ACCOUNTS,
    link({
      name: "memberOf",
      description: "Organizations that the person belongs or belonged to.",
      many: true,
      relation: "MEMBER_OF",
      to: ["Organization"],
      key: "organization",
      details: [detail("MEMBER_OF", "startedAt"), detail("MEMBER_OF", "endedAt"), DOCUMENTS],
    }),
  ],
};

/** A record of organizations.yaml. */
export const ORGANIZATION: RecordShape = {
  label: "Organization",
  description: "A state, government, company, outlet, agency or group that speaks or is spoken about as one.",
  fields: [
    ...ownProperties("Organization"),
    ELSEWHERE,
    ACCOUNTS,
    PART_OF("Organization", "organization"),
    LOCATED_IN("Where it has its seat."),
  ],
};

/** A record of places.yaml. */
export const PLACE: RecordShape = {
  label: "Place",
  description: "Somewhere that has a location.",
  fields: [...ownProperties("Place"), ELSEWHERE, PART_OF("Place", "place")],
};

/** A record of events.yaml. */
export const EVENT: RecordShape = {
  label: "Event",
  description: "Something that happened at a time and a place.",
  fields: [
    ...ownProperties("Event"),
    ELSEWHERE,
    LOCATED_IN("Where it happened."),
    link({
      name: "involved",
      description: "Who and what took part in it, ordered it or suffered it.",
      many: true,
      relation: "INVOLVED_IN",
      direction: "in",
      to: ["Entity"],
      key: "entity",
      details: [detail("INVOLVED_IN", "role"), DOCUMENTS],
    }),
  ],
};

/** A record with the properties of its kind and nothing else: works.yaml, topics.yaml. */
export const plain = (label: string): RecordShape => ({
  label,
  description: kindOf(label).description,
  fields: [...ownProperties(label), ELSEWHERE],
});

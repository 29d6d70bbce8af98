import { BadUserInput } from "../errors";
import type { Dialect } from "../graph/dialect";
import type { Step } from "../model/edge-types";
import { KEY_SEPARATOR } from "../model/ontology";
import { WALKS } from "../model/walks";
import type { Draft } from "./draft";
import type { OrderTerm } from "./nodes/level-node";
import { printNumber, printNumberSaid, printPattern } from "./printers/clauses/print-pattern";

/** The order that an API list has, from the arguments and the kind of thing; its last term is never the same twice. */
export interface Order {
  readonly terms: readonly OrderTerm[];
  /** Names the order, so that a cursor of another one is recognised. */
  readonly signature: string;
}

type Direction = "ASC" | "DESC";
interface OrderInput {
  readonly by: string;
  readonly direction: Direction;
}
/** An explicit null is as if nothing were given. */
type GivenOrder = Omit<OrderInput, "direction"> & { readonly direction?: Direction | null };

/** How a page is ordered that takes no `orderBy`. */
const FIXED: Readonly<Record<string, OrderInput>> = {
  Document: { by: "publishedKey", direction: "DESC" },
  Report: { by: "reportedKey", direction: "ASC" },
  Claim: { by: "id", direction: "ASC" },
};

const COUNTED: Readonly<Record<string, (variable: string, dialect: Dialect) => string>> = {
  REPORT_COUNT: (variable) => numberOf(WALKS.reportsOfStatement, variable),
  RESPONSE_COUNT: (variable) => numberOf(WALKS.responses, variable),
  SAID_COUNT: (variable, dialect) => (dialect.walksIndexInOrder ? printNumberSaid(variable) : numberOf(WALKS.said, variable)),
  SPOKEN_ABOUT_COUNT: (variable) => numberOf(WALKS.spokenAbout, variable),
};

function numberOf(steps: readonly Step[], variable: string): string {
  return printNumber(steps, variable) ?? `COUNT { ${printPattern(steps, { from: variable, to: "" })} }`;
}

const NAMED: Readonly<Record<string, (variable: string) => string>> = {
  SPEAKER_NAME: (variable) => `coalesce(head([${printPattern(WALKS.speaker, { from: variable, to: "speaker" })} | speaker.nameKey]), '')`,
};

/** What a stored key sorts by, without the id behind it: the same for what was said on one day, or has one name. */
function ofKey(key: string, separator: string): string {
  return `split(${key}, $${separator})[0]`;
}

const STORED: Readonly<Record<string, string>> = { SAID_AT: "saidKey", RECORDED_AT: "recordedKey", NAME: "nameKey" };

/**
 * The order of a page of nodes.
 * @param scoreAlias holds how well each node fits a search; null without a search
 * @throws BadUserInput for an order by relevance to nothing
 */
export function readOrder(type: string, orderBy: unknown, variable: string, scoreAlias: string | null, draft: Draft): Order {
  if (scoreAlias !== null && !asksOrder(orderBy)) return byRelevance(variable, scoreAlias);
  const fixed = FIXED[type];
  const unique: OrderInput = fixed ?? (type === "Statement" ? { by: "SAID_AT", direction: "DESC" } : { by: "NAME", direction: "ASC" });
  const all = (orderBy as readonly GivenOrder[] | null | undefined) ?? [];
  // A second term of one kind never settles a tie, but would be counted again for every item.
  const first = all.filter((each, index) => all.findIndex(({ by }) => by === each.by) === index);
  const given = first.map(({ by, direction }): OrderInput => ({ by, direction: direction ?? unique.direction }));
  const last = given.at(-1);
  // Stored keys end in the id, and settle every tie: what is asked for behind one is asked of those that are alike but for that.
  const inputs = last !== undefined && last.by in STORED ? given : [...given, { ...unique, ...given.find(({ by }) => by === unique.by) }];
  if (scoreAlias === null && inputs.some((input) => input.by === "RELEVANCE"))
    throw new BadUserInput("`orderBy` RELEVANCE goes with `search`: without it, nothing is more relevant than the rest.");
  const isComputed = inputs.slice(0, -1).some(({ by }) => by !== "RELEVANCE");
  return {
    terms: inputs.map((input, at) => orderTerm(input, { isLast: at === inputs.length - 1, isComputed }, variable, scoreAlias, draft)),
    signature: inputs.map((input) => `${input.by}:${input.direction}`).join(","),
  };
}

function asksOrder(orderBy: unknown): boolean {
  return Array.isArray(orderBy) && orderBy.length > 0;
}

/** Where a term stands in an order. */
interface TermPlace {
  readonly isLast: boolean;
  /**
   * Something before it is counted or looked up for each node: read beside that, its own key lets a database keep the first page, where it would sort
   * everything. A score is not meant: its page is read from what is kept as the best (ADR 13).
   */
  readonly isComputed: boolean;
}

/** Best first, ties by id. */
function byRelevance(variable: string, scoreAlias: string): Order {
  const terms: OrderTerm[] = [
    { expression: scoreAlias, direction: "DESC", alias: scoreAlias, isNumber: true },
    { expression: `${variable}.id`, direction: "ASC", alias: null },
  ];
  return { terms, signature: "RELEVANCE" };
}

function orderTerm(
  { by, direction }: OrderInput,
  { isLast, isComputed }: TermPlace,
  variable: string,
  scoreAlias: string | null,
  draft: Draft,
): OrderTerm {
  if (by === "RELEVANCE" && scoreAlias !== null) return { expression: scoreAlias, direction: "DESC", alias: scoreAlias, isNumber: true };
  const [counted, named] = [COUNTED[by], NAMED[by]];
  if (counted) return { expression: counted(variable, draft.dialect), direction, alias: draft.name("k"), isNumber: true };
  if (named) return { expression: named(variable), direction, alias: draft.name("k"), isSpeakerName: true };
  const key = `${variable}.${STORED[by] ?? by}`;
  return isLast
    ? { expression: key, direction, alias: isComputed ? draft.name("k") : null }
    : { expression: ofKey(key, draft.parameter(KEY_SEPARATOR)), direction, alias: draft.name("k") };
}

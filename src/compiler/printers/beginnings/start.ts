import { instantNames, keyDatesOf } from "../../../model/long-dates";
import { isKindOf, isOnceBetween, kindOf, orderKeysOf } from "../../../model/ontology";
import { WALKS } from "../../../model/walks";
import type { AnyNode, ConditionNode, RelatedNode } from "../../nodes/condition-node";
import {
  all,
  asksRelation,
  asksStatements,
  describesEntity,
  hasPart,
  isLongPath,
  isLookUp,
  isOfTime,
  isPlainSome,
  namesNodes,
  namesOneNode,
  namesTime,
  onwardOf,
  partsOf,
} from "../../nodes/condition-node";
import type { LevelNode, SourceNode } from "../../nodes/level-node";
import { isIdTest } from "../clauses/print-condition";

/*
 * The words of this folder, which other printers use, too:
 * - start: a demand that names something, such as `speaker: { id }`. The search begins there, at the far end of its path, and not at every node.
 * - along: an order index is followed until the page is full, that of a whole label or that of one speaker or thing.
 * - stretch: a part of such an index that is counted, from one time to another.
 * - soon: the same for so many nodes only; if the page is not full then, another way is taken after all.
 * - cheapest: of several starts, and perhaps an index, the branch with the least to look at runs; numbers tell which when the statement runs.
 * - alternatives: the parts of an OR, each a start; what any of them leads to, all together.
 * - dear: a demand on an entity for which all its statements have to be looked at; asked at the end, once of each entity.
 * - told: known already, from a variable or from a relation that stands for a statement, so that neither is looked at again.
 * - listed: tested by a list that was gathered before, instead of by a way that is walked anew.
 * - beside: what goes with a node: demanded, carried, or stored on a relation so that the node itself need not be read (ADR 18).
 */

/** A demand that becomes the beginning of the MATCH: from the far end of its path to the nodes that are looked for. */
export interface Start {
  readonly from: RelatedNode;
  /** What the filter demands beside it. */
  readonly rest: ConditionNode | null;
  /** Several ways may lead from it to one node. */
  readonly repeats: boolean;
}

/** Statements of one speaker, or about one thing: an index holds them in the order of time (ADR 18). */
export interface Along {
  /** The demand that names that one; null where it is the node of the level above. */
  readonly part: RelatedNode | null;
  readonly of: "speaker" | "about";
  /** An expression: the id of that one. */
  readonly id: string;
}

/** What is counted of the statements of some speakers, or about some things. */
export interface Stretch {
  readonly of: "speaker" | "about";
  /** An expression: the id of the one; null where a demand names them otherwise. */
  readonly id: string | null;
  /** The demand that names them; null where it is the node of the level above. */
  readonly from: RelatedNode | null;
  /** What that demands of the relation to them. */
  readonly onRelation: ConditionNode | null;
  readonly rest: ConditionNode | null;
  /** One statement may be about several of them. */
  readonly repeats: boolean;
}

/** Where the search for the nodes of a level begins. */
export type Beginning =
  /** At the source as it is: every node of the label, or its order index until the page is full. */
  | { readonly at: "source" }
  /** At the things that have a name, or another value that identifies them, by an index; few things of the graph have one. */
  | { readonly at: "names" }
  /** Along what an index holds of one named thing in the order of the page. */
  | { readonly at: "along"; readonly along: Along; readonly rest: ConditionNode | null }
  /**
   * Along an order index as far as a few pages of nodes for which something dear has to be asked; where that does not fill the page, at what
   * a demand names, or at the source, as if there were no such index, where another may have what is demanded: few may fulfil it, and nothing
   * tells how many. It is near where the other way takes long only if the page is soon full.
   */
  | { readonly at: "soon"; readonly along: Along | null; readonly instead: Start | null; readonly isNear: boolean }
  /** At what each alternative of a demand names, all of them together; or along an order index, if the numbers of their relations say that it is met soon. */
  | { readonly at: "alternatives"; readonly starts: readonly Start[]; readonly rest: ConditionNode | null; readonly walksIndex: boolean }
  /** At what an index holds, between two times, of each that a demand names, or of the node of the level above. */
  | ({ readonly at: "stretch" } & Stretch)
  /** At what one demand names. */
  | { readonly at: "start"; readonly start: Start }
  /**
   * Wherever the numbers of relations say that least has to be looked at, decided when the statement runs: at what one of
   * several demands names, or along an order index, which is best where much fulfils the filter: that of one named thing, if there is one.
   */
  | { readonly at: "cheapest"; readonly starts: readonly Start[]; readonly walksIndex: boolean; readonly along: Along | null };

/** So many are compared; each makes the statement longer, and its first planning slower. */
const STARTS_COMPARED = 3;

/** Decides where a level begins, as far as its text can say. */
export function beginningOf({ source, filter, page, stretch }: Pick<LevelNode, "source" | "filter" | "page" | "stretch">): Beginning {
  if (stretch !== undefined && source.from === "steps") {
    const along = alongSteps(source);
    if (along !== null) return { at: "stretch", of: along.of, id: along.id, from: null, onRelation: null, rest: filter, repeats: false };
  }
  if (source.from === "steps" && page?.walk?.of === "owner" && isInOrderOfTime(page)) {
    const along = alongSteps(source);
    if (along === null) return { at: "source" };
    return partsOf(filter).some(isAskedOnce) ? { at: "soon", along, instead: null, isNear: false } : { at: "along", along, rest: filter };
  }
  if (source.from !== "label" || filter === null) return { at: "source" };
  const parts = partsOf(filter);
  if (parts.some((part) => isNamesTest(part, source.label))) return { at: "names" };
  const startOf = (from: RelatedNode): Start => ({ from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) });
  const counted = parts.filter(isCounted).slice(0, STARTS_COMPARED);
  const dear = parts.filter(isAskedOnce).filter((part) => !counted.some((each) => each === part));
  const walksIndex = page?.walk?.of === "label";
  const along = page?.walk?.of === "label" && isInOrderOfTime(page) ? alongOf(counted) : null;
  if (along !== null && along.part !== null && counted.length === 1)
    return dear.length > 0
      ? { at: "soon", along, instead: startOf(along.part), isNear: false }
      : { at: "along", along, rest: all(parts.filter((part) => part !== along.part)) };
  // What is dear is asked at the end, of all together: a walk would ask it of each node that it meets.
  const isCompared = walksIndex && dear.length === 0;
  if (counted.length > 0 && counted.length + (isCompared ? 1 : 0) > 1)
    return { at: "cheapest", starts: counted.map(startOf), walksIndex: isCompared, along: isCompared ? along : null };
  // The ways through a long path multiply: it is walked from its far end, each node once, whatever the order.
  const from = parts.find(isLongPath) ?? counted[0];
  if (from) {
    const start = startOf(from);
    return (stretch !== undefined && stretchOf(start)) || { at: "start", start };
  }
  const either = parts.find(namesEach);
  if (either) {
    const rest = all(parts.filter((part) => part !== either));
    return { at: "alternatives", starts: either.parts.flatMap(startOfAlternative), rest, walksIndex: isCompared };
  }
  const start = dear.length > 0 ? startOfDear(dear, startOf) : startOfMany(parts, source.label, startOf);
  const isGivenUp = start !== null || dear.length > 0 || parts.some((part) => hasIndex(part, source.label, page));
  if (walksIndex && isGivenUp) return { at: "soon", along: null, instead: start, isNear: dear.length === 0 };
  return start === null ? { at: "source" } : { at: "start", start };
}

function startOfDear(dear: readonly ConditionNode[], startOf: (from: RelatedNode) => Start): Start | null {
  const some = dear.find(isPlainSome);
  return some ? { ...startOf(some), from: askedOfEntity(some) } : null;
}

/**
 * How much is of a time, or is so as something demands of an entity, nothing tells; but to begin at all of it takes a fraction of the time that it takes to
 * look from each node whether something of it is there, and where nearly all is so, at most some twice that (ADR 12, 10). Not so from entities to entities, of which each has many ways to others, and one is enough. What is asked of the time of
 * the nodes themselves has an index of its own.
 */
function startOfMany(parts: readonly ConditionNode[], label: string, startOf: (from: RelatedNode) => Start): Start | null {
  if (parts.some((part) => part.kind === "comparison" && isOfTime(part, label))) return null;
  const isFar = (part: ConditionNode): part is RelatedNode => namesTime(part) || (!isKindOf(label, ["Entity"]) && describesEntity(part));
  const from = parts.filter(isFar).find(hasSingleSteps);
  return from === undefined ? null : startOf(from);
}

/** Whether an index has what fulfils it, which may be next to nothing: what is of a dataset, or of a time by which the page is not sorted. */
function hasIndex(part: ConditionNode, label: string, page: LevelNode["page"]): boolean {
  if (part.kind !== "comparison" || part.of !== "node") return false;
  if (part.property === "dataset") return part.operator === "IN";
  const key = page?.terms[0]?.expression.split(".").at(-1);
  const sorted = orderKeysOf(kindOf(label)).find(({ name }) => name === key)?.by;
  return isOfTime(part, label) && !keyDatesOf(label).some((date) => date.property === sorted && instantNames(date).includes(part.property));
}

/** Whether few nodes stand at the far end of a demand, so that the way from there may be the shorter one. */
function isCounted(part: ConditionNode): part is RelatedNode {
  return namesNodes(part) && hasSingleSteps(part);
}

/** So many alternatives are looked up and joined; each makes the statement longer. */
const MOST_ALTERNATIVES = 6;

/** Whether it is one of several demands that has to hold, and each names something. */
function namesEach(part: ConditionNode): part is AnyNode {
  if (part.kind !== "any" || part.parts.length === 0 || part.parts.length > MOST_ALTERNATIVES || hasPart(part, isDear)) return false;
  return part.parts.every((alternative) => startOfAlternative(alternative).length > 0);
}

/** Of what an alternative demands, what names one thing rather than several; nothing where nothing is named. */
function startOfAlternative(alternative: ConditionNode): Start[] {
  const parts = partsOf(alternative);
  const from = parts.filter(isCounted).find(namesOneNode) ?? parts.find(isCounted);
  return from === undefined ? [] : [{ from, rest: all(parts.filter((part) => part !== from)), repeats: repeats(from) }];
}

/**
 * Whether it is a demand on entities for which their statements have to be looked at: a speaker every statement of whom is so, or none of
 * the things about which somebody said something. Asked of each entity it is asked once, of each statement as often as the entity has statements.
 */
export function isDear(part: ConditionNode): part is RelatedNode {
  return isOnEntity(part) && part.inner !== null && asksStatements(part.inner);
}

/** Whether it is a demand on entities one step away, and on nothing of the relation to them. */
export function isOnEntity(part: ConditionNode): part is RelatedNode {
  if (part.kind !== "related" || (part.inner !== null && asksRelation(part.inner))) return false;
  const [step, ...more] = part.steps;
  return step?.to !== undefined && more.length === 0 && isKindOf(step.to, ["Entity"]);
}

/** Whether it is one, or holds one in an alternative or a negation, where it would be asked of each node as well. */
export function isAskedOnce(part: ConditionNode): boolean {
  return isDear(part) || ((part.kind === "any" || part.kind === "not") && hasPart(part, isDear) && !asksRelation(part));
}

/** The same with its whole inner demand as one test of the entity, and no path beyond it, on which ways would multiply. */
function askedOfEntity(part: RelatedNode): RelatedNode {
  return { ...part, inner: part.inner && { kind: "any", parts: [part.inner] } };
}

/** Whether it is one step to a thing that is named. */
export function isOneStep({ from }: Pick<Start, "from">): boolean {
  return from.steps.length === 1 && onwardOf(from) === null && namesOneNode(from);
}

/** Of several, the speaker: there are more speakers than things that much is said about. */
function alongOf(parts: readonly RelatedNode[]): Along | null {
  for (const end of ["speaker", "about"] as const) {
    for (const part of parts) {
      const [test, ...others] = partsOf(part.inner);
      if (part.steps !== WALKS[end] || test === undefined || others.length > 0 || !isIdTest(test)) continue;
      return { part, of: end, id: `$${test.parameter ?? ""}` };
    }
  }
  return null;
}

/** @returns null where no index has in the order of time what hangs on the start */
function stretchOf({ from, rest, repeats }: Start): Extract<Beginning, { at: "stretch" }> | null {
  const of = from.steps === WALKS.speaker ? "speaker" : from.steps === WALKS.about ? "about" : null;
  const parts = partsOf(from.inner);
  const ofRelation = of === "about" ? parts.filter((part) => part.kind === "comparison" && part.of === "relation") : [];
  const named = { ...from, inner: all(parts.filter((part) => !ofRelation.includes(part))) };
  if (of === null || !isOnEntity(named)) return null;
  const id = alongOf([named])?.id ?? null;
  // Those that are named come once each, and a statement has one favoured speaker.
  return { at: "stretch", of, id, from: named, onRelation: all(ofRelation), rest, repeats: repeats && of === "about" };
}

/** What one thing of the level above said, or what was said about it. */
function alongSteps({ start, steps, relation, distance }: Extract<SourceNode, { from: "steps" }>): Along | null {
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0 || relation !== null || distance !== null) return null;
  if (step === WALKS.said[0]) return { part: null, of: "speaker", id: `${start}.id` };
  return step === WALKS.spokenAbout[0] ? { part: null, of: "about", id: `${start}.id` } : null;
}

/** Whether a page is in the order in which its statements were said. */
function isInOrderOfTime({ terms }: NonNullable<LevelNode["page"]>): boolean {
  const [term, ...more] = terms;
  return more.length === 0 && term !== undefined && term.expression.endsWith(".saidKey");
}

/** Steps that may be left out, or be many, have no number that is kept: each demand wants one beside them. */
function hasSingleSteps(part: RelatedNode): boolean {
  const onward = onwardOf(part);
  return part.steps.some((step) => !step.hops) && (onward === null || hasSingleSteps(onward));
}

/** Whether it is the name of the thing itself that is asked for, or another value that identifies it: there is an index for that. */
function isNamesTest(part: ConditionNode, label: string): boolean {
  if (part.kind === "any") return part.parts.length > 0 && part.parts.every((each) => isNamesTest(each, label));
  if (part.kind !== "comparison") return false;
  return isLookUp(part, label) || (part.of === "node" && part.property === "namesText" && part.operator === "CONTAINS");
}

function repeats(part: RelatedNode): boolean {
  const { steps, inner } = part;
  // A statement has one favoured speaker, and each of them is looked up once.
  if (steps === WALKS.speaker && onwardOf(part) === null) return false;
  const [only] = steps;
  const isSingle = steps.length === 1 && only !== undefined && !only.hops && typeof only.relation === "string" && only.direction === "out";
  return !isSingle || !isOnceBetween([only.relation].flat()[0] ?? "") || inner?.kind !== "comparison" || inner.operator !== "=";
}

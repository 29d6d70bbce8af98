import { all, isLookUp, partsOf } from "../nodes/condition-node";
import type { LevelNode, SourceNode } from "../nodes/level-node";
import { LOWEST } from "../page-bounds";
import { restOf } from "../printers/beginnings/print-asked";
import { divide, divideLevel } from "../printers/beginnings/print-asked-once";
import type { Divided } from "../printers/beginnings/print-asked-once";
import { onlyNamed, pairOf } from "../printers/beginnings/print-pair";
import { speakersAboutOf } from "../printers/beginnings/print-speakers-about";
import type { Along, Beginning, Start } from "../printers/beginnings/start";
import { beginningOf } from "../printers/beginnings/start";
import { describeCondition } from "./describe-condition";
import type { Values } from "./describe-condition";
import { describeCount } from "./describe-count";
import { describeOrderIndex, isBounded } from "./describe-order";
import { indented } from "./indented";

type Of<At extends Beginning["at"]> = Extract<Beginning, { at: At }>;

/** Where the search for the nodes of a level begins, what the database chooses from, and what is tested of each node. */
export function describeBeginning(level: LevelNode, values: Values): string[] {
  const beginning = beginningOf(level);
  return [...describeWay(level, beginning, values), ...(isSorted(level, beginning) ? ["sorts all that are left"] : [])];
}

function describeWay(level: LevelNode, beginning: Beginning, values: Values): string[] {
  switch (beginning.at) {
    case "source":
      return [...describeSourceBeginning(level, values), ...describeTests(divideLevel(level), values)];
    case "names":
      return [`begins at the index of ${describeLookedUp(level)}`, ...describeTests(divide(level.filter), values)];
    case "along":
      return [`begins along ${describeAlong(level, beginning.along, values)}`, ...describeTests(divide(beginning.rest), values)];
    case "start":
      return [`begins at ${describeStart(beginning.start, values)}`, ...describeTests(divide(beginning.start.rest), values)];
    case "stretch":
      return describeStretch(level, beginning, values);
    case "soon":
      return describeSoon(level, beginning, values);
    case "alternatives":
      return describeAlternatives(level, beginning, values);
    case "cheapest":
      return describeCheapest(level, beginning, values);
  }
}

/** Whether no index gives the order of a page, so that all that could be on it has to be found first. */
function isSorted({ gives, page }: LevelNode, beginning: Beginning): boolean {
  if (gives.is !== "items" || page === null || page.limitParameter === null) return false;
  if (beginning.at === "source") return page.walk?.of !== "label";
  if ("walksIndex" in beginning) return !beginning.walksIndex;
  return beginning.at === "start" || beginning.at === "names";
}

/** What is tested of each node, and what is asked of all of them together. */
export function describeTests({ first, dear }: Divided, values: Values): string[] {
  return [
    ...partsOf(first).map((part) => `tests each: ${describeCondition(part, values)}`),
    ...dear.map((part) => `tests at the end, once for each entity: ${describeCondition(part, values)}`),
  ];
}

/** The far end of a demand: few nodes, from which the way leads to those that are looked for. */
export function describeStart({ from }: Pick<Start, "from">, values: Values): string {
  return `${describeCondition(from, values)}${from.stretch === undefined ? "" : ", no further than the dates allow"}`;
}

const UNLESS_INDEXED = "unless the database has an index for what is tested";

/** Sources of which all has to be looked at before a page of it is known. */
const MANY: readonly SourceNode["from"][] = ["steps", "neighbours", "relations", "linkStatements"];

function describeSourceBeginning({ source, page, filter, gives }: LevelNode, values: Values): string[] {
  if (page?.walk?.of === "label") return [`begins along ${describeOrderIndex(page)}${boundsIn(page, values)}, until the page is full`];
  if (source.from !== "label")
    return MANY.includes(source.from) && gives.is !== "head" && gives.is !== "list" ? ["looks at all of them"] : [];
  if (filter !== null) return [`begins at all of them, ${UNLESS_INDEXED}`];
  return gives.is === "count" ? ["counts all of them: a number that the database has at hand"] : ["begins at all of them"];
}

function describeAlong({ page }: LevelNode, along: Along | null, values: Values): string {
  const bounds = boundsIn(page, values);
  if (along === null) return `${describeOrderIndex(page)}${bounds}`;
  const whose = along.part === null ? `the ${along.of === "speaker" ? "speaker" : "thing"} above` : describeCondition(along.part, values);
  return `the index of ${whose}, sorted by when it was said${bounds}`;
}

function boundsIn(page: LevelNode["page"], values: Values): string {
  return isBounded(page, values) ? ", no further than the dates allow" : "";
}

/** How much of an index is looked at before the walk is given up for another way. */
function mostOf({ page }: LevelNode, values: Values): string {
  return `, at most ${describeCount(page?.walk?.reachParameter, values)} of it`;
}

/** Names, or the value that few have: of alternatives, the first is one of these as well. */
function describeLookedUp({ source, filter }: LevelNode): string {
  const label = source.from === "label" ? source.label : undefined;
  const found = partsOf(filter)
    .flatMap((part) => (part.kind === "any" ? part.parts : [part]))
    .find((part) => part.kind === "comparison" && isLookUp(part, label));
  return found?.kind === "comparison" ? found.property : "names";
}

function describeStretch({ stretch }: LevelNode, { of, from, onRelation, rest }: Of<"stretch">, values: Values): string[] {
  const { aboveParameter = null, belowParameter = null } = stretch ?? {};
  const bound = values[aboveParameter ?? ""] ?? null;
  const isOpen = belowParameter === null && (bound === null || bound === LOWEST);
  const whose = from === null ? `the ${of === "speaker" ? "speaker" : "thing"} above` : describeStart({ from }, values);
  return [
    `begins along the index of ${whose}, sorted by when it was said, ${isOpen ? "as far as the dates of the data allow" : "no further than the dates allow"}`,
    ...(onRelation === null ? [] : [`tests each: ${describeCondition(onRelation, values)}`]),
    ...describeTests(divide(rest), values),
  ];
}

function describeSoon(level: LevelNode, { along, instead, isNear }: Of<"soon">, values: Values): string[] {
  const rest = all(partsOf(level.filter).filter((part) => part !== along?.part));
  const everything = `all of them${isNear ? `, ${UNLESS_INDEXED}` : ""}`;
  const other = instead === null ? everything : describeStart(instead, values);
  return [
    `begins along ${describeAlong(level, along, values)}${mostOf(level, values)}, since ${isNear ? "nothing tells how much fulfils it" : "one demand is dear to test"}`,
    `where that does not fill the page, begins again at ${other}`,
    ...describeTests(divide(rest), values),
  ];
}

function describeAlternatives(level: LevelNode, { starts, rest, walksIndex }: Of<"alternatives">, values: Values): string[] {
  const each = starts.map((start) => withRest(start, values));
  const walk = `or else along ${describeAlong(level, null, values)}, if that fills the page sooner${mostOf(level, values)} (${CHOICE})`;
  return [
    "begins at each of these, all together:",
    ...indented(each),
    ...(walksIndex ? [walk] : []),
    ...describeTests(divide(rest), values),
  ];
}

const CHOICE = "the database decides which, when the statement runs, by how many relations each has";

/** What an alternative demands besides its start. */
function withRest(start: Start, values: Values): string {
  const rest = start.rest === null ? "" : `, testing each: ${describeCondition(start.rest, values)}`;
  return `${describeStart(start, values)}${rest}`;
}

function describeCheapest(level: LevelNode, cheapest: Of<"cheapest">, values: Values): string[] {
  const { starts, walksIndex, along } = cheapest;
  const rest = restOf(level, starts);
  const isOfSpeakers = speakersAboutOf(cheapest) !== null;
  const pair = isOfSpeakers ? null : pairOf(level, starts, rest);
  const one = pair && onlyNamed(pair);
  const compared = isOfSpeakers ? [] : starts.filter((start) => one === null || start === one);
  const ways = compared.map((start) => describeStart(start, values));
  if (walksIndex)
    ways.push(`along ${describeAlong(level, along, values)}, until the page is full${isOfSpeakers ? "" : mostOf(level, values)}`);
  if (isOfSpeakers || pair?.isSought === true)
    ways.push(`at each pair of ${starts.map((start) => describeStart(start, values)).join(" and ")}, looked up by the ids of both`);
  return [`begins at the cheapest of these (${CHOICE}):`, ...indented(ways), ...describeTests(divide(rest), values)];
}

import { BadUserInput } from "../errors";
import { DIMENSIONS } from "../model/dimensions";
import { KEY_SEPARATOR } from "../model/ontology";
import { WALKS } from "../model/walks";
import type { Reached } from "./build-edge";
import { checkDimensions, levelOf } from "./build-facets";
import type { Counted } from "./build-facets";
import { buildDimension, groupsOf, groupsPlan, jointOf, readViews } from "./build-groups";
import type { BuiltDimension } from "./build-groups";
import { buildShape } from "./build-shape";
import { checkFirst, rowLimit } from "./check-arguments";
import type { Draft } from "./draft";
import type { ConditionNode, RelatedNode } from "./nodes/condition-node";
import { all, namesFewNodes, namesListedNodes, namesOneNode } from "./nodes/condition-node";
import type { GroupsNode } from "./nodes/groups-node";
import { readFilter } from "./read-filter";
import { readSearched } from "./read-search";
import type { CellEnd, RootTree } from "./root-tree";
import type { RootSelection, SelectedField, Selection } from "./selection";

type Arguments = Readonly<Record<string, unknown>>;

const MOST_DIMENSIONS = 3;

/** Every statement that the arguments leave. */
function countedStatements(given: Arguments, extra: readonly ConditionNode[], draft: Draft): Counted {
  const variable = draft.name("n");
  const start: Reached = {
    source: { from: "label", label: "Statement" },
    subject: { type: "Statement", variable, link: null },
    imports: [],
    carries: [variable],
  };
  const where = isGiven(given.where) ? readFilter(given.where as Arguments, "StatementWhere", draft) : null;
  const searched = readSearched(given.search, "Statement", variable, true, draft);
  const filter = all([where, ...extra].filter((part) => part !== null));
  return { start, filter, search: searched.search };
}

/** `statementCounts`. @throws BadUserInput, LimitExceeded */
export function buildCounts(field: RootSelection, draft: Draft): RootTree {
  const { selection, arguments: given } = field;
  const names = checkGrouping(given.groupBy as string[]);
  const first = checkFirst(given.first, "first", rowLimit(draft.limits));
  const counted = countedStatements(given, [], draft);
  const { views, selections } = readViews(selection, "keys");
  const joint = jointOf(names, draft);
  const dimensions = names.map((name) => buildDimension({ name, selections, joint }, counted.start.subject.variable, buildShape, draft));
  const countAlias = draft.name("c");
  const distinct = [
    { name: "speakers", steps: WALKS.speaker },
    { name: "publishers", steps: [...WALKS.reportsOfStatement, ...WALKS.publisherOfReport] },
  ].filter(({ name }) => selection.fields.some((each) => each.name === name));
  const groups = groupsOf(
    dimensions,
    {
      order: readCountOrder(given.orderBy, names, dimensions, countAlias),
      first,
      countAlias,
      joint,
      distinct: distinct.map(({ steps }) => ({ alias: draft.name("d"), steps })),
    },
    draft,
  );
  const below = dimensions.flatMap((each) => each.below);
  const figures = ["count", ...distinct.map(({ name }) => name)];
  return { is: "counts", level: levelOf(counted, groups, below), plan: groupsPlan(dimensions, figures, views) };
}

function checkGrouping(names: readonly string[]): readonly string[] {
  if (names.length === 0) throw new BadUserInput("`groupBy` is empty. Name one to three dimensions.");
  if (names.length > MOST_DIMENSIONS)
    throw new BadUserInput(`\`groupBy\` names ${names.length} dimensions, at most ${MOST_DIMENSIONS}. Ask in several queries.`);
  return checkDimensions(names, "groupBy");
}

function readCountOrder(
  orderBy: unknown,
  names: readonly string[],
  dimensions: readonly BuiltDimension[],
  countAlias: string,
): GroupsNode["order"] {
  type Given = { readonly by: string; readonly direction?: "ASC" | "DESC" | null };
  const given = (orderBy as readonly Given[] | null | undefined) ?? [];
  const terms = given.length > 0 ? given : [{ by: "COUNT" } as Given];
  const keys = dimensions.map((each) => each.key);
  const expressions = terms.flatMap(({ by, direction }) => {
    const of = by === "COUNT" ? [countAlias] : by === "KEY" ? keys : [timeKey(names, keys)];
    return of.map((expression) => ({ expression, direction: direction ?? ("DESC" as const) }));
  });
  const order = [...expressions, ...keys.map((expression) => ({ expression, direction: "ASC" as const }))];
  // Sorted by once, a key settles nothing any more.
  return order.filter((each, index) => order.findIndex(({ expression }) => expression === each.expression) === index);
}

function timeKey(names: readonly string[], keys: readonly string[]): string {
  const key = keys[names.findIndex((name) => DIMENSIONS[name]?.by === "time")];
  if (key === undefined) throw new BadUserInput("`orderBy` TIME goes with a time in `groupBy`: YEAR, QUARTER, MONTH, WEEK or DAY.");
  return timeOrder(key);
}

/** The name of a stretch of the calendar as a number that runs on from before the year 0, where names run backwards. */
function timeOrder(key: string): string {
  const part = (index: number): string => {
    const text = `CASE WHEN ${key} STARTS WITH '-' THEN split(${key}, '-')[${index + 1}] ELSE split(${key}, '-')[${index}] END`;
    return `coalesce(toInteger(replace(replace(${text}, 'Q', ''), 'W', '')), 0)`;
  };
  const year = `CASE WHEN ${key} STARTS WITH '-' THEN -1 ELSE 1 END * ${part(0)}`;
  return `${year} * 10000 + ${part(1)} * 100 + ${part(2)}`;
}

/** `whoSpokeAboutWhom`: pairs of the favoured speaker and what the statement is about. @throws BadUserInput, LimitExceeded */
export function buildCells(field: RootSelection, draft: Draft): RootTree {
  const { selection, arguments: given } = field;
  const first = checkFirst(given.first, "first", rowLimit(draft.limits));
  const [speakers, targets] = [given.speakers, given.targets].map((each) =>
    isGiven(each) ? readFilter(each as Arguments, "EntityWhere", draft) : null,
  );
  // What names few entities is where the search begins; whatever is demanded of the two is tested on each pair.
  const ofSpeakers = some(WALKS.speaker, speakers ?? null);
  const starts = [ofSpeakers, some(WALKS.about, targets ?? null)].filter((each) => each !== null).filter(isSelective);
  const counted = countedStatements(given, starts, draft);
  // A statement has one favoured speaker: where it was demanded to be one of these, no pair needs the test.
  const isDemanded = ofSpeakers !== null && starts.includes(ofSpeakers);
  const { variable } = counted.start.subject;
  const asked = (name: string): SelectedField[] => selection.fields.filter((each) => each.name === name && each.selection !== null);
  const selectionsOf = (name: string): Selection[] => asked(name).flatMap((each) => each.selection ?? []);
  const [relation, stance] = [draft.name("r"), draft.name("v")];
  const dimensions = [
    buildDimension(
      { name: "SPEAKER", selections: selectionsOf("speaker"), filter: isDemanded ? null : (speakers ?? null) },
      variable,
      buildShape,
      draft,
    ),
    buildDimension({ name: "ABOUT", selections: selectionsOf("target"), filter: targets ?? null, relation }, variable, buildShape, draft),
  ];
  const countAlias = draft.name("c");
  const measures = MEASURES.filter(({ name }) => selection.fields.some((each) => each.name === name));
  const separator = draft.parameter(KEY_SEPARATOR);
  const order = [
    { expression: countAlias, direction: "DESC" as const },
    ...dimensions.map(({ key }) => ({ expression: key, direction: "ASC" as const })),
  ];
  const wish = {
    order,
    first,
    countAlias,
    measures: measures.map((measure) => ({
      alias: draft.name("f"),
      ...(measure.of === "stance"
        ? { expression: stanceCount(stance, measure.stance), reads: { relation, property: "stance", name: stance } }
        : { expression: `${measure.pick}(${datedKey(variable, separator)})`, separator }),
    })),
  };
  const ends = ["speaker", "target"].flatMap((name, dimension) =>
    asked(name).map(({ responseKey }, row): CellEnd => ({ key: responseKey, dimension: dimension as 0 | 1, row })),
  );
  const level = levelOf(
    counted,
    groupsOf(dimensions, wish, draft),
    dimensions.flatMap((each) => each.below),
  );
  return { is: "cells", level, plan: groupsPlan(dimensions, ["count", ...measures.map(({ name }) => name)], []), ends };
}

type Measure = { readonly name: string } & (
  | { readonly of: "stance"; readonly stance: "FAVOUR" | "AGAINST" }
  /** The sort key of the statement whose date is told. */
  | { readonly of: "date"; readonly pick: "min" | "max" }
);

/** Figures of a pair. */
const MEASURES: readonly Measure[] = [
  { name: "favour", of: "stance", stance: "FAVOUR" },
  { name: "against", of: "stance", stance: "AGAINST" },
  { name: "firstSaidAt", of: "date", pick: "min" },
  { name: "lastSaidAt", of: "date", pick: "max" },
];

function stanceCount(name: string, stance: string): string {
  return `sum(CASE WHEN ${name} = '${stance}' THEN 1 ELSE 0 END)`;
}

/** What is not dated has a key that begins with the separator. */
function datedKey(statement: string, separator: string): string {
  return `CASE WHEN ${statement}.saidKey STARTS WITH $${separator} THEN null ELSE ${statement}.saidKey END`;
}

function some(steps: RelatedNode["steps"], inner: ConditionNode | null): RelatedNode | null {
  return inner && { kind: "related", steps, quantifier: { is: "some" }, inner };
}

function isSelective(part: ConditionNode): boolean {
  return namesOneNode(part) || namesFewNodes(part) || namesListedNodes(part);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

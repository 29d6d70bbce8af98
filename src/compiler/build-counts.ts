import { BadUserInput } from "../errors";
import { DIMENSIONS } from "../model/dimensions";
import { WALKS } from "../model/walks";
import type { BuildContext } from "./build-edge";
import { checkDimensions } from "./build-facets";
import { buildDimension, groupsOf, groupsPlan, jointOf, readViews } from "./build-groups";
import type { BuiltDimension } from "./build-groups";
import { checkFirst, rowLimit } from "./check-arguments";
import { countedLevel } from "./counted-level";
import { countedStatements } from "./counted-statements";
import type { GroupsNode } from "./nodes/groups-node";
import type { RootTree } from "./root-tree";
import type { RootSelection } from "./selection";

const MOST_DIMENSIONS = 3;

/** `statementCounts`. @throws BadUserInput, LimitExceeded */
export function buildCounts({ selection, arguments: given }: RootSelection, context: BuildContext): RootTree {
  const { draft } = context;
  const names = checkGrouping(given.groupBy as string[]);
  const first = checkFirst(given.first, "first", rowLimit(draft.limits));
  const counted = countedStatements(given, [], draft);
  const { views, selections } = readViews(selection, "keys");
  const joint = jointOf(names, draft);
  const dimensions = names.map((name) => buildDimension({ name, selections, joint }, counted.start.subject.variable, context));
  const countAlias = draft.name("c");
  const distinct = [
    { name: "speakers", stages: [WALKS.speaker] },
    { name: "publishers", stages: [[...WALKS.reportsOfStatement, ...WALKS.document], ...WALKS.publisher.map((step) => [step])] },
  ].filter(({ name }) => selection.fields.some((each) => each.name === name));
  const groups = groupsOf(
    dimensions,
    {
      order: readCountOrder(given.orderBy, names, dimensions, countAlias),
      first,
      countAlias,
      joint,
      distinct: distinct.map(({ stages }) => ({ alias: draft.name("d"), stages })),
    },
    draft,
  );
  const below = dimensions.flatMap((each) => each.below);
  const figures = ["count", ...distinct.map(({ name }) => name)];
  return { is: "counts", level: countedLevel(counted, groups, below, draft), plan: groupsPlan(dimensions, figures, views) };
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

import { BadUserInput } from "../errors";
import { LINK_KINDS } from "../model/links";
import { askedKinds } from "./asked-kinds";
import type { BuildContext } from "./build-edge";
import { readViews } from "./build-groups";
import { checkFirst, checkList, checkText } from "./check-arguments";
import { plainItems } from "./plain-items";
import { DEFAULT_NETWORK_DEPTH, DEFAULT_NETWORK_NODES } from "./limits";
import type { LevelNode } from "./nodes/level-node";
import type { NetworkNode } from "./nodes/network-node";
import { readFilter } from "./read-filter";
import type { RootTree } from "./root-tree";
import type { RowPlan } from "./row-plan";
import type { RootSelection, Selection } from "./selection";

/** Statements that one step looks at, shared among the entities that it begins at. */
const STATEMENTS_A_STEP = 400_000;
const EDGES_A_NODE = 10;

/** The root field `network`. @throws BadUserInput, LimitExceeded */
export function buildNetwork(field: RootSelection, context: BuildContext): RootTree {
  const { draft } = context;
  const { arguments: given, selection } = field;
  const { limits } = draft;
  const limit = checkFirst(given.limit, "limit", {
    usual: DEFAULT_NETWORK_NODES,
    most: limits.maxNetworkNodes,
    setting: "QUOTH_MAX_NETWORK_NODES",
  });
  const depth = checkFirst(given.depth, "depth", {
    usual: DEFAULT_NETWORK_DEPTH,
    most: limits.maxNetworkDepth,
    setting: "QUOTH_MAX_NETWORK_DEPTH",
  });
  const around = [...new Set(checkList(given.around as string[], "around", limits).map((id) => draft.id(checkText(id, "around", limits))))];
  if (around.length > limit)
    draft.refusal = new BadUserInput(
      `\`around\` names ${around.length} entities, more than \`limit\` (${limit}). Raise \`limit\`, or name fewer.`,
    );
  const where = given.where ? readFilter(given.where as Record<string, unknown>, "StatementWhere", draft) : null;
  const list = draft.name("w");
  const cap = (begins: number): number => Math.ceil(STATEMENTS_A_STEP / Math.max(1, begins));
  const mostEdges = limit * EDGES_A_NODE;
  const network: NetworkNode = {
    aroundParameter: draft.parameter(around),
    links: askedKinds(LINK_KINDS, given.links),
    where,
    limitParameter: draft.parameter(limit),
    moreParameter: draft.parameter(limit + 1),
    stepParameters: Array.from({ length: depth }, (_, step) => draft.parameter(cap(step === 0 ? around.length : limit))),
    betweenParameter: draft.parameter(cap(limit)),
    busyParameter: draft.parameter(cap(limit) + 1),
    // One more tells whether there are more.
    edgesParameter: draft.parameter(mostEdges + 1),
    list,
  };
  const { views, selections } = readViews(selection, "nodes");
  const { level, rows } = buildNodes(selections, list, context);
  const edgeKeys = selection.fields.filter((each) => each.name === "edges").map((each) => each.responseKey);
  return { is: "network", network, nodes: level, rows, views, edgeKeys, mostEdges };
}

function buildNodes(
  selections: readonly Selection[],
  list: string,
  { draft, buildShape }: BuildContext,
): { level: LevelNode; rows: RowPlan[] } {
  const [variable, position] = [draft.name("n"), draft.name("i")];
  const built = selections.map((each) => buildShape(each, { type: "Entity", variable, link: null }, draft));
  const level: LevelNode = {
    imports: [list],
    source: { from: "list", list, position },
    variable,
    carries: [variable, position],
    filter: null,
    search: null,
    page: {
      terms: [{ expression: position, direction: "ASC", alias: null }],
      limitParameter: null,
      afterParameters: null,
      walk: null,
    },
    ...plainItems(built, [`${variable}.id`, `${variable}.name`], draft),
  };
  return { level, rows: built.map((each) => each.plan) };
}

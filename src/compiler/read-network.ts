import { typeOfId } from "../model/kind-of-id";
import type { AnswerRow, RawRow, ReadRow } from "./answer-row";
import type { RootTree } from "./root-tree";
import type { RowPlan } from "./row-plan";

type NetworkTree = Extract<RootTree, { is: "network" }>;
type RawEdge = readonly [source: string, link: string, target: string, count: number];

/** Entities and links of a network; the figure of an entity is the sum of those of its links. */
export function readNetwork(
  record: Record<string, unknown>,
  { network, nodes, rows, views, edgeKeys, mostEdges }: NetworkTree,
  readRow: ReadRow,
): AnswerRow {
  const raw = (record[nodes.gives.alias] ?? []) as RawRow[];
  const foundEdges = (record[`${network.list}_edges`] ?? []) as RawEdge[];
  const rawEdges = foundEdges.slice(0, mostEdges);
  const sums = new Map<string, number>();
  for (const [source, , target, count] of rawEdges) for (const id of [source, target]) sums.set(id, (sums.get(id) ?? 0) + count);
  const lists = views.map((view): [string, unknown] => [
    view.key,
    raw.map(([id, name, ...told]) => ({
      id,
      title: name,
      subTitle: typeOfId(String(id))?.toLowerCase() ?? null,
      mainStat: sums.get(String(id)) ?? 0,
      edges: Object.fromEntries(view.entities.map(({ key, row }) => [key, readRow(told[row] as RawRow, rows[row] as RowPlan)])),
    })),
  ]);
  const edges = rawEdges.map(([source, link, target, mainStat]) => ({ id: `${source} ${link} ${target}`, source, target, link, mainStat }));
  const truncated = record["cut"] === true || foundEdges.length > mostEdges || Number(record[`${network.list}_busy`] ?? 0) > 0;
  return { truncated, edges: Object.fromEntries([...lists, ...edgeKeys.map((key): [string, unknown] => [key, edges])]) };
}

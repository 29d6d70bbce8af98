import type { GraphRecord } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";
import { NODE_KINDS } from "../model/node-kinds";
import { isStated } from "../model/spoke-about";
import { asText, idRange } from "../seeding/stored/read-graph-state";

type Reader = Pick<GraphEngine, "read">;

/** Large, since the embedded engine sorts all that are left for each page. */
const IDS_PER_PAGE = 50_000;
const NODES_PER_READ = 1000;
/** Where one node may hold a whole text. */
const LONG_NODES_PER_READ = 100;
const LONG_TEXT = 100_000;
const WITH_LONG_TEXTS = new Set(
  NODE_KINDS.filter(({ properties }) => properties.some(({ maxLength = 0 }) => maxLength > LONG_TEXT)).map(({ label }) => label),
);

/** How many nodes of these labels there are. */
export async function countNodesOf(engine: Reader, labels: readonly string[]): Promise<number> {
  let total = 0;
  for (const label of labels) {
    const [row] = await engine.read({ text: `MATCH (n:${label}) RETURN count(n) AS total`, parameters: {} });
    total += Number(row?.["total"] ?? 0);
  }
  return total;
}

/** The ids of a label in order, as many at a time as may be read at once. @param corpusId only those of this corpus, where they lie side by side */
export async function* readIdPages(engine: Reader, label: string, corpusId: string | undefined): AsyncGenerator<readonly string[]> {
  // A range of ids, which an index holds in order.
  const text = `MATCH (n:${label}) WHERE n.id > $p_after AND n.id < $p_until
WITH n ORDER BY n.id LIMIT $p_limit RETURN n.id AS id ORDER BY id`;
  const step = WITH_LONG_TEXTS.has(label) || label === "Retracted" ? LONG_NODES_PER_READ : NODES_PER_READ;
  const { p_after: first, p_until } = idRange(label, corpusId);
  let p_after = first;
  for (let full = true; full; ) {
    const ids = (await engine.read({ text, parameters: { p_after, p_until, p_limit: IDS_PER_PAGE } })).map((row) => asText(row["id"]));
    for (let at = 0; at < ids.length; at += step) yield ids.slice(at, at + step);
    full = ids.length === IDS_PER_PAGE;
    p_after = ids[ids.length - 1] ?? "";
  }
}

/** Nodes with their labels and properties, in the order of their ids. */
export async function readNodes(engine: Reader, label: string, ids: readonly string[]): Promise<GraphRecord[]> {
  const text = `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted})
RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties`;
  const rows = await engine.read({ text, parameters: { p_ids: ids } });
  return rows.sort((a, b) => compare(asText(a["id"]), asText(b["id"])));
}

/** All relations but helpers that begin at these nodes, by the id of their start, each group in an order of its own. */
export async function readRelations(engine: Reader, label: string, ids: readonly string[]): Promise<Map<string, GraphRecord[]>> {
  const text = `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[r]->(b) WHERE ${isStated("r")}
RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties, r.key AS key`;
  const starts = new Map<string, GraphRecord[]>();
  for (const row of await engine.read({ text, parameters: { p_ids: ids } })) {
    const source = asText(row["source"]);
    const group = starts.get(source);
    if (group === undefined) starts.set(source, [row]);
    else group.push(row);
  }
  for (const group of starts.values()) group.sort((a, b) => compare(nameOf(a), nameOf(b)));
  return starts;
}

function nameOf(row: GraphRecord): string {
  return ["type", "target", "key"].map((name) => asText(row[name])).join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

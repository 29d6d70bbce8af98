import type { GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { RETRACTED_LABEL } from "../../model/ontology";
import { isStated } from "../../model/spoke-about";
import { ContentSum, datasetOf } from "./content-sum";
import type { GraphHash } from "./content-sum";
import { asText, idRange, MERGE_LABELS } from "./read-graph-state";

type Reader = Pick<GraphEngine, "read">;

const PAGE = 5000;
const STARTS_PER_READ = 500;

/**
 * A hash over everything in the graph, what was moved aside included, but the times of loading. Read page by page.
 * @param corpusId counts only what this corpus brought, its Dataset included; all without it
 */
export async function graphHash(engine: Reader, corpusId?: string): Promise<GraphHash> {
  const all = new ContentSum();
  const dataset = corpusId === undefined ? undefined : `dataset:${corpusId}`;
  await walk(engine, corpusId, (row) => (dataset === undefined || datasetOf(row) === dataset ? all : undefined));
  return all.result();
}

/** The same for each of several corpora, in one walk through the graph. */
export async function datasetHashes(engine: Reader, corpusIds: readonly string[]): Promise<ReadonlyMap<string, GraphHash>> {
  const sums = new Map(corpusIds.map((id) => [`dataset:${id}`, new ContentSum()]));
  await walk(engine, corpusIds.length === 1 ? corpusIds[0] : undefined, (row) => sums.get(datasetOf(row)));
  return new Map(corpusIds.map((id) => [id, (sums.get(`dataset:${id}`) as ContentSum).result()]));
}

async function walk(engine: Reader, corpusId: string | undefined, sumOf: (row: GraphRecord) => ContentSum | undefined): Promise<void> {
  for (const label of [...MERGE_LABELS, "Dataset", RETRACTED_LABEL]) {
    for await (const nodes of pagesOf(engine, label, corpusId)) {
      for (const node of nodes) sumOf(node)?.addNode(node);
      for (let at = 0; at < nodes.length; at += STARTS_PER_READ) {
        for (const row of await relationsFrom(engine, label, nodes.slice(at, at + STARTS_PER_READ))) sumOf(row)?.addRelation(row);
      }
    }
  }
}

async function* pagesOf(engine: Reader, label: string, corpusId: string | undefined): AsyncGenerator<readonly GraphRecord[]> {
  const text = `MATCH (n:${label}) WHERE n.id > $p_after AND n.id < $p_until
WITH n ORDER BY n.id LIMIT $p_limit RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id`;
  const { p_after: first, p_until } = idRange(label, corpusId);
  let p_after = first;
  for (let full = true; full; ) {
    const rows = await engine.read({ text, parameters: { p_after, p_until, p_limit: PAGE } });
    yield rows;
    full = rows.length === PAGE;
    p_after = asText(rows[rows.length - 1]?.["id"]);
  }
}

async function relationsFrom(engine: Reader, label: string, nodes: readonly GraphRecord[]): Promise<GraphRecord[]> {
  const text = `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[r]->(b) WHERE ${isStated("r")}
RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties`;
  return engine.read({ text, parameters: { p_ids: nodes.map((row) => row["id"] ?? null) } });
}

import type { GraphEngine } from "../graph/engine";
import type { DatasetSummary } from "../http/dataset-summary";

const TEXT = `MATCH (d:Dataset)
RETURN d.id AS id, d.name AS name, d.version AS version, d.statements AS statements, d.entities AS entities, d.documents AS documents
ORDER BY id`;

/** The datasets of a graph in figures, by id. */
export async function readDatasets(engine: Pick<GraphEngine, "read">): Promise<readonly DatasetSummary[]> {
  return (await engine.read({ text: TEXT, parameters: {} })) as unknown as DatasetSummary[];
}

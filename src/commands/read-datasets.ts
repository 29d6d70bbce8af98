import type { GraphEngine } from "../graph/engine";
import type { DatasetSummary } from "../http/pages/dataset-summary";

/** A Dataset that was made by hand may lack anything but its id. */
const TEXT = `MATCH (d:Dataset)
RETURN d.id AS id, coalesce(d.name, d.id) AS name, coalesce(d.version, '') AS version, coalesce(d.statements, 0) AS statements,
  coalesce(d.entities, 0) AS entities, coalesce(d.documents, 0) AS documents, coalesce(d.loading, false) AS isLoading
ORDER BY id`;

/** The datasets of a graph in figures, by id. */
export async function readDatasets(engine: Pick<GraphEngine, "read">): Promise<readonly DatasetSummary[]> {
  return (await engine.read({ text: TEXT, parameters: {} })) as unknown as DatasetSummary[];
}

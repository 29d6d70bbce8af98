import type { GraphEngine } from "../../graph/engine";
import { asText } from "./read-graph-state";

/** The id of the node that holds it. */
export const DATA_VERSION_ID = "version:data";

/** When the data last changed (ISO 8601); null before the first load. */
export async function readDataChange(engine: Pick<GraphEngine, "read">): Promise<string | null> {
  const text = "MATCH (v:DataVersion {id: $p_id}) RETURN v.changedAt AS changedAt";
  const [row] = await engine.read({ text, parameters: { p_id: DATA_VERSION_ID } });
  return asText(row?.["changedAt"]) || null;
}

/**
 * The version of the data, which every write of a load changes; null before the first load. It is never one that lags behind, and
 * neither is what this process reads after it.
 */
export async function readDataVersion(engine: Pick<GraphEngine, "read" | "catchUp">): Promise<string | null> {
  await engine.catchUp();
  const text = "MATCH (v:DataVersion {id: $p_id}) RETURN v.version AS version";
  const [row] = await engine.read({ text, parameters: { p_id: DATA_VERSION_ID } });
  return asText(row?.["version"]) || null;
}

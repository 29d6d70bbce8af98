import type { GraphEngine } from "../../graph/engine";
import { absentMessage } from "../draft/absent";
import type { Absent } from "../draft/absent";
import type { PlannedCorpus } from "../draft/draft";
import { foreignOf } from "../draft/foreign-of";
import { asText, lookUp } from "../stored/read-graph-state";

/** Looks in the graph for what corpora refer to and none of them defines. What one of them lets go is not there, either. */
export async function findAbsent(corpora: readonly PlannedCorpus[], engine: Pick<GraphEngine, "read">): Promise<Absent> {
  const absent = new Map(foreignOf(corpora).map(({ id }) => [id, absentMessage(id)]));
  const lettingGo = new Set(corpora.filter(({ isSkipped, isPartial }) => !isSkipped && !isPartial).map(({ id }) => `dataset:${id}`));
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted}) RETURN n.id AS id, n.dataset AS dataset`;
  for await (const row of lookUp(engine, [...absent.keys()], text))
    if (!lettingGo.has(asText(row["dataset"]))) absent.delete(asText(row["id"]));
  return absent;
}

import type { GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { ONTOLOGY } from "../../model/ontology";
import { labelOfId } from "../draft/merge-label";
import { asText, lookUp } from "../stored/read-graph-state";
import type { PlannedChanges } from "./plan-changes";

type Reader = Pick<GraphEngine, "read">;

/** A record, and a dataset that names it. */
export interface Citation {
  readonly id: string;
  readonly dataset: string;
}

/** Relation types that name documents beside their two ends. */
const CITING = ONTOLOGY.relations.filter(({ properties }) => properties.some(({ name }) => name === "documentIds")).map(({ type }) => type);
const OF_OTHERS = "WHERE r.dataset <> $p_dataset";
const DOCUMENTS = [
  `MATCH ()-[r:${CITING.join("|")}]->() ${OF_OTHERS} AND r.documentIds IS NOT NULL
UNWIND r.documentIds AS id WITH id, r.dataset AS dataset WHERE id STARTS WITH $p_own RETURN DISTINCT id, dataset`,
  `MATCH ()-[r:RESPONDS_TO]->() ${OF_OTHERS} AND r.documentId STARTS WITH $p_own RETURN DISTINCT r.documentId AS id, r.dataset AS dataset`,
];
/** Whoever speaks in an office has held it. */
const POSITIONS = (label: string): string =>
  `UNWIND $p_ids AS wanted MATCH (:${label} {id: wanted})<-[:HELD]-()<-[r:ATTRIBUTED_TO]-() ${OF_OTHERS} AND r.positionId = wanted
RETURN DISTINCT wanted AS id, r.dataset AS dataset`;

/** Documents and positions that left a corpus, and that relations of other datasets name by a property, which no relation ends at. */
export async function findCited(changes: PlannedChanges, engine: Reader): Promise<Citation[]> {
  const { corpus, retracted } = changes;
  const p_dataset = `dataset:${corpus.id}`;
  const cited: Citation[] = [];
  const tell = ({ id, dataset }: GraphRecord): number => cited.push({ id: asText(id), dataset: asText(dataset) });
  let losesDocuments = false;
  for await (const ids of retracted.pages()) {
    losesDocuments ||= ids.some((id) => labelOfId(id) === "Document");
    const positions = ids.filter((id) => labelOfId(id) === "Position");
    for await (const row of lookUp(engine, positions, POSITIONS, { p_dataset })) tell(row);
  }
  for (const text of losesDocuments ? DOCUMENTS : []) {
    const rows = await engine.read({ text, parameters: { p_dataset, p_own: `document:${corpus.id}/` } });
    for (const row of rows) if (changes.isLeaving(asText(row["id"]))) tell(row);
  }
  return cited;
}

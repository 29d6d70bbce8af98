import type { CypherValue, GraphRecord } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";
import { kindOf, ONTOLOGY } from "../model/ontology";
import { ALL_LABELS } from "./slug-index";
import { mergeLabel, mergeLabelsFrom } from "./merge-label";

/** What the graph holds of one dataset: hashes by which a load knows what it has to write. */
export interface GraphState {
  /** Live nodes: hash by id. */
  readonly nodes: Map<string, string>;
  /** Live spans whose words were not checked yet. */
  readonly unverified: Set<string>;
  /** Live relations: hash by `relationName`. */
  readonly relations: Map<string, string>;
  /** Relations moved aside, by `relationName`. */
  readonly retractedRelations: Set<string>;
  /** Whether the graph holds retracted nodes of any dataset. */
  readonly hasRetracted: boolean;
  /** The Dataset node; absent before the first load. */
  readonly dataset?: { readonly hash: string; readonly isLoading: boolean };
}

/** A relation's identity in one text. */
export function relationName(type: string, from: string, to: string, key: string): string {
  return [type, from, to, key].join("\n");
}

export function splitRelationName(name: string): { type: string; from: string; to: string; key: string } {
  const [type = "", from = "", to = "", key = ""] = name.split("\n");
  return { type, from, to, key };
}

const PAGE = 20_000;
/** Greater than any id. */
const LAST = "\u{10FFFF}";

/** Reads the state page by page; of a dataset that was never loaded, nothing but that. */
export async function readGraphState(engine: GraphEngine, corpusId: string): Promise<GraphState> {
  const state = { nodes: new Map<string, string>(), unverified: new Set<string>(), relations: new Map<string, string>() };
  const retractedRelations = new Set<string>();
  const dataset = await readDataset(engine, `dataset:${corpusId}`);
  const [retracted] = await engine.read({ text: "MATCH (n:Retracted) RETURN n.id AS id LIMIT 1", parameters: {} });
  const whole = { ...state, retractedRelations, hasRetracted: retracted !== undefined };
  if (dataset === undefined) return whole;
  for (const label of new Set(ALL_LABELS.filter((each) => each !== "Dataset").map(mergeLabel))) {
    await readNodes(engine, label, corpusId, state);
  }
  for (const { type } of ONTOLOGY.relations) {
    for (const label of mergeLabelsFrom(type)) await readRelations(engine, type, label, corpusId, state.relations);
  }
  await readRetractedRelations(engine, corpusId, retractedRelations);
  return { ...whole, dataset };
}

async function readDataset(engine: GraphEngine, id: string): Promise<GraphState["dataset"]> {
  const text = "MATCH (n:Dataset {id: $p_id}) RETURN n.hash AS hash, n.loading AS loading";
  const [row] = await engine.read({ text, parameters: { p_id: id } });
  return row && { hash: asText(row["hash"]), isLoading: row["loading"] === true };
}

/** Ids of a kind that belongs to corpora lie side by side, so the others need not be walked. */
function idRange(label: string, corpusId: string): { p_after: string; p_until: string } {
  const { scope, prefix } = kindOf(label);
  if (scope !== "corpus" || prefix === undefined) return { p_after: "", p_until: LAST };
  return { p_after: `${prefix}:${corpusId}/`, p_until: `${prefix}:${corpusId}0` };
}

async function readNodes(
  engine: GraphEngine,
  label: string,
  corpusId: string,
  state: Pick<GraphState, "nodes" | "unverified">,
): Promise<void> {
  const text = `MATCH (n:${label}) WHERE n.dataset = $p_dataset AND n.id > $p_after AND n.id < $p_until
RETURN n.id AS id, n.hash AS hash, n.verified AS verified ORDER BY n.id LIMIT $p_limit`;
  const { p_after: first, p_until } = idRange(label, corpusId);
  let p_after = first;
  for (let full = true; full; ) {
    const rows = await engine.read({ text, parameters: { p_dataset: `dataset:${corpusId}`, p_after, p_until, p_limit: PAGE } });
    for (const row of rows) {
      state.nodes.set(asText(row["id"]), asText(row["hash"]));
      if (row["verified"] === false) state.unverified.add(asText(row["id"]));
    }
    full = rows.length === PAGE;
    p_after = asText(rows[rows.length - 1]?.["id"]);
  }
}

async function readRelations(
  engine: GraphEngine,
  type: string,
  label: string,
  corpusId: string,
  relations: Map<string, string>,
): Promise<void> {
  const text = `MATCH (a:${label})-[r:\`${type}\`]->(b) WHERE r.dataset = $p_dataset AND a.id >= $p_after
AND (a.id > $p_after OR b.id > $p_afterTo OR (b.id = $p_afterTo AND r.key > $p_afterKey))
RETURN a.id AS source, b.id AS target, r.key AS key, r.hash AS hash ORDER BY a.id, b.id, r.key LIMIT $p_limit`;
  let last: GraphRecord | undefined;
  for (let full = true; full; ) {
    const parameters: Record<string, CypherValue> = {
      p_dataset: `dataset:${corpusId}`,
      p_after: asText(last?.["source"]),
      p_afterTo: asText(last?.["target"]),
      p_afterKey: asText(last?.["key"]),
      p_limit: PAGE,
    };
    const rows = await engine.read({ text, parameters });
    for (const row of rows) relations.set(nameOf(type, row), asText(row["hash"]));
    full = rows.length === PAGE;
    last = rows[rows.length - 1];
  }
}

async function readRetractedRelations(engine: GraphEngine, corpusId: string, found: Set<string>): Promise<void> {
  const text = `MATCH (a)-[r:RETRACTED]->(b) WHERE r.dataset = $p_dataset
RETURN a.id AS source, b.id AS target, r.key AS key, r.type AS type`;
  for (const row of await engine.read({ text, parameters: { p_dataset: `dataset:${corpusId}` } }))
    found.add(nameOf(asText(row["type"]), row));
}

function nameOf(type: string, row: GraphRecord): string {
  return relationName(type, asText(row["source"]), asText(row["target"]), asText(row["key"]));
}

export function asText(value: CypherValue | undefined): string {
  return typeof value === "string" ? value : "";
}

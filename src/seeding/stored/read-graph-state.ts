import type { CypherValue, GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { kindOf, ONTOLOGY } from "../../model/ontology";
import { SPOKEN_NAMES } from "../../model/spoke-about";
import { ALL_LABELS } from "../draft/corpus-labels";
import { labelOfId, mergeLabel, mergeLabelOfId, mergeLabelsFrom } from "../draft/merge-label";
import type { RelationEnds } from "../draft/relation-name";
import { isNodeIntact, isRelationIntact } from "./node-row";

type Reader = Pick<GraphEngine, "read">;
type StoredProperties = Parameters<typeof isNodeIntact>[1];

/** What the graph says of a dataset as a whole. */
export interface DatasetState {
  readonly hash: string;
  readonly contentHash: string;
  /** Over the files that the last load was made of; empty where it was not made of tables. */
  readonly inputHash: string;
  /** What that load counted, as JSON. */
  readonly inputState: string;
  /** See `rowFormat`; empty where an earlier Quoth wrote it, or its first load is under way. */
  readonly rowFormat: string;
  /** A load is under way or was broken off, so that `relationsHash` of a node may tell of relations that are not there yet. */
  readonly isLoading: boolean;
}

export interface NodeState {
  readonly hash: string;
  readonly dataset: string;
  readonly relationsHash: string;
  /** Of a statement; empty where none is favoured. */
  readonly speakerId: string;
  /** Of a span. */
  readonly isVerified: boolean;
  /** Of a span: the hash of the text with which it was compared, where that was given to one load; else empty. */
  readonly givenHash: string;
}

export interface RelationState extends RelationEnds {
  readonly hash: string;
  /** What an ABOUT relation has of its statement, in the form of `spokenText`. */
  readonly spoken: string;
}

const SPOKEN = SPOKEN_NAMES.map((name) => `r.${name} AS ${name}`).join(", ");
const IDS_PER_READ = 1000;
const PAGE = 20_000;
/** Greater than any id. */
const LAST = "\u{10FFFF}";

/** Every label on which ids of records are unique. */
export const MERGE_LABELS: readonly string[] = [...new Set(ALL_LABELS.filter((each) => each !== "Dataset").map(mergeLabel))];

/** @returns nothing before the first load */
export async function readDataset(engine: Reader, dataset: string): Promise<DatasetState | undefined> {
  const text =
    "MATCH (n:Dataset {id: $p_id}) RETURN n.hash AS hash, n.contentHash AS contentHash, n.inputHash AS inputHash, n.inputState AS inputState, n.rowFormat AS rowFormat, n.loading AS loading";
  const [row] = await engine.read({ text, parameters: { p_id: dataset } });
  if (row === undefined) return undefined;
  return {
    hash: asText(row["hash"]),
    contentHash: asText(row["contentHash"]),
    inputHash: asText(row["inputHash"]),
    inputState: asText(row["inputState"]),
    rowFormat: asText(row["rowFormat"]),
    isLoading: row["loading"] === true,
  };
}

/** Whether live nodes of a dataset are there: they may be where its Dataset node is not, when somebody deleted that by hand. */
export async function holdsNodesOf(engine: Reader, dataset: string): Promise<boolean> {
  for (const label of MERGE_LABELS) {
    const text = `MATCH (n:${label}) WHERE n.dataset = $p_dataset RETURN n.id AS id LIMIT 1`;
    if ((await engine.read({ text, parameters: { p_dataset: dataset } })).length > 0) return true;
  }
  return false;
}

/** Whether the graph holds retracted nodes of any dataset. */
export async function hasRetractedNodes(engine: Reader): Promise<boolean> {
  return (await engine.read({ text: "MATCH (n:Retracted) RETURN n.id AS id LIMIT 1", parameters: {} })).length > 0;
}

/** Whether relations of this dataset were moved aside. */
export async function hasRetractedRelations(engine: Reader, dataset: string): Promise<boolean> {
  const text = "MATCH (a)-[r:RETRACTED]->(b) WHERE r.dataset = $p_dataset RETURN a.id AS id LIMIT 1";
  return (await engine.read({ text, parameters: { p_dataset: dataset } })).length > 0;
}

/**
 * Which of the ids are there, and with which hashes.
 * @param byValue also reads what is stored: what is no longer what its hash was made of has none
 */
export async function readNodeStates(engine: Reader, ids: readonly string[], byValue = false): Promise<Map<string, NodeState>> {
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (n:${label} {id: wanted})
RETURN n.id AS id, n.hash AS hash, n.dataset AS dataset, n.relationsHash AS relationsHash, n.speakerId AS speakerId, n.verified AS verified, n.givenHash AS givenHash${byValue ? ", properties(n) AS properties" : ""}`;
  const found = new Map<string, NodeState>();
  for await (const row of lookUp(engine, ids, text)) {
    found.set(asText(row["id"]), {
      hash: byValue && !isNodeIntact(labelOfId(asText(row["id"])), row["properties"] as StoredProperties) ? "" : asText(row["hash"]),
      dataset: asText(row["dataset"]),
      relationsHash: asText(row["relationsHash"]),
      speakerId: asText(row["speakerId"]),
      isVerified: row["verified"] === true,
      givenHash: asText(row["givenHash"]),
    });
  }
  return found;
}

/** Which of the ids were moved aside, by whichever dataset: what it left behind is taken over. */
export async function readRetracted(engine: Reader, ids: readonly string[]): Promise<Set<string>> {
  const text = "UNWIND $p_ids AS wanted MATCH (n:Retracted {id: wanted}) RETURN n.id AS id";
  const found = new Set<string>();
  for (let at = 0; at < ids.length; at += IDS_PER_READ) {
    const rows = await engine.read({ text, parameters: { p_ids: ids.slice(at, at + IDS_PER_READ) } });
    for (const row of rows) found.add(asText(row["id"]));
  }
  return found;
}

/**
 * The live relations that a dataset lets begin at these nodes.
 * @param byValue as of `readNodeStates`
 */
export async function readRelationsFrom(
  engine: Reader,
  dataset: string,
  ids: readonly string[],
  byValue = false,
): Promise<RelationState[]> {
  const text = (label: string): string => `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[r]->(b)
WHERE r.dataset = $p_dataset AND type(r) <> 'RETRACTED'
RETURN a.id AS source, type(r) AS type, b.id AS target, r.key AS key, r.hash AS hash, ${SPOKEN}${byValue ? ", properties(r) AS properties" : ""}`;
  const found: RelationState[] = [];
  for await (const row of lookUp(engine, ids, text, { p_dataset: dataset })) {
    const state = relationState(asText(row["type"]), row);
    found.push(byValue && !isRelationIntact(state.type, row["properties"] as StoredProperties) ? { ...state, hash: "" } : state);
  }
  return found;
}

/** How many live nodes of a merge label a dataset has. */
export async function countNodes(engine: Reader, label: string, dataset: string): Promise<number> {
  const text = `MATCH (n:${label}) WHERE n.dataset = $p_dataset RETURN count(n) AS total`;
  const [row] = await engine.read({ text, parameters: { p_dataset: dataset } });
  return Number(row?.["total"] ?? 0);
}

/** The ids of a dataset's live nodes, page by page. */
export async function* readIds(engine: Reader, label: string, corpusId: string): AsyncGenerator<readonly string[]> {
  // A range of ids, which an index holds in order, and no condition on the dataset, which another index would be taken for.
  const text = `MATCH (n:${label}) WHERE n.id > $p_after AND n.id < $p_until
WITH n ORDER BY n.id LIMIT $p_limit RETURN n.id AS id, n.dataset AS dataset ORDER BY id`;
  const { p_after: first, p_until } = idRange(label, corpusId);
  let p_after = first;
  for (let full = true; full; ) {
    const rows = await engine.read({ text, parameters: { p_after, p_until, p_limit: PAGE } });
    yield rows.filter((row) => row["dataset"] === `dataset:${corpusId}`).map((row) => asText(row["id"]));
    full = rows.length === PAGE;
    p_after = asText(rows[rows.length - 1]?.["id"]);
  }
}

/** Ids of a kind that belongs to corpora lie side by side, so the others need not be walked. All ids without a corpus. */
export function idRange(label: string, corpusId: string | undefined): { p_after: string; p_until: string } {
  const kind = ONTOLOGY.kinds.find((each) => each.label === label);
  if (corpusId === undefined || kind?.scope !== "corpus" || kind.prefix === undefined) return { p_after: "", p_until: LAST };
  return { p_after: `${kind.prefix}:${corpusId}/`, p_until: `${kind.prefix}:${corpusId}0` };
}

/** The live relations that a dataset lets begin at nodes of other datasets. */
export async function* readForeignRelations(engine: Reader, dataset: string): AsyncGenerator<RelationState> {
  for (const { type } of ONTOLOGY.relations) {
    for (const label of mergeLabelsFrom(type)) {
      if (kindOf(label).scope === "shared") yield* readForeignOf(engine, dataset, type, label);
    }
  }
}

async function* readForeignOf(engine: Reader, dataset: string, type: string, label: string): AsyncGenerator<RelationState> {
  const text = `MATCH (a:${label})-[r:\`${type}\`]->(b) WHERE a.dataset <> $p_dataset AND r.dataset = $p_dataset AND a.id >= $p_after
AND (a.id > $p_after OR b.id > $p_afterTo OR (b.id = $p_afterTo AND r.key > $p_afterKey))
RETURN a.id AS source, b.id AS target, r.key AS key, r.hash AS hash ORDER BY a.id, b.id, r.key LIMIT $p_limit`;
  let last: GraphRecord | undefined;
  for (let full = true; full; ) {
    const parameters: Record<string, CypherValue> = {
      p_dataset: dataset,
      p_after: asText(last?.["source"]),
      p_afterTo: asText(last?.["target"]),
      p_afterKey: asText(last?.["key"]),
      p_limit: PAGE,
    };
    const rows = await engine.read({ text, parameters });
    for (const row of rows) yield relationState(type, row);
    full = rows.length === PAGE;
    last = rows[rows.length - 1];
  }
}

/** Asks for ids label by label, a thousand at a time; the statement finds them in `$p_ids`. */
export async function* lookUp(
  engine: Reader,
  ids: readonly string[],
  text: (label: string) => string,
  parameters: Readonly<Record<string, string>> = {},
): AsyncGenerator<GraphRecord> {
  const byLabel = new Map<string, string[]>();
  for (const id of ids) {
    const label = mergeLabelOfId(id);
    const group = byLabel.get(label);
    if (group === undefined) byLabel.set(label, [id]);
    else group.push(id);
  }
  for (const [label, group] of byLabel) {
    for (let at = 0; at < group.length; at += IDS_PER_READ) {
      yield* await engine.read({ text: text(label), parameters: { ...parameters, p_ids: group.slice(at, at + IDS_PER_READ) } });
    }
  }
}

function relationState(type: string, row: GraphRecord): RelationState {
  return {
    type,
    from: asText(row["source"]),
    to: asText(row["target"]),
    key: asText(row["key"]),
    hash: asText(row["hash"]),
    spoken: spokenText(row),
  };
}

/** The helpers of an ABOUT relation in one text, by which a changed one is known; that of a relation without them is the same for all. */
export function spokenText(values: Readonly<Partial<Record<(typeof SPOKEN_NAMES)[number], CypherValue>>>): string {
  return SPOKEN_NAMES.map((name) => asText(values[name])).join("\n");
}

export function asText(value: CypherValue | undefined): string {
  return typeof value === "string" ? value : "";
}

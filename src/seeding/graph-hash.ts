import { createHash } from "node:crypto";
import type { CypherValue, GraphRecord } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";
import { RETRACTED_LABEL } from "../model/ontology";
import { asText, idRange, MERGE_LABELS } from "./read-graph-state";

type Reader = Pick<GraphEngine, "read">;

const PAGE = 5000;
const STARTS_PER_READ = 500;
const BITS = 128n;
/** When something was loaded, and what the seeder notes for itself: neither is what the graph says. */
const NOT_CONTENT = new Set([
  "recordedAt",
  "recordedKey",
  "loadedAt",
  "retractedAt",
  "contentHash",
  "relationsHash",
  "inputHash",
  "inputState",
]);

/** What a graph, or one dataset of it, comes to. */
export interface GraphHash {
  /** 32 hexadecimal digits; the same for the same content, in whatever order and on whichever engine it was loaded. */
  readonly hash: string;
  readonly nodes: number;
  readonly relations: number;
}

/**
 * A hash over everything in the graph, what was moved aside included, but the times of loading. Read page by page.
 * @param corpusId counts only what this corpus brought, its Dataset included; all without it
 */
export async function graphHash(engine: Reader, corpusId?: string): Promise<GraphHash> {
  const sum = new ContentSum(corpusId === undefined ? undefined : `dataset:${corpusId}`);
  for (const label of [...MERGE_LABELS, "Dataset", RETRACTED_LABEL]) {
    for await (const nodes of pagesOf(engine, label, corpusId)) {
      for (const node of nodes) sum.addNode(node);
      for (let at = 0; at < nodes.length; at += STARTS_PER_READ) {
        for (const row of await relationsFrom(engine, label, nodes.slice(at, at + STARTS_PER_READ))) sum.addRelation(row);
      }
    }
  }
  return sum.result();
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
  const text = `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[r]->(b)
RETURN a.id AS source, type(r) AS type, b.id AS target, properties(r) AS properties`;
  return engine.read({ text, parameters: { p_ids: nodes.map((row) => row["id"] ?? null) } });
}

/** Adds up the hashes of records, so that their order makes no difference and a doubled one does. */
class ContentSum {
  private sum = 0n;
  private nodes = 0;
  private relations = 0;

  constructor(private readonly dataset: string | undefined) {}

  addNode(row: GraphRecord): void {
    if (!this.counts(row, asText(row["id"]))) return;
    this.add(["node", [...(row["labels"] as string[])].sort(), content(row)]);
    this.nodes += 1;
  }

  addRelation(row: GraphRecord): void {
    if (!this.counts(row)) return;
    this.add(["relation", row["source"] ?? null, row["type"] ?? null, row["target"] ?? null, content(row)]);
    this.relations += 1;
  }

  result(): GraphHash {
    const digits = BigInt.asUintN(Number(BITS), this.sum).toString(16);
    return { hash: digits.padStart(Number(BITS) / 4, "0"), nodes: this.nodes, relations: this.relations };
  }

  private counts({ properties }: GraphRecord, id?: string): boolean {
    return this.dataset === undefined || id === this.dataset || propertyMap(properties)["dataset"] === this.dataset;
  }

  private add(record: CypherValue): void {
    const digest = createHash("sha256").update(JSON.stringify(record)).digest("hex");
    this.sum += BigInt(`0x${digest.slice(0, Number(BITS) / 4)}`);
  }
}

function content({ properties }: GraphRecord): CypherValue {
  const entries = Object.entries(propertyMap(properties)).filter(([name, value]) => value !== null && !NOT_CONTENT.has(name));
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function propertyMap(value: CypherValue | undefined): Readonly<Record<string, CypherValue>> {
  return (value ?? {}) as Readonly<Record<string, CypherValue>>;
}

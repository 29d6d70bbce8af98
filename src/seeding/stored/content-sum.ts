import { createHash } from "node:crypto";
import type { CypherValue, GraphRecord } from "../../graph/cypher-statement";

const BITS = 128;
/** When something was loaded, and what the seeder notes for itself: neither is what the graph says. */
const NOT_CONTENT = new Set([
  "recordedAt",
  "recordedKey",
  "loadedAt",
  "retractedAt",
  "contentHash",
  "relationsHash",
  "givenHash",
  "inputHash",
  "inputState",
  "rowFormat",
]);

/** What a graph, or one dataset of it, comes to. */
export interface GraphHash {
  /** 32 hexadecimal digits; the same for the same content, in whatever order and on whichever engine it was loaded. */
  readonly hash: string;
  readonly nodes: number;
  readonly relations: number;
}

/** Adds up the hashes of records, so that their order makes no difference and a doubled one does. */
export class ContentSum {
  private sum = 0n;
  private nodes = 0;
  private relations = 0;

  /** @param row of `id`, `labels` and `properties` */
  addNode(row: GraphRecord): void {
    this.add(["node", [...(row["labels"] as string[])].sort(), content(row)]);
    this.nodes += 1;
  }

  /** @param row of `source`, `type`, `target` and `properties` */
  addRelation(row: GraphRecord): void {
    this.add(["relation", row["source"] ?? null, row["type"] ?? null, row["target"] ?? null, content(row)]);
    this.relations += 1;
  }

  result(): GraphHash {
    return { hash: digits(this.sum), nodes: this.nodes, relations: this.relations };
  }

  private add(record: CypherValue): void {
    const digest = createHash("sha256").update(JSON.stringify(record)).digest("hex");
    this.sum += BigInt(`0x${digest.slice(0, BITS / 4)}`);
  }
}

/** The dataset that a node or relation belongs to; a Dataset belongs to itself. */
export function datasetOf(row: GraphRecord): string {
  const id = row["id"];
  if (typeof id === "string" && id.startsWith("dataset:")) return id;
  const dataset = propertyMap(row["properties"])["dataset"];
  return typeof dataset === "string" ? dataset : "";
}

/** The hash of several datasets together: that of a graph that holds nothing else. */
export function hashOfAll(hashes: Iterable<string>): string {
  let sum = 0n;
  for (const each of hashes) sum += BigInt(`0x${each}`);
  return digits(sum);
}

function digits(sum: bigint): string {
  return BigInt.asUintN(BITS, sum)
    .toString(16)
    .padStart(BITS / 4, "0");
}

function content({ properties }: GraphRecord): CypherValue {
  const entries = Object.entries(propertyMap(properties)).filter(([name, value]) => value !== null && !NOT_CONTENT.has(name));
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The properties of a row, as a map. */
export function propertyMap(value: CypherValue | undefined): Readonly<Record<string, CypherValue>> {
  return (value ?? {}) as Readonly<Record<string, CypherValue>>;
}

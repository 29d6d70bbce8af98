import { createHash } from "node:crypto";
import type { CypherStatement } from "../src/graph/cypher-statement";
import type { GraphEngine } from "../src/graph/engine";
import { kindOf, labelsOf, ONTOLOGY } from "../src/model/ontology";
import type { DraftNode, DraftRelation } from "../src/seeding/draft/draft";
import { rowFormat } from "../src/seeding/stored/content-hash";
import { noteLoad } from "../src/seeding/loading/load-batches";
import { mergeLabel, mergeLabelOfId } from "../src/seeding/draft/merge-label";
import { nodeRow, relationRow } from "../src/seeding/stored/node-row";
import { withSpeakers } from "../src/seeding/stored/with-speakers";
import { createSpoken } from "../src/seeding/loading/write-spoken";
import { byText } from "../src/seeding/loading/write-statements";
import type { WriteStatement } from "../src/seeding/loading/write-statements";
import { CORPUS, generateGraph, GENERATOR_VERSION } from "./generate-graph";
import type { GraphBatch } from "./generate-graph";

const DATASET = `dataset:${CORPUS}`;
const RECORDED_AT = "2026-01-01T00:00:00.000Z";
const VERSION_ID = "version:data";

/** What was written, for the heading of the table. */
export interface Loaded {
  readonly nodes: number;
  readonly relations: number;
}

/**
 * Writes the made-up world with the properties that the seeder would give it, helpers included, past the seeder's comparison
 * with what is there: into an empty engine, batch by batch. Does nothing where this very world is there already.
 * @returns null where nothing had to be written
 * @throws Error where the engine holds anything else
 */
export async function loadGraph(engine: GraphEngine, statements: number): Promise<Loaded | null> {
  const version = versionOf(statements);
  const [found] = await engine.read({ text: "MATCH (d:Dataset) RETURN collect(d.version) AS versions", parameters: {} });
  const versions = found?.["versions"] as string[];
  if (versions.length === 1 && versions[0] === version) return null;
  const [some] = await engine.read({ text: "MATCH (n) RETURN count(n) AS total", parameters: {} });
  if (some?.["total"] !== 0) throw new Error("The database holds other data. Give the benchmark an empty one.");
  await engine.ensureSchema(ONTOLOGY);
  const loaded = await writeAll(engine, statements);
  await engine.write([systemNodes(statements, version)]);
  await noteLoad(engine, version);
  return loaded;
}

/** Names generator, size, and every property that the seeder gives to a statement. */
function versionOf(statements: number): string {
  const sample = nodeRow(
    { label: "Statement", id: "statement:bench/s0", properties: { text: "A text.", saidAt: "2020-01-01" } },
    DATASET,
    RECORDED_AT,
  );
  const entity = nodeRow({ label: "Person", id: "person:bench-0", properties: { name: "A Name" } }, DATASET, RECORDED_AT);
  const helpers = createHash("sha256").update(sample.hash).update(entity.hash).digest("hex").slice(0, 8);
  return `${String(GENERATOR_VERSION)}.${String(statements)}.${helpers}`;
}

async function writeAll(engine: GraphEngine, statements: number): Promise<Loaded> {
  let [nodes, relations] = [0, 0];
  let writing: Promise<unknown> = Promise.resolve();
  for (const batch of generateGraph(statements)) {
    // The next batch is made while the database writes this one.
    const texts = statementsOf(batch);
    await writing;
    writing = engine.write(texts);
    writing.catch(() => undefined);
    nodes += batch.nodes.length;
    relations += batch.relations.length;
  }
  await writing;
  return { nodes, relations };
}

function statementsOf(batch: GraphBatch): CypherStatement[] {
  const { nodes, relations } = withSpeakers(batch);
  const rows: WriteStatement[] = nodes.map((node) => [createNode(node), { properties: nodeRow(node, DATASET, RECORDED_AT).properties }]);
  for (const relation of relations) {
    const { from, to } = relation;
    rows.push([createRelation(relation), { source: from, target: to, properties: relationRow(relation, DATASET).properties }]);
    rows.push(...createSpoken(relation));
  }
  return byText(rows);
}

function createNode({ label }: DraftNode): string {
  const own = labelsOf(kindOf(label)).filter((each) => each !== mergeLabel(label));
  const labels = own.map((each) => ` SET n:${each}`).join("");
  return `UNWIND $p_rows AS row CREATE (n:${mergeLabel(label)} {id: row.properties.id}) SET n += row.properties${labels}`;
}

function createRelation({ type, from, to }: DraftRelation): string {
  const ends = `MATCH (a:${mergeLabelOfId(from)} {id: row.source}) MATCH (b:${mergeLabelOfId(to)} {id: row.target})`;
  return `UNWIND $p_rows AS row ${ends} CREATE (a)-[r:\`${type}\` {key: row.properties.key}]->(b) SET r += row.properties`;
}

/** The corpus itself, and the version of the data that caches follow. */
function systemNodes(statements: number, version: string): CypherStatement {
  const dataset = {
    name: "A made-up world",
    version,
    loadedAt: RECORDED_AT,
    statements,
    entities: 0,
    documents: 0,
    rowFormat: rowFormat(),
  };
  const text =
    "CREATE (d:Dataset {id: $p_dataset}) SET d += $p_properties CREATE (v:DataVersion {id: $p_id}) SET v.version = $p_version, v.changedAt = $p_at";
  return {
    text,
    parameters: { p_dataset: DATASET, p_properties: dataset, p_id: VERSION_ID, p_version: version, p_at: RECORDED_AT },
  };
}

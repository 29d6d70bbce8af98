import { CannotRun } from "../errors";
import type { GraphRecord } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";
import { kindOf, RETRACTED_LABEL } from "../model/ontology";
import { ContentSum, datasetOf } from "../seeding/stored/content-sum";
import { GRAPH_FORMAT, ontologyHash, ownPropertiesOf } from "../seeding/graph-file/graph-line";
import type { DatasetLine, GraphLine } from "../seeding/graph-file/graph-line";
import { didYouMean } from "../seeding/faults/nearest-name";
import { readDataVersion } from "../seeding/stored/read-data-version";
import { asText, MERGE_LABELS } from "../seeding/stored/read-graph-state";
import { linesOfNode, ownValues } from "./lines-of-node";
import { countNodesOf, readIdPages, readNodes, readRelations } from "./read-pages";

type Reader = Pick<GraphEngine, "read" | "catchUp">;

export interface ReadGraphOptions {
  /** Slugs or ids of datasets; all of them where it is empty. */
  readonly datasets: readonly string[];
  /** Records and relations that were read, and about how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * A graph, or some datasets of it, in one walk: page by page of ids, so that memory does not grow with it. What was moved
 * aside is read, too. The last line has the hash of each dataset, made of the very rows that were read.
 * @throws CannotRun where a dataset is not there, was not loaded to its end, or a load ran meanwhile
 */
export async function* readGraph(engine: Reader, options: ReadGraphOptions): AsyncGenerator<GraphLine> {
  const version = await readDataVersion(engine);
  const all = await readDatasetRows(engine);
  const chosen = chooseDatasets(all, options.datasets);
  const sums = new Map(chosen.map((row) => [asText(row["id"]), new ContentSum()]));
  yield { is: "graph", format: GRAPH_FORMAT, ontology: ontologyHash(), datasets: [...sums.keys()] };
  for (const row of chosen) {
    sums.get(asText(row["id"]))?.addNode(row);
    yield datasetLine(row);
  }
  const isAll = options.datasets.length === 0;
  yield* walk(engine, { sums, isAll, onProgress: options.onProgress });
  if ((await readDataVersion(engine)) !== version) {
    throw new CannotRun("A load changed the graph while it was read. Run the command again when `quoth seed` is done.");
  }
  yield endLine(sums);
}

async function readDatasetRows(engine: Reader): Promise<GraphRecord[]> {
  const text = "MATCH (n:Dataset) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, n.loading AS loading ORDER BY id";
  return engine.read({ text, parameters: {} });
}

function chooseDatasets(rows: readonly GraphRecord[], wanted: readonly string[]): readonly GraphRecord[] {
  const known = rows.map((row) => asText(row["id"]).replace(/^dataset:/, ""));
  const slugs = wanted.map((each) => each.replace(/^dataset:/, ""));
  for (const slug of slugs) {
    if (known.includes(slug)) continue;
    const near = didYouMean(slug, known) || (known.length === 0 ? "; it is empty" : `; it has ${known.join(", ")}`);
    throw new CannotRun(`The graph has no dataset "${slug}"${near}. \`quoth info\` lists them.`);
  }
  const chosen = slugs.length === 0 ? rows : rows.filter((_, at) => slugs.includes(known[at] ?? ""));
  const broken = chosen.find((row) => row["loading"] === true);
  if (broken === undefined) return chosen;
  throw new CannotRun(
    `The last load of ${asText(broken["id"])} was broken off, or is under way. Seed it again to its end, then run this again.`,
  );
}

function datasetLine(row: GraphRecord): DatasetLine {
  return { is: "dataset", id: asText(row["id"]), properties: ownValues(row, ownPropertiesOf("Dataset")) };
}

interface Walk {
  readonly sums: ReadonlyMap<string, ContentSum>;
  /** Whether every dataset is read, so that nothing may be left over. */
  readonly isAll: boolean;
  readonly onProgress: ReadGraphOptions["onProgress"];
}

async function* walk(engine: Reader, { sums, isAll, onProgress }: Walk): AsyncGenerator<GraphLine> {
  const labels = [...MERGE_LABELS, RETRACTED_LABEL];
  const total = await countNodesOf(engine, labels);
  let done = 0;
  for (const label of labels) {
    for (const range of rangesOf(label, [...sums.keys()], isAll)) {
      for await (const ids of readIdPages(engine, label, range)) {
        const nodes = await readNodes(engine, label, ids);
        const relations = await readRelations(engine, label, ids);
        for (const row of [...nodes, ...relations.values()].flat()) addUp(row, sums, isAll);
        for (const row of nodes) yield* linesOfNode(row, relations.get(asText(row["id"])) ?? [], sums);
        onProgress?.((done += ids.length), total);
      }
    }
  }
}

/** Ids of a kind that belongs to corpora need be walked of the chosen datasets only. */
function rangesOf(label: string, datasets: readonly string[], isAll: boolean): (string | undefined)[] {
  const isOfCorpora = label !== RETRACTED_LABEL && kindOf(label).scope === "corpus";
  return isOfCorpora && !isAll ? datasets.map((id) => id.replace(/^dataset:/, "")) : [undefined];
}

function addUp(row: GraphRecord, sums: ReadonlyMap<string, ContentSum>, isAll: boolean): void {
  const dataset = datasetOf(row);
  const sum = sums.get(dataset);
  if (sum !== undefined) return "labels" in row ? sum.addNode(row) : sum.addRelation(row);
  if (!isAll) return;
  const what = asText(row["id"]) || `a relation that begins at ${asText(row["source"])}`;
  const why =
    dataset === ""
      ? "belongs to no dataset, since no corpus brought it, and would be lost. Take it out of the graph"
      : `belongs to ${dataset}, of which the graph has no Dataset node, so that it would be lost. Seed that corpus again first`;
  throw new CannotRun(`${what} ${why}, or name the datasets to take with --dataset.`);
}

function endLine(sums: ReadonlyMap<string, ContentSum>): GraphLine {
  const results = [...sums].map(([id, sum]) => [id, sum.result()] as const);
  return {
    is: "end",
    // The Dataset itself is no record.
    records: results.reduce((count, [, { nodes }]) => count + nodes - 1, 0),
    relations: results.reduce((count, [, { relations }]) => count + relations, 0),
    hashes: Object.fromEntries(results.map(([id, { hash }]) => [id, hash])),
  };
}

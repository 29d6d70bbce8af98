import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphEngine } from "../src/graph/engine";
import { openEmbeddedEngine } from "../src/graph/embedded/embedded-engine";
import { openNeo4jEngine } from "../src/graph/neo4j/neo4j-engine";
import { ONTOLOGY } from "../src/model/ontology";
import { seedCorpora } from "../src/seeding/run-seed";
import { bareEmbedded, bareLoad, bareNeo4j } from "./bare-load";
import { takeIn } from "./load-corpus";
import { Pace } from "./load-pace";
import type { PaceFigures } from "./load-pace";

/** One load in a process of its own, so that its memory is its own. */
export interface LoadJob {
  readonly who: "bare" | "seeder";
  readonly statements: number;
  /** The folder of the embedded store, or how to reach Neo4j. */
  readonly folder?: string;
  readonly neo4j?: { readonly uri: string; readonly user: string; readonly password: string };
  /** Where the figures go. */
  readonly answer: string;
}

export interface LoadFigures extends PaceFigures {
  /** What of it went into taking the corpus in, before the graph was looked at. */
  readonly takeInSeconds: number;
  readonly peakMb: number;
  readonly changed: boolean;
}

async function main(): Promise<void> {
  const job = JSON.parse(process.argv[2] ?? "") as LoadJob;
  const figures = job.who === "bare" ? await runBare(job) : await runSeeder(job);
  writeFileSync(job.answer, JSON.stringify({ ...figures, peakMb: process.resourceUsage().maxRSS / 1024 }));
}

async function runBare(job: LoadJob): Promise<Omit<LoadFigures, "peakMb">> {
  // Constraints and indexes are made by the port: they are the same for both.
  const engine = await open(job);
  await engine.ensureSchema(ONTOLOGY);
  await engine.close();
  const target = job.neo4j
    ? bareNeo4j(job.neo4j.uri, job.neo4j.user, job.neo4j.password)
    : bareEmbedded(join(job.folder ?? "", "graph.db"));
  const pace = new Pace();
  const nodes = await bareLoad(job.statements, target, pace);
  // The embedded store writes its log into its file then, as the seeder's last step does.
  await pace.timed(0, () => target.close());
  return { ...pace.figures(nodes), takeInSeconds: 0, changed: true };
}

async function runSeeder(job: LoadJob): Promise<Omit<LoadFigures, "peakMb">> {
  const engine = await open(job);
  await engine.ensureSchema(ONTOLOGY);
  const { checked, seconds } = takeIn(job.statements);
  const pace = new Pace();
  const begin = performance.now() - seconds * 1000;
  const onProgress = (done: number): void => pace.at(done, performance.now() - begin);
  const summary = await seedCorpora(checked, engine, { texts: new Map(), dryRun: false, now: () => new Date(), onProgress });
  const { records, relations } = checked.corpora[0]?.counts ?? { records: 0, relations: 0 };
  if (summary.faults.length > 0) throw new Error(JSON.stringify(summary.faults));
  const total = (performance.now() - begin) / 1000;
  await engine.close();
  const rows = records + relations;
  return { ...pace.figures(records), rows, seconds: total, rate: rows / total, takeInSeconds: seconds, changed: summary.changed };
}

function open({ folder, neo4j, statements }: LoadJob): Promise<GraphEngine> {
  const readTimeoutMs = 60_000 + statements;
  if (neo4j) return openNeo4jEngine({ ...neo4j, readTimeoutMs, retryTimeMs: 60_000 });
  return openEmbeddedEngine({ ...(folder !== undefined && { folder }), readTimeoutMs });
}

void main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

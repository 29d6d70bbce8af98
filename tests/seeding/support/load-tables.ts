import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../../src/graph/engine";
import { ONTOLOGY } from "../../../src/model/ontology";
import { runSeed } from "../../../src/seeding/run-seed";
import type { SeedOptions, SeedSummary } from "../../../src/seeding/run-seed";
import type { CorpusFiles } from "./corpus-folder";
import { corpusFolder, writeFiles } from "./corpus-folder";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";

/** An empty graph in memory. */
export async function openGraph(): Promise<GraphEngine> {
  const engine = await openEmbeddedEngine({ readTimeoutMs: 10_000, shuffleUnordered: true });
  await engine.ensureSchema(ONTOLOGY);
  return engine;
}

/** A corpus on disk that is loaded, changed, and loaded again. */
export class LoadedCorpus {
  readonly folder: string;

  constructor(
    readonly engine: GraphEngine,
    files: CorpusFiles,
    id = "tables",
  ) {
    this.folder = corpusFolder({ "corpus.yaml": `id: ${id}\ntitle: ${id}\nlicence: CC0-1.0\nversion: '1'\n`, ...files });
  }

  async load(changes: CorpusFiles = {}, options: Partial<SeedOptions> = {}): Promise<SeedSummary> {
    writeFiles(this.folder, changes);
    const now = nextMinute();
    return runSeed([this.folder], this.engine, { ...QUICK_SEED, now: () => now, ...options });
  }
}

/** Rows of a read, each as its values joined by blanks, in order. */
export async function readLines(engine: GraphEngine, text: string): Promise<string[]> {
  const rows = await engine.read({ text, parameters: {} });
  return rows
    .map((row) =>
      Object.values(row)
        .map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "-").replace("null", "-")))
        .join(" "),
    )
    .sort();
}

/** Who said what: statement, speaker, rank and probability. */
export async function speakersIn(engine: GraphEngine): Promise<string[]> {
  const found = await readLines(
    engine,
    "MATCH (s:Statement)-[r:ATTRIBUTED_TO]->(p:Entity) RETURN s.id AS id, p.id AS speaker, r.rank AS rank, r.probability AS probability",
  );
  return found.map((line) => line.replace(/^statement:[^/]+\//, "").replace(/ -$/, ""));
}

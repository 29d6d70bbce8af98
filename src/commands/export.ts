import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { CannotRun } from "../errors";
import { readGraph } from "../exporting/read-graph";
import { writeFileWhole } from "../exporting/write-file";
import { writeJsonLines } from "../exporting/write-json-lines";
import { openEngine } from "../graph/open-engine";
import type { EndLine, GraphLine } from "../seeding/graph-file/graph-line";
import { plural, say } from "./output";
import { showProgress } from "./show-progress";

export interface ExportFlags {
  readonly format: string;
  readonly out?: string;
  readonly dataset: readonly string[];
}

/**
 * `quoth export`: the graph, or some datasets of it, as JSON lines, from which `quoth seed` makes the same graph.
 * @throws BadSetting, CannotRun, and what the engine throws
 */
export async function exportGraph(flags: ExportFlags, settings: Flags): Promise<number> {
  if (flags.format !== "jsonl") throw new CannotRun(`--format ${flags.format}: the one format is jsonl.`);
  if (flags.out !== undefined && !/\.jsonl(?:\.gz)?$/i.test(flags.out)) {
    throw new CannotRun(`--out ${flags.out}: name a file that ends in .jsonl or .jsonl.gz, by which \`quoth seed\` knows it.`);
  }
  const engine = await openEngine(readConfig(settings), "load");
  const progress = showProgress("Reading");
  const seen: { end?: EndLine } = {};
  try {
    const text = writeJsonLines(noting(readGraph(engine, { datasets: flags.dataset, onProgress: progress.update }), seen));
    if (flags.out === undefined) await pipeline(Readable.from(text), process.stdout, { end: false });
    else await writeFileWhole(flags.out, text);
    progress.stop();
    if (seen.end !== undefined) say(inWords(seen.end, flags.out));
    return 0;
  } finally {
    progress.stop();
    await engine.close();
  }
}

async function* noting(lines: AsyncIterable<GraphLine>, seen: { end?: EndLine }): AsyncGenerator<GraphLine> {
  for await (const line of lines) {
    if (line.is === "end") seen.end = line;
    yield line;
  }
}

function inWords({ records, relations, hashes }: EndLine, out: string | undefined): string {
  const where = out === undefined ? "" : ` in ${out}`;
  const each = Object.entries(hashes).map(([id, hash]) => `  ${hash}  ${id}`);
  return [`${plural(records, "record")} and ${plural(relations, "relation")}${where}`, ...each].join("\n");
}

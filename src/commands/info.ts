import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import { ONTOLOGY } from "../model/ontology";
import { hasStore, noStoreMessage } from "./has-store";
import { plural, printData } from "./output";
import { readDatasets } from "./read-datasets";

/**
 * `quoth info`: what is in the graph.
 * @throws BadSetting, CannotRun, and what the engine throws
 */
export async function info(flags: Flags, json: boolean): Promise<number> {
  const config = readConfig(flags);
  if (!hasStore(config)) throw new CannotRun(noStoreMessage(config));
  const engine = await openEngine(config, "questions");
  try {
    const { version: engineVersion, address } = await engine.health();
    const datasets = await readDatasets(engine);
    const counts = await countKinds(engine);
    if (json) printData({ engine: engineVersion, address, datasets, counts });
    else printData([`${engineVersion} at ${address}`, "", ...describe(datasets), "", ...Object.entries(counts).map(countLine)].join("\n"));
    return 0;
  } finally {
    await engine.close();
  }
}

/** Nodes by label, for every kind that corpora fill. */
async function countKinds(engine: GraphEngine): Promise<Record<string, number>> {
  const kinds = ONTOLOGY.kinds.filter((kind) => kind.scope !== "system");
  const counts: Record<string, number> = {};
  for (const { label } of kinds) {
    const [row] = await engine.read({ text: `MATCH (n:${label}) RETURN count(n) AS nodes`, parameters: {} });
    counts[label] = Number(row?.["nodes"]);
  }
  return counts;
}

function describe(datasets: Awaited<ReturnType<typeof readDatasets>>): string[] {
  if (datasets.length === 0) return ["Nothing is loaded yet: `quoth seed <folder>` brings in a corpus."];
  return datasets.map(({ id, name, version, statements, isLoading }) => {
    const state = isLoading ? "; a load is under way, or was broken off: `quoth seed` it again" : "";
    return `${id} (${version})  ${name}  ${plural(statements, "statement")}${state}`;
  });
}

function countLine([label, count]: [string, number]): string {
  return `${label.padEnd(14)}${count.toLocaleString("en").padStart(10)}`;
}

import { existsSync } from "node:fs";
import type { Config } from "../config/settings";

/** Whether there is a graph to look at. Opening an embedded store makes its folder, which is for those to do who fill it. */
export function hasStore({ neo4jUri, dataDir }: Pick<Config, "neo4jUri" | "dataDir">): boolean {
  return neo4jUri !== undefined || existsSync(dataDir);
}

export function noStoreMessage({ dataDir }: Pick<Config, "dataDir">): string {
  return `There is no store in ${dataDir} yet: \`quoth seed\` or \`quoth serve\` makes it. Is it the folder that QUOTH_DATA_DIR should name?`;
}

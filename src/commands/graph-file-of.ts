import { CannotRun } from "../errors";
import { isGraphFile } from "../seeding/graph-file/read-graph-file";
import type { TableFlags } from "./table-run";

/**
 * The export that a command was given instead of folders of corpora; nothing where it was given folders.
 * @throws CannotRun where it was given both, or options that are for folders
 */
export function graphFileOf(paths: readonly string[], flags: TableFlags & { readonly text: readonly string[] }): string | undefined {
  const file = paths.find(isGraphFile);
  if (file === undefined) return undefined;
  if (paths.length > 1) throw new CannotRun(`${file} is an export, which holds all that belongs together. Give it alone.`);
  const { text, data, limit, skipBad } = flags;
  if (text.length === 0 && data.length === 0 && limit === undefined && skipBad === undefined) return file;
  throw new CannotRun(`${file} is an export: --text, --data, --limit and --skip-bad are for folders. Leave them out.`);
}

import { realpath } from "node:fs/promises";
import path from "node:path";

/**
 * Where a path leads, links followed; undefined where that is not within the folder, or is not there. A corpus from elsewhere
 * must not be able to read any other file of this machine.
 * @param name relative to the folder, or absolute
 */
export async function pathWithin(folder: string, name: string): Promise<string | undefined> {
  try {
    const [root, target] = [await realpath(folder), await realpath(path.resolve(folder, name))];
    return isBelow(root, target) ? target : undefined;
  } catch {
    // Not there, or not to be read: who asked says so at the place that names it.
    return undefined;
  }
}

/** By their names alone, whether there or not. */
export function leadsOut(folder: string, name: string): boolean {
  return !isBelow(path.resolve(folder), path.resolve(folder, name));
}

function isBelow(root: string, target: string): boolean {
  const relative = path.relative(root, target);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

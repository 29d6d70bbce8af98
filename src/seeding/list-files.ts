import { readdir } from "node:fs/promises";
import type { Dirent } from "node:fs";
import path from "node:path";
import { didYouMean } from "./nearest-name";
import type { Fault } from "./readers/fault";
import { fixedPart, globToRegExp } from "./readers/match-path";
import type { TableSource } from "./table-source";

/** A file of a table. */
export interface ListedFile {
  /** Relative to the source's folder, or absolute, as the pattern that found it. */
  readonly relative: string;
  /** Where it can be opened. */
  readonly path: string;
  /** As faults name it. */
  readonly shown: string;
}

/**
 * The files that a source's patterns find, each once, in the order of their names' code units, which is the same on every
 * machine. Names that begin with a dot are left out. A pattern that finds nothing is a fault.
 */
export async function listFiles(source: Pick<TableSource, "folder" | "files">, onFault: (fault: Fault) => void): Promise<ListedFile[]> {
  const found = new Map<string, ListedFile>();
  for (const pattern of source.files) {
    const files = await findFiles(source.folder, pattern);
    for (const file of files) found.set(file.path, file);
    if (files.length === 0) onFault(await nothingFound(source.folder, pattern));
  }
  return [...found.values()].sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

async function findFiles(folder: string, pattern: string): Promise<ListedFile[]> {
  const { folder: fixed, levels } = fixedPart(pattern);
  const matches = globToRegExp(pattern);
  const relatives = await walk(path.resolve(folder, fixed), levels);
  return relatives
    .map((each) => (fixed === "" || fixed === "/" ? `${fixed}${each}` : `${fixed}/${each}`))
    .filter((each) => matches.test(each))
    .map((relative) => ({ relative, path: path.resolve(folder, relative), shown: shownPath(folder, relative) }));
}

/** A file as faults name it. */
export function shownPath(folder: string, relative: string): string {
  return path.isAbsolute(relative) ? relative : path.join(folder, relative);
}

async function walk(folder: string, levels: number): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith(".")) continue;
    if (!entry.isDirectory()) found.push(entry.name);
    else if (levels > 1) found.push(...(await walk(path.join(folder, entry.name), levels - 1)).map((each) => `${entry.name}/${each}`));
  }
  return found;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // Said by the fault that nothing was found.
    return [];
  }
}

async function nothingFound(folder: string, pattern: string): Promise<Fault> {
  const { folder: fixed } = fixedPart(pattern);
  const place = path.resolve(folder, fixed);
  const names = (await entriesOf(place)).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  const near = didYouMean(path.basename(pattern), names);
  const some = names.length > 5 ? `${names.slice(0, 5).join(", ")} …` : names.join(", ");
  const there = names.length === 0 ? `; there is nothing in ${shownPath(folder, fixed)}` : `; ${shownPath(folder, fixed)} has ${some}`;
  return {
    file: shownPath(folder, pattern),
    line: 1,
    column: 1,
    code: "SEED_MISSING_FILE",
    message: `no file fits "${pattern}"${near || there}`,
  };
}

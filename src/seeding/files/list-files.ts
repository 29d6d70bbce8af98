import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Fault } from "../faults/fault";
import { didYouMean } from "../faults/nearest-name";
import { fixedPart, globToRegExp } from "../readers/match-path";
import { leadsOut, pathWithin } from "./path-within";
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
 * machine. Names that begin with a dot are left out. A pattern that finds nothing is a fault, and so is one, or a link, that leads
 * out of the folder: a corpus from elsewhere must not be able to read any other file of this machine.
 */
export async function listFiles(source: Pick<TableSource, "folder" | "files">, onFault: (fault: Fault) => void): Promise<ListedFile[]> {
  const found = new Map<string, ListedFile>();
  for (const pattern of source.files) {
    if (await isOutside(source.folder, fixedPart(pattern).folder)) {
      onFault(outside(source.folder, pattern));
      continue;
    }
    const files = await findFiles(source.folder, pattern);
    if (files.length === 0) onFault(await nothingFound(source.folder, pattern));
    for (const file of files) {
      if (!file.isLink || (await leadsToFile(source.folder, file.relative))) found.set(file.path, file);
      else onFault(outside(source.folder, file.relative));
    }
  }
  return [...found.values()].sort((a, b) => (a.relative < b.relative ? -1 : 1));
}

/** Whether a folder that a mapping names, or that one of its links leads to, is no part of the folder that holds the tables. */
export async function isOutside(folder: string, named: string): Promise<boolean> {
  if (leadsOut(folder, named)) return true;
  return (await pathWithin(folder, named)) === undefined && (await stat(path.resolve(folder, named)).catch(() => undefined)) !== undefined;
}

/** Of a link that a table's file, or an annotation, is. */
export async function leadsToFile(folder: string, relative: string): Promise<boolean> {
  const target = await pathWithin(folder, relative);
  return target !== undefined && (await stat(target)).isFile();
}

/** The fault of a name that leads out of the folder. */
export function outside(folder: string, name: string): Fault {
  return {
    file: shownPath(folder, name),
    line: 1,
    column: 1,
    code: "SEED_MISSING_FILE",
    message: `"${name}" leads out of ${folder}, or to no file, and is not read; name the folder that holds the tables with --data`,
  };
}

interface FoundFile extends ListedFile {
  readonly isLink: boolean;
}

async function findFiles(folder: string, pattern: string): Promise<FoundFile[]> {
  const { folder: fixed, levels } = fixedPart(pattern);
  const matches = globToRegExp(pattern);
  const entries = await walk(path.resolve(folder, fixed), levels);
  return entries
    .map(({ name, isLink }) => ({ relative: fixed === "" || fixed === "/" ? `${fixed}${name}` : `${fixed}/${name}`, isLink }))
    .filter(({ relative }) => matches.test(relative))
    .map(({ relative, isLink }) => ({ relative, isLink, path: path.resolve(folder, relative), shown: shownPath(folder, relative) }));
}

/** A file as faults name it. */
export function shownPath(folder: string, relative: string): string {
  return path.isAbsolute(relative) ? relative : path.join(folder, relative);
}

/** Links to folders are not followed; pipes and devices, from which reading may never end, are left out. */
async function walk(folder: string, levels: number): Promise<{ readonly name: string; readonly isLink: boolean }[]> {
  const found: { name: string; isLink: boolean }[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.name.startsWith(".")) continue;
    const isLink = entry.isSymbolicLink();
    if (entry.isFile() || isLink) found.push({ name: entry.name, isLink });
    if (!entry.isDirectory() || levels <= 1) continue;
    for (const below of await walk(path.join(folder, entry.name), levels - 1))
      found.push({ ...below, name: `${entry.name}/${below.name}` });
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

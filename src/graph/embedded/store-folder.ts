import { existsSync, mkdirSync, openSync, closeSync, fsyncSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { StoreUnusable } from "../../errors";
import type { LoadNote } from "../engine";

/** The files of an embedded store: the engine's own (`graph.db`, `graph.db.wal/`) and the note of the last load. */
const GRAPH_FILE = "graph.db";
const NOTE_FILE = "last-load.json";

/**
 * Makes the folder where it is missing.
 * @returns the path that the engine opens
 * @throws StoreUnusable
 */
export function prepareStoreFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StoreUnusable(`${folder} cannot be used as data folder: ${(error as Error).message}. Give another one (QUOTH_DATA_DIR).`, {
      cause: error,
    });
  }
  return join(folder, GRAPH_FILE);
}

/**
 * Written beside the store and synced, so that a store that lost data is noticed at the next start.
 * @throws StoreUnusable
 */
export function writeLoadNote(folder: string, note: LoadNote): void {
  const target = join(folder, NOTE_FILE);
  try {
    replaceFile(target, `${JSON.stringify(note)}\n`);
  } catch (error) {
    throw new StoreUnusable(
      `${target} cannot be written: ${(error as Error).message}. The load itself is kept. Mend what hinders it, and the next load leaves its note.`,
      { cause: error },
    );
  }
}

/** As a whole or not at all, whenever the power fails. */
function replaceFile(target: string, text: string): void {
  const file = openSync(`${target}.new`, "w");
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${target}.new`, target);
}

/** @returns null where no load was noted yet. @throws StoreUnusable where the note cannot be read. */
export function readLoadNote(folder: string): LoadNote | null {
  const path = join(folder, NOTE_FILE);
  if (!existsSync(path)) return null;
  const note = parseNote(path);
  if (note) return note;
  throw new StoreUnusable(
    `${path} is damaged: it does not say what the last load left. Restore the folder from a backup, or delete it and load again.`,
  );
}

function parseNote(path: string): LoadNote | null {
  try {
    const note = JSON.parse(readFileSync(path, "utf8")) as Partial<LoadNote> | null;
    const isWhole = typeof note?.version === "string" && Number.isSafeInteger(note.nodes) && Number.isSafeInteger(note.relations);
    return isWhole ? (note as LoadNote) : null;
  } catch {
    // Not to be read, or no JSON: the caller says what to do.
    return null;
  }
}

import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { CannotRun } from "../../errors";
import { CORPUS_FILE, DECISIONS_FILE, MAPPING_FILE } from "../../model/corpus-file-names";
import { CORPUS_FILES, CORPUS_SHAPE, RELATION_FILE } from "../../model/corpus-row";
import type { RecordShape } from "../../model/corpus-row-types";
import type { Fault } from "../faults/fault";
import { didYouMean } from "../faults/nearest-name";
import type { RawFile } from "../readers/raw-node";
import { readYaml } from "../readers/read-yaml";
import { SourceFile } from "../readers/source-file";
import { sha256Of } from "./input-file";
import type { OnInputFile } from "./input-file";
import { readFileWithin } from "./read-file-within";

export interface ReadFile {
  readonly file: SourceFile;
  readonly content: RawFile;
}

export interface ReadRecords extends ReadFile {
  readonly shape: RecordShape;
}

/** A corpus folder as it lies on disk: files with their structure, nothing checked beyond their form. */
export interface ReadCorpus {
  readonly folder: string;
  /** Absent where the folder has none. */
  readonly corpus?: ReadFile;
  readonly records: readonly ReadRecords[];
  readonly relations?: ReadFile;
  readonly mapping?: ReadFile;
  readonly decisions?: ReadFile;
  /** What `textFile` fields name, by name; absent where there is no such file within the folder. */
  readonly texts: ReadonlyMap<string, Buffer>;
  readonly faults: readonly Fault[];
  readonly notes: readonly Fault[];
}

const OTHER_FILES = [MAPPING_FILE, DECISIONS_FILE];

/**
 * @param onFile told of each file that was read; those of tables are read later
 * @throws CannotRun where the folder cannot be read
 */
export async function readCorpus(folder: string, onFile?: OnInputFile): Promise<ReadCorpus> {
  const all = await listFolder(folder);
  const names = all.filter((each) => !each.isDirectory()).map((each) => each.name);
  const read = async (name: string): Promise<ReadFile | undefined> => {
    if (!all.some((each) => each.name === name)) return undefined;
    const file = path.join(folder, name);
    const bytes = await readFileWithin(folder, name);
    if (typeof bytes === "string") return unreadable(file, `"${name}" ${bytes}`);
    onFile?.({ path: file, sha256: sha256Of(bytes) });
    return readYaml(file, bytes);
  };
  const corpus = await read(CORPUS_FILE);
  const records: ReadRecords[] = [];
  for (const { file, shape } of CORPUS_FILES) {
    const found = await read(file);
    if (found !== undefined) records.push({ ...found, shape });
  }
  const relations = await read(RELATION_FILE);
  const mapping = await read(MAPPING_FILE);
  const decisions = await read(DECISIONS_FILE);
  reportEmpty([corpus, relations, mapping, decisions, ...records]);
  const texts = await readTexts(folder, records, onFile);
  const faults = [...(corpus === undefined ? [missingCorpusFile(folder)] : []), ...unknownFiles(folder, names, mapping)];
  const optional = {
    ...(corpus && { corpus }),
    ...(relations && { relations }),
    ...(mapping && { mapping }),
    ...(decisions && { decisions }),
  };
  return { folder, ...optional, records, texts, faults, notes: mapping === undefined ? unreadTables(folder, names) : [] };
}

/** Nothing is said of what refers to its records. */
function unreadable(path: string, message: string): ReadFile {
  const file = new SourceFile(path, "");
  file.fault(0, "MISSING_FILE", message);
  return { file, content: { entries: [], unreadable: true, incomplete: true } };
}

async function listFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new CannotRun(`${folder}: no folder that can be read. Name the folder that holds ${CORPUS_FILE}.`, { cause });
  }
}

/** A file whose name is mistyped would be left out without a word. A mapping may read YAML files of its own. */
function unknownFiles(folder: string, names: readonly string[], mapping: ReadFile | undefined): Fault[] {
  const isTable = (name: string): boolean => mapping !== undefined && /\*\.ya?ml\b/.test(mapping.file.text.replace(name, "*.yaml"));
  const known = [CORPUS_FILE, RELATION_FILE, ...CORPUS_FILES.map((each) => each.file), ...OTHER_FILES];
  const unknown = names.filter((name) => /\.ya?ml$/i.test(name) && !known.includes(name) && !isTable(name));
  return unknown.map((name) => ({
    file: path.join(folder, name),
    line: 1,
    column: 1,
    code: "SEED_UNKNOWN_FILE",
    message: `"${name}" is no file of a corpus${didYouMean(name, known) || `; known are ${known.join(", ")}`}`,
  }));
}

/** Whoever puts a table into the folder expects its rows to be loaded. */
function unreadTables(folder: string, names: readonly string[]): Fault[] {
  const tables = names.filter((name) => /\.(?:csv|tsv|jsonl|ndjson|xlsx)(?:\.gz)?$/i.test(name) && !name.startsWith("."));
  return tables.map((name) => ({
    file: path.join(folder, name),
    line: 1,
    column: 1,
    code: "SEED_UNREAD",
    message: `"${name}" is not read: a table needs a ${MAPPING_FILE} that says what its rows are (docs/mapping.md)`,
  }));
}

function missingCorpusFile(folder: string): Fault {
  const fields = CORPUS_SHAPE.fields.filter((each) => each.is === "ownSlug" || (each.is === "property" && each.property.required));
  const message = `the corpus has no ${CORPUS_FILE}; write one with ${fields.map((each) => each.name).join(", ")}`;
  return { file: path.join(folder, CORPUS_FILE), line: 1, column: 1, code: "SEED_MISSING_FILE", message };
}

function reportEmpty(files: readonly (ReadFile | undefined)[]): void {
  for (const each of files) {
    if (each === undefined || each.content.entries.length > 0 || each.content.unreadable || each.file.faults.length > 0) continue;
    each.file.fault(0, "EMPTY", `${path.basename(each.file.path)} has no records; add some, or remove the file`);
  }
}

async function readTexts(folder: string, records: readonly ReadRecords[], onFile: OnInputFile | undefined): Promise<Map<string, Buffer>> {
  const texts = new Map<string, Buffer>();
  const names = records.flatMap(({ shape, content }) => {
    const fields = shape.fields.filter((each) => each.is === "file").map((each) => each.name);
    if (fields.length === 0) return [];
    const maps = content.entries.flatMap((entry) => (entry.value.is === "map" ? entry.value.entries : []));
    return maps.flatMap(({ key, value }) => (fields.includes(key) && value.is === "scalar" ? [value.text] : []));
  });
  for (const name of new Set(names)) {
    const bytes = await readFileWithin(folder, name);
    // Not to be read: the validation says so at the field that names it.
    if (typeof bytes === "string") continue;
    texts.set(name, bytes);
    onFile?.({ path: path.join(folder, name), sha256: sha256Of(bytes) });
  }
  return texts;
}

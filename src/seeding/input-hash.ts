import { createHash } from "node:crypto";
import type { Hash } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import type { KnownEntity } from "./draft/known-entity";
import { sha256OfFile } from "./files/input-file";
import type { OnInputFile } from "./files/input-file";
import { listFiles, shownPath } from "./files/list-files";
import type { ListedFile } from "./files/list-files";
import type { ReadCorpus } from "./files/read-corpus";
import type { SeenFiles } from "./files/seen-files";
import type { TableSource } from "./files/table-source";
import type { Mapping } from "./mapping/mapping";
import type { GivenText } from "./records/record-context";
import { rowFormat } from "./stored/content-hash";
import { hashText } from "./stored/node-row";

/** Raise it when the same tables and mapping become other records. */
const MAPPING_FORMAT = 2;

export interface Inputs {
  readonly corpus: ReadCorpus;
  readonly mapping: Mapping;
  readonly givenTexts: ReadonlyMap<string, GivenText>;
  /** Entities of other corpora, which names may mean. */
  readonly known: AsyncIterable<KnownEntity>;
  /** What of the command line tells which rows are read. */
  readonly options: string;
  /** Keeps what the files are, to know them again when they are read. */
  readonly seen?: SeenFiles;
  /** Told of each file of the tables; who read the others has told of them. */
  readonly onFile?: OnInputFile;
}

/**
 * Over everything that a corpus with tables is made of: its files, the tables' bytes, the entities that its names may mean. Where
 * it is that of the last load, nothing needs to be read again.
 */
export async function hashInputs({ corpus, mapping, givenTexts, known, options, seen, onFile }: Inputs): Promise<string> {
  const hash = createHash("sha256").update(`${rowFormat()} ${MAPPING_FORMAT} ${options}\n`);
  const files = [corpus.corpus, corpus.mapping, corpus.decisions, corpus.relations, ...corpus.records];
  for (const each of files) if (each !== undefined) part(hash, path.basename(each.file.path), each.file.text);
  for (const [name, bytes] of corpus.texts) part(hash, name, bytes);
  for (const [name, { bytes }] of givenTexts) part(hash, name, bytes);
  const sources = [...mapping.tables.map(({ source }) => source), ...[...mapping.lookups.values()].flatMap(({ source }) => source ?? [])];
  for (const source of sources) await hashSource(source, hash, seen, onFile);
  for (const digest of await digestsOf(known)) hash.update(digest);
  return hash.digest("hex").slice(0, 32);
}

/** In an order of their own: entities come from the graph in another one than from the corpus that defines them. */
async function digestsOf(known: AsyncIterable<KnownEntity>): Promise<string[]> {
  const digests: string[] = [];
  for await (const { id, names, wikidataId = "" } of known) digests.push(hashText(JSON.stringify([id, names, wikidataId])));
  return digests.sort();
}

/** Lengths stand in front, so that no two lists of parts make one text. */
function part(hash: Hash, name: string, content: string | Buffer): void {
  hash.update(`${name.length} ${name} ${content.length} `).update(content);
}

/** By the hash of each file, which has a use of its own: no file is read once more for it. */
async function hashSource(source: TableSource, hash: Hash, seen?: SeenFiles, onFile?: OnInputFile): Promise<void> {
  // What is wrong with the files is said when they are read.
  const files = await listFiles(source, () => undefined);
  seen?.cameOrWent(source, files);
  const listed = new Map(files.map((each): [string, NamedFile] => [each.path, { ...each, name: each.relative }]));
  for (const each of await annotationsOf(source, files)) if (!listed.has(each.path)) listed.set(each.path, each);
  for (const { name, path: file, shown } of listed.values()) {
    const sha256 = await sha256OfFile(file).catch(() => undefined);
    hash.update(`${name.length} ${name} ${sha256 ?? "unreadable"} `);
    if (sha256 === undefined) continue;
    seen?.hasChanged(file, sha256);
    onFile?.({ path: shown, sha256 });
  }
}

type NamedFile = Pick<ListedFile, "path" | "shown"> & { readonly name: string };

/** They lie in a folder of their own, or beside the texts. */
async function annotationsOf({ folder, format, annotations }: TableSource, texts: readonly ListedFile[]): Promise<NamedFile[]> {
  if (annotations === undefined && format !== "brat") return [];
  const folders = annotations === undefined ? texts.map(({ relative }) => path.dirname(relative)) : [annotations];
  const found: NamedFile[] = [];
  for (const each of [...new Set(folders)].sort()) {
    const names = await readdir(path.resolve(folder, each)).catch((): string[] => []);
    for (const name of names.filter((one) => /\.ann(?:\.gz)?$/i.test(one)).sort()) {
      const relative = path.join(each, name);
      found.push({ name: relative, path: path.resolve(folder, relative), shown: shownPath(folder, relative) });
    }
  }
  return found;
}

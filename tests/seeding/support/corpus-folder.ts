import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Files of a corpus by name, within its folder. */
export type CorpusFiles = Readonly<Record<string, string | Buffer>>;

/** A small valid corpus; the rows of the tables replace one file of it. */
export const TINY: CorpusFiles = {
  "corpus.yaml": "id: tiny\ntitle: A tiny corpus\nversion: '1'\n",
  "people.yaml": "ann:\n  name: Ann\n  positions:\n    mayor:\n      title: Mayor\njavad-zarif:\n  name: Javad Zarif\n",
  "organizations.yaml": "paper:\n  name: The Paper\ngeorgia:\n  name: Georgia (a group)\n",
  "places.yaml": "tehran:\n  name: Tehran\ngeorgia:\n  name: Georgia\n",
  "documents.yaml": "doc-a:\n  genre: NEWS\n  publisher: paper\n  publishedAt: 2020-01-03\n",
  "statements.yaml": "s1:\n  text: The quay is closed\n  speaker: ann\n  reports:\n    - in: doc-a\n      type: DIRECT\n",
};

const made: string[] = [];

/** Writes a corpus into a new temporary folder. */
export function corpusFolder(files: CorpusFiles): string {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-corpus-"));
  made.push(folder);
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: CorpusFiles): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Call after all tests of a file. */
export function removeCorpusFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

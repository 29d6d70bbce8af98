import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emittedFiles } from "./emitted-files";
import { printData } from "./output";

/** `quoth schema`: writes the files of schema/ and the generated pages of docs/ below a folder. */
export function writeEmittedFiles(folder: string): number {
  for (const { path, text } of emittedFiles()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    printData(path);
  }
  return 0;
}

import { readFile, stat } from "node:fs/promises";
import { pathWithin } from "./path-within";

/**
 * The bytes of a file of a folder, or why it cannot be read, to be said behind its name. Through a link either, nothing outside of
 * the folder is read, and nothing whose reading may never end, such as a pipe.
 */
export async function readFileWithin(folder: string, name: string): Promise<Buffer | string> {
  const target = await pathWithin(folder, name);
  if (target === undefined) return `leads out of ${folder}, or to nothing; put the file itself there`;
  try {
    if ((await stat(target)).isFile()) return await readFile(target);
    return "is no file, but a folder, a pipe or a device; put a file there, or give it another name";
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}); see who may read it`;
  }
}

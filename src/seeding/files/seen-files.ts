import type { ListedFile } from "./list-files";
import type { TableSource } from "./table-source";

/**
 * What the files of a corpus's tables were when a load first read them. It reads them several times, and would make one corpus of two
 * versions where somebody writes to them meanwhile.
 */
export class SeenFiles {
  private readonly hashes = new Map<string, string>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly changed = new Set<string>();

  /** @returns whether the file was another one at any time since it was first seen */
  hasChanged(path: string, sha256: string): boolean {
    const first = this.hashes.get(path);
    if (first === undefined) this.hashes.set(path, sha256);
    else if (first !== sha256) this.changed.add(path);
    return this.changed.has(path);
  }

  /** @returns a file that came or went since a source was first looked at */
  cameOrWent({ folder, files }: Pick<TableSource, "folder" | "files">, listed: readonly ListedFile[]): string | undefined {
    const key = JSON.stringify([folder, files]);
    const names = listed.map(({ shown }) => shown);
    const first = this.lists.get(key);
    if (first === undefined) this.lists.set(key, names);
    return first === undefined ? undefined : (outOf(first, names) ?? outOf(names, first));
  }
}

function outOf(names: readonly string[], others: readonly string[]): string | undefined {
  const known = new Set(others);
  return names.find((name) => !known.has(name));
}

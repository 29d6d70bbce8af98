import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The root of the repository. */
export const ROOT = join(__dirname, "../..");

/** TypeScript files below a folder of the repository, as paths from that folder with slashes, sorted. */
export function sourceFiles(folder: string): string[] {
  return (
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      // The benchmark installs its peers in folders of its own.
      .filter((path) => path.endsWith(".ts") && !path.includes("node_modules/"))
      .sort()
  );
}

export function readText(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The syntax tree of a file, its nodes knowing their parents. */
export function parseFile(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readText(path), ts.ScriptTarget.ES2022, true);
}

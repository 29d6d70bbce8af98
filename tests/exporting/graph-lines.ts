import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { readGraph } from "../../src/exporting/read-graph";
import { writeJsonLines } from "../../src/exporting/write-json-lines";
import type { GraphEngine } from "../../src/graph/engine";

const made: string[] = [];

/** The text of an export, line by line, without line ends. */
export async function exportLines(engine: Pick<GraphEngine, "read" | "catchUp">, datasets: readonly string[] = []): Promise<string[]> {
  let text = "";
  for await (const piece of writeJsonLines(readGraph(engine, { datasets }))) text += piece;
  return text.split("\n").slice(0, -1);
}

/** Puts lines into a file of a temporary folder. */
export function graphFile(lines: readonly string[] | Buffer, name = "graph.jsonl"): string {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-graph-"));
  made.push(folder);
  const file = path.join(folder, name);
  const bytes = Buffer.isBuffer(lines) ? lines : Buffer.from(lines.map((line) => `${line}\n`).join(""));
  writeFileSync(file, name.endsWith(".gz") && !Buffer.isBuffer(lines) ? gzipSync(bytes) : bytes);
  return file;
}

/** Call after all tests of a file. */
export function removeGraphFiles(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Gives lines that were changed the checksum that fits them, as somebody would who means it. */
export function resealed(lines: readonly string[]): string[] {
  const last = JSON.parse(lines[lines.length - 1] ?? "") as Record<string, unknown>;
  const before = lines.slice(0, -1);
  const sha256 = createHash("sha256")
    .update(before.map((line) => `${line}\n`).join(""))
    .digest("hex");
  return [...before, JSON.stringify({ ...last, sha256 })];
}

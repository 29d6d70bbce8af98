import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { CannotRun } from "../../errors";
import { figure } from "../faults/figure";
import { resetNearestName } from "../faults/nearest-name";
import { JsonFault, parseJson } from "../readers/parse-json";
import { ByteLines, MAX_LINE_BYTES } from "./byte-lines";
import { isMap } from "./check-properties";
import { GraphIntake } from "./graph-intake";
import type { CheckedGraph } from "./graph-intake";

const PIECE_BYTES = 256 * 1024;

/** Whether a path names an export rather than the folder of a corpus. */
export function isGraphFile(path: string): boolean {
  return /\.jsonl(?:\.gz)?$/i.test(path);
}

/**
 * Reads an export of `quoth export`, checking every value of it; the records of those that have no fault can be loaded.
 * @throws CannotRun where the file cannot be read
 */
export async function readGraphFile(path: string): Promise<CheckedGraph> {
  resetNearestName();
  const intake = new GraphIntake(path);
  try {
    await readLines(path, intake);
    return await intake.finish();
  } catch (error) {
    intake.dispose();
    throw error;
  }
}

async function readLines(path: string, intake: GraphIntake): Promise<void> {
  const reader = new LineReader(intake);
  const lines = new ByteLines();
  try {
    for await (const piece of openBytes(path)) {
      for (const line of lines.push(piece)) reader.read(line);
      if (intake.isHopeless) return;
      if (lines.isTooLong) {
        intake.addUnreadable("TOO_LONG", `a line of more than ${figure(MAX_LINE_BYTES)} bytes; is this an export of Quoth?`, {
          line: reader.line + 1,
        });
        return;
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (!code.startsWith("Z_")) {
      throw new CannotRun(`${path}: the file cannot be read: ${message}. Name a file of \`quoth export\`.`, { cause: error });
    }
    const damage = `the compressed file is damaged or cut off here (${message}); copy it again, or export the graph again`;
    return intake.addUnreadable("GZIP", damage, { line: reader.line + 1 });
  }
  for (const line of lines.rest()) reader.read(line);
}

function openBytes(path: string): AsyncIterable<Buffer> {
  const bytes = createReadStream(path, { highWaterMark: PIECE_BYTES });
  if (!/\.gz$/i.test(path)) return bytes as AsyncIterable<Buffer>;
  // The error of either end comes out of the reading loop.
  return pipeline(bytes, createGunzip({ chunkSize: PIECE_BYTES }), () => undefined) as AsyncIterable<Buffer>;
}

/** Turns the lines into data, and compares them with the checksum in the last one. */
class LineReader {
  line = 0;
  private isEnded = false;
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private readonly hash = createHash("sha256");

  constructor(private readonly intake: GraphIntake) {}

  read(bytes: Buffer): void {
    if (this.intake.isHopeless) return;
    this.line += 1;
    const value = this.parse(bytes);
    if (value !== undefined) this.intake.add(value, this.line);
    if (this.isEnded) return;
    this.isEnded = this.intake.isComplete;
    if (this.isEnded && isMap(value)) this.compare(value["sha256"]);
    else this.hash.update(bytes).update("\n");
  }

  private parse(bytes: Buffer): unknown {
    const { line } = this;
    let text: string;
    try {
      text = this.decoder.decode(bytes);
    } catch {
      this.intake.addUnreadable("ENCODING", "bytes that are no UTF-8; copy the file again, or export the graph again", { line });
      return undefined;
    }
    try {
      return JSON.parse(text) as unknown;
    } catch {
      const { column, message } = faultOf(text);
      this.intake.addUnreadable("JSON", `${message}; the line was cut or changed: copy the file again, or export the graph again`, {
        line,
        column,
      });
      return undefined;
    }
  }

  /** A changed byte may leave a value that the model allows. */
  private compare(expected: unknown): void {
    if (this.intake.faults.length > 0 || expected === this.hash.digest("hex")) return;
    const message =
      "the lines are not those that were written: their checksum is another one; copy the file again, or export the graph again";
    this.intake.fault("GRAPH_FILE", message, { line: this.line });
  }
}

/** The engine's own parser is quick and says little of where; ours does. */
function faultOf(text: string): { column: number; message: string } {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return { column: error.at + 1, message: error.message };
  }
  return { column: 1, message: "this is no JSON" };
}

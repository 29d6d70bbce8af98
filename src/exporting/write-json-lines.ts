import { createHash } from "node:crypto";
import type { GraphLine } from "../seeding/graph-file/graph-line";

const PIECE_CHARACTERS = 64 * 1024;

/**
 * The text of an export, in pieces: each line one object of JSON, the last with the SHA-256 of all lines before it, by
 * which a file that was cut or changed is known.
 */
export async function* writeJsonLines(lines: AsyncIterable<GraphLine>): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let pending = "";
  for await (const line of lines) {
    if (line.is === "end") {
      hash.update(pending);
      yield `${pending}${JSON.stringify({ ...line, sha256: hash.digest("hex") })}\n`;
      return;
    }
    pending += `${JSON.stringify(line)}\n`;
    if (pending.length < PIECE_CHARACTERS) continue;
    hash.update(pending);
    yield pending;
    pending = "";
  }
}

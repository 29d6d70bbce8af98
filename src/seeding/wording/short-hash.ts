import { createHash } from "node:crypto";

/** Twelve hexadecimal digits of a text's SHA-256: a short name for what has none; a million texts share one with a chance below 1 in 500. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 12);
}

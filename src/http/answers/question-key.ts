import type { IncomingMessage } from "node:http";
import { isPreflighted } from "./is-preflighted";

/**
 * A text for everything in a request that its answer depends on, and everything by which it is refused: what was answered
 * once under a key is legitimate under the same key. Packing stands beside it, since one entry serves both forms.
 * @param body as it arrived; one byte becomes one character
 */
export function questionKey({ method, url, headers }: IncomingMessage, body: Buffer): string {
  const { accept = "", origin = "", "content-type": type = "" } = headers;
  const isSafe = isPreflighted(headers) ? "safe" : "";
  return `${method ?? ""}\n${url ?? ""}\n${type}\n${accept}\n${origin}\n${isSafe}\n${body.toString("latin1")}`;
}

/**
 * Whether a request may be answered from the cache: one for /graphql in its plain form, which is what clients send. All
 * others are answered, too, but each time anew.
 */
export function mayBeKept({ method, url = "", headers }: IncomingMessage, maxBodyBytes: number): boolean {
  if (url !== "/graphql" && !url.startsWith("/graphql?")) return false;
  const length = bodyLength(headers["content-length"]);
  if (headers["transfer-encoding"] !== undefined || headers["content-encoding"] !== undefined) return false;
  if (method === "GET") return length === 0;
  return method === "POST" && length > 0 && length <= maxBodyBytes;
}

/** Bytes of the body; 0 where there is none. */
export function bodyLength(contentLength: string | undefined): number {
  return contentLength === undefined ? 0 : Number(contentLength);
}

import type { IncomingHttpHeaders } from "node:http";

/** Those that Apollo takes: a page of another site cannot send them without asking first. */
const PREFLIGHT_HEADERS = ["apollo-require-preflight", "x-apollo-operation-name"];

/** Whether Apollo takes a GET with these headers for one that no page of another site made. */
export function isPreflighted(headers: IncomingHttpHeaders): boolean {
  const type = headers["content-type"];
  if (type !== undefined) return /^application\/json\s*(;|$)/i.test(type);
  return PREFLIGHT_HEADERS.some((name) => (headers[name] ?? "") !== "");
}

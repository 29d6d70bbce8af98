import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { gzip } from "node:zlib";
import { withCost } from "../cost/cost-report";
import type { CostReport } from "../cost/cost-report";
import { addToVary } from "../transport/add-to-vary";
import { REQUEST_ID } from "../watching/request-note";
import type { AskedQuestion } from "../watching/request-note";

/** Below this, packing costs more than it saves. */
export const PACK_FROM_BYTES = 2048;

/** An answer as it is written: headers as names and values in turn, last the id of whose it is; and bytes. */
interface Form {
  readonly head: string[];
  readonly body: Buffer;
}

/** An answer that is sent as it is, once or many times: the first time and every later one go through the same code. */
export interface FinishedAnswer {
  /** What was asked: a later request for the same is logged as that. */
  readonly question: AskedQuestion;
  readonly tag: string | undefined;
  readonly plain: Form;
  /** Made when the first client takes it. */
  packed?: Form;
}

/** What an entry takes beside its bytes: its headers are mostly texts that all answers share. */
const HEAD_BYTES = 1024;

/** Of one request alone. */
const OWN_HEADERS = new Set(["content-length", REQUEST_ID]);

/** Who an answer goes to. */
export interface Recipient {
  readonly headers: IncomingHttpHeaders;
  readonly id: string;
}

/** @param headers of the answer, without those that Node sets itself (`date`, `connection`) */
export function finishAnswer(headers: Readonly<Record<string, unknown>>, text: string, question: AskedQuestion): FinishedAnswer {
  const body = Buffer.from(text);
  const tag = headers["etag"];
  return { question, tag: typeof tag === "string" ? tag : undefined, plain: { head: headOf(headers, body), body } };
}

/** The bytes that it takes to keep an answer. */
export function sizeOf({ plain, packed, question: { asked } }: FinishedAnswer): number {
  const words = asked ? 2 * JSON.stringify(asked).length : 0;
  return plain.body.length + (packed?.body.length ?? 0) + words + HEAD_BYTES;
}

/**
 * Sends an answer with status 200, packed where that is worth it and the client takes it.
 * @param onPacked told when the answer has grown by its packed form
 */
export function sendAnswer(response: ServerResponse, answer: FinishedAnswer, { headers, id }: Recipient, onPacked?: () => void): void {
  const { plain, packed } = answer;
  if (plain.body.length < PACK_FROM_BYTES || !takesGzip(headers)) return send(response, plain, id);
  if (packed) return send(response, packed, id);
  gzip(plain.body, (error, body) => {
    // A client that takes packed answers takes plain ones, too.
    if (error) return send(response, plain, id);
    answer.packed = { head: packedHead(plain.head, body), body };
    onPacked?.();
    send(response, answer.packed, id);
  });
}

/** Sends an answer with what is true of this one request alone, for nobody to keep. */
export function sendOnce(response: ServerResponse, { plain }: FinishedAnswer, id: string, cost: CostReport): void {
  const { etag: _tag, ...headers } = headersOf(plain.head);
  const body = Buffer.from(withCost(plain.body.toString(), cost));
  send(response, { head: headOf({ ...headers, "cache-control": "no-store" }, body), body }, id);
}

function send(response: ServerResponse, { head, body }: Form, id: string): void {
  // It is read before this returns; a copy for each answer would show in the rate of cached ones.
  head[head.length - 1] = id;
  response.writeHead(200, head);
  response.end(body);
}

function headOf(headers: Readonly<Record<string, unknown>>, body: Buffer): string[] {
  const rest = Object.entries(headers).filter(([name, value]) => !OWN_HEADERS.has(name) && value !== undefined);
  return [...rest.flatMap(([name, value]) => [name, String(value)]), "content-length", String(body.length), REQUEST_ID, ""];
}

function headersOf(head: readonly string[]): Record<string, string> {
  return Object.fromEntries(head.flatMap((name, index) => (index % 2 === 0 ? [[name, head[index + 1] ?? ""] as const] : [])));
}

function packedHead(head: readonly string[], body: Buffer): string[] {
  const headers = headersOf(head);
  return headOf({ ...headers, vary: addToVary(headers["vary"], "accept-encoding"), "content-encoding": "gzip" }, body);
}

function takesGzip(headers: IncomingHttpHeaders): boolean {
  const accepted = headers["accept-encoding"];
  if (accepted === undefined || headers["x-no-compression"] !== undefined) return false;
  const entries = String(accepted).toLowerCase().split(",");
  const entry = entries.find((each) => /^\s*(x-)?gzip\b/.test(each)) ?? entries.find((each) => /^\s*\*/.test(each));
  return entry !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(entry);
}

import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { DatabaseUnavailable, LimitExceeded } from "../../errors";
import type { QuothError } from "../../errors";
import { readOut } from "../transport/read-out";
import { REQUEST_ID, requestId, RequestNote } from "../watching/request-note";
import type { RequestWatch } from "../watching/request-watch";
import { internalMessage } from "./format-error";
import type { ErrorLog } from "./format-error";

/** Codes of what goes wrong before a request reaches GraphQL. */
const CODES: Readonly<Record<number, string>> = {
  400: "BAD_REQUEST",
  404: "NOT_FOUND",
  405: "METHOD_NOT_ALLOWED",
  408: "REQUEST_TIMEOUT",
  413: "BODY_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
  431: "HEADERS_TOO_LARGE",
  503: "SHUTTING_DOWN",
};

const MESSAGES: Readonly<Record<number, string>> = {
  400: "The request's body is not readable. Send one JSON object with `query`, and `variables` where needed; packed, if at all, as its `content-encoding` says.",
  408: "The request took too long to arrive.",
  415: "Send the request as `content-type: application/json` in UTF-8, packed, if at all, as gzip or deflate.",
  431: "The request's URL and headers are too long. Send the query in the body of a POST.",
  503: "The server is shutting down. Ask again in a moment.",
};

/** The header `retry-after` of whatever is over in a moment: by then a short crowd has gone. */
export const RETRY_AFTER_S = "2";

/** An answer that is an error, in the shape of GraphQL's. */
function errorBody(code: string, message: string, details: object = {}): object {
  return { errors: [{ message, extensions: { code, ...details } }] };
}

/** Every error before and beside GraphQL becomes JSON with a code; nothing of it is cached. */
export function installHttpErrors(app: FastifyInstance, maxBodyKb: number, log: ErrorLog): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendError(error, request, reply, maxBodyKb, log));
  app.setNotFoundHandler((request, reply) => sendNotFound(request, reply));
  app.addHook("onSend", (request, reply, payload, done) => {
    if (reply.statusCode < 400) return void done(null, payload);
    void reply.header("cache-control", "no-store");
    if (!closesConnection(reply)) return void done(null, payload);
    void readOut(request.raw).then(() => done(null, payload));
  });
}

/** By the client's will, or since Fastify gave up the body. */
function closesConnection(reply: FastifyReply): boolean {
  return !reply.raw.shouldKeepAlive || reply.getHeader("connection") === "close";
}

function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply, maxBodyKb: number, log: ErrorLog): void {
  if (error instanceof LimitExceeded || error instanceof DatabaseUnavailable) return sendRefusal(error, reply);
  const status = error.statusCode ?? 500;
  // Of a body that was given up where it could not be unpacked, the rest is still to come.
  if (status === 400 && !request.raw.complete) void reply.header("connection", "close");
  if (status === 413) return void reply.code(413).send(bodyTooLarge(request, maxBodyKb));
  if (status >= 500 && status !== 503) {
    log.error({ id: request.id, err: error }, "Internal error");
    return void reply.code(500).send(errorBody("INTERNAL_SERVER_ERROR", internalMessage(request.id), { id: request.id }));
  }
  void reply.code(status).send(errorBody(CODES[status] ?? "BAD_REQUEST", MESSAGES[status] ?? STATUS_CODES[status] ?? "Bad request."));
}

/** Answers a request whose address cannot be read, before any route is looked for. */
export function answerUnreadable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const message = "The address is not readable: after each % there have to be two digits of a code. Questions go to /graphql.";
  void reply.code(400).header("cache-control", "no-store").send(errorBody("BAD_REQUEST", message));
}

/** Of a request that is sound by itself: it came too often, or at a bad moment. */
function sendRefusal({ code, message, details }: QuothError, reply: FastifyReply): void {
  const status = code === "RATE_LIMITED" ? 429 : 503;
  if (!reply.hasHeader("retry-after")) void reply.header("retry-after", RETRY_AFTER_S);
  void reply.code(status).send(errorBody(code, message, details));
}

function bodyTooLarge(request: FastifyRequest, maxBodyKb: number): object {
  const limit = maxBodyKb * 1024;
  const declared = Number(request.headers["content-length"] ?? 0);
  // Counting stops at the first byte past the limit; a packed body declares its packed size.
  const actual = Math.max(declared, limit + 1);
  const message = `Request body is too large: at least ${String(actual)} bytes, at most ${String(limit)} (QUOTH_MAX_BODY). Ask in several requests.`;
  return errorBody("BODY_TOO_LARGE", message, { limit, actual, setting: "QUOTH_MAX_BODY" });
}

function sendNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split("?", 1)[0];
  if (path !== "/graphql") return void reply.code(404).send(errorBody("NOT_FOUND", "There is nothing here. Questions go to /graphql."));
  void reply.header("allow", "GET, POST");
  void reply
    .code(405)
    .send(errorBody("METHOD_NOT_ALLOWED", "Questions come by POST, or by GET with the header `apollo-require-preflight: 1`."));
}

/** Answers what is not readable as HTTP, or did not arrive in time; Fastify's own answer has no code. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, watch: RequestWatch): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }[error.code ?? ""] ?? 400;
  const code = CODES[status] ?? "BAD_REQUEST";
  const body = JSON.stringify(errorBody(code, MESSAGES[status] ?? "The request is not readable as HTTP."));
  // There is no request to take the note of.
  const note = new RequestNote(requestId({}));
  note.codes = [code];
  watch.end(note, status);
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    "Content-Type: application/json; charset=utf-8",
    "Cache-Control: no-store",
    "Connection: close",
    `${REQUEST_ID}: ${note.id}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

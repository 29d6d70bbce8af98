import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { QuothServer } from "../../../src/http/quoth-server";
import { toyServer } from "../toy-server";

/** What the kernel takes before anybody reads: more than both sides of a local connection hold. */
const LONG = Buffer.alloc(8 * 1024 * 1024, "a");
/** Unpacked, its first pieces are too large; what is packed does not get smaller. */
const PACKED = gzipSync(randomBytes(8 * 1024 * 1024));
/** It begins as what is packed does. */
const BROKEN = Buffer.concat([gzipSync("").subarray(0, 10), Buffer.alloc(8 * 1024 * 1024, 0xff)]);
const ENDLESS = Buffer.alloc(64 * 1024 * 1024, "a");
/** What is sent at a time. */
const PIECE = 64 * 1024;

const JSON_TYPE = "Content-Type: application/json";
const CHUNKED = "Transfer-Encoding: chunked";
const lengthOf = (body: Buffer): string => `Content-Length: ${String(body.length)}`;

describe("a body that is refused before it was read", () => {
  let server: QuothServer;
  let port: number;
  beforeAll(async () => {
    server = await toyServer();
    port = Number(new URL(await server.listen()).port);
  });
  afterAll(() => server.close());

  it.each([
    ["of a declared length", [JSON_TYPE, lengthOf(LONG)], LONG, 413],
    ["of a client that wants the connection closed", [JSON_TYPE, "Connection: close", lengthOf(LONG)], LONG, 413],
    ["in chunks", [JSON_TYPE, CHUNKED], LONG, 413],
    ["packed, in chunks", [JSON_TYPE, "Content-Encoding: gzip", CHUNKED], PACKED, 413],
    ["said to be packed, in chunks", [JSON_TYPE, "Content-Encoding: gzip", CHUNKED], LONG, 400],
    ["packed and broken, in chunks", [JSON_TYPE, "Content-Encoding: gzip", CHUNKED], BROKEN, 400],
    ["packed as nobody unpacks it, and closed", [JSON_TYPE, "Content-Encoding: br", "Connection: close", CHUNKED], LONG, 415],
    ["of the wrong kind, and closed", ["Content-Type: text/plain", "Connection: close", lengthOf(LONG)], LONG, 415],
  ] as const)("%s, is taken to its end, so that its sender sees the answer", async (_name, headers, body, status) => {
    const { answer, error } = await talk(port, headers, body);
    expect([answer.slice(0, 12), error]).toEqual([`HTTP/1.1 ${String(status)}`, null]);
    expect(answer).toMatch(/"code":"(BODY_TOO_LARGE|BAD_REQUEST|UNSUPPORTED_MEDIA_TYPE)"/);
  });

  it("is not taken when it has no end", async () => {
    const { sent } = await talk(port, [JSON_TYPE, lengthOf(ENDLESS)], ENDLESS);
    expect(sent).toBeLessThan(ENDLESS.length / 2);
  });
});

interface Talk {
  readonly answer: string;
  /** Of the connection, such as EPIPE. */
  readonly error: string | null;
  readonly sent: number;
}

/** A client that reads nothing before it has sent everything, as many do. */
async function talk(port: number, headers: readonly string[], body: Buffer): Promise<Talk> {
  const socket = connect(port, "127.0.0.1").pause();
  let error: string | null = null;
  const closed = new Promise<void>((resolve) => void socket.on("close", () => resolve()));
  socket.on("error", (reason: NodeJS.ErrnoException) => (error = reason.code ?? "unknown"));
  socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\n${headers.join("\r\n")}\r\n\r\n`);
  const sent = await sendBody(socket, body, headers.includes(CHUNKED));
  let answer = "";
  socket.on("data", (data) => (answer += String(data))).resume();
  await closed;
  return { answer, error, sent };
}

async function sendBody(socket: Socket, body: Buffer, isChunked: boolean): Promise<number> {
  let sent = 0;
  for (; sent < body.length && socket.writable; sent += PIECE) {
    const piece = body.subarray(sent, sent + PIECE);
    const head = isChunked ? `${piece.length.toString(16)}\r\n` : "";
    if (socket.write(Buffer.concat([Buffer.from(head), piece, Buffer.from(isChunked ? "\r\n" : "")]))) continue;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        socket.off("drain", go).off("close", go);
        resolve();
      };
      socket.on("drain", go).on("close", go);
    });
  }
  if (isChunked && socket.writable) socket.write("0\r\n\r\n");
  return sent;
}

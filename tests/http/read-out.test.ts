import { connect } from "node:net";
import type { Socket } from "node:net";
import type { QuothServer } from "../../src/http/server";
import { toyServer } from "./toy-server";

/** What the kernel takes before anybody reads: more than both sides of a local connection hold. */
const MANY_BYTES = 8 * 1024 * 1024;
const TOO_MANY_BYTES = 64 * 1024 * 1024;

describe("a body that is refused before it was read", () => {
  let server: QuothServer;
  let port: number;
  beforeAll(async () => {
    server = await toyServer();
    port = Number(new URL(await server.listen()).port);
  });
  afterAll(() => server.close());

  it.each([
    ["of a declared length", "", `Content-Length: ${String(MANY_BYTES)}\r\n`],
    ["of a client that wants the connection closed", "Connection: close\r\n", `Content-Length: ${String(MANY_BYTES)}\r\n`],
    ["in chunks", "", "Transfer-Encoding: chunked\r\n"],
    ["of the wrong kind, and closed", "Connection: close\r\n", `Content-Type: text/plain\r\nContent-Length: ${String(MANY_BYTES)}\r\n`],
  ])("%s, is taken to its end, so that its sender sees the answer", async (_name, ...headers) => {
    const { answer, error } = await talk(port, headers.join(""), MANY_BYTES);
    expect([answer.slice(0, 12), error]).toEqual([headers[1]?.includes("text/plain") ? "HTTP/1.1 415" : "HTTP/1.1 413", null]);
    expect(answer).toMatch(/"code":"(BODY_TOO_LARGE|UNSUPPORTED_MEDIA_TYPE)"/);
  });

  it("is not taken when it has no end", async () => {
    const { sent } = await talk(port, `Content-Length: ${String(TOO_MANY_BYTES)}\r\n`, TOO_MANY_BYTES);
    expect(sent).toBeLessThan(TOO_MANY_BYTES / 2);
  });
});

interface Talk {
  readonly answer: string;
  /** Of the connection, such as EPIPE. */
  readonly error: string | null;
  readonly sent: number;
}

/** A client that reads nothing before it has sent everything, as many do. */
async function talk(port: number, headers: string, bytes: number): Promise<Talk> {
  const socket = connect(port, "127.0.0.1").pause();
  let error: string | null = null;
  const closed = new Promise<void>((resolve) => void socket.on("close", () => resolve()));
  socket.on("error", (reason: NodeJS.ErrnoException) => (error = reason.code ?? "unknown"));
  const type = headers.includes("Content-Type") ? "" : "Content-Type: application/json\r\n";
  socket.write(`POST /graphql HTTP/1.1\r\nHost: x\r\n${type}${headers}\r\n`);
  const isChunked = headers.includes("chunked");
  const sent = await sendBody(socket, bytes, isChunked);
  if (isChunked && !socket.destroyed) socket.write("0\r\n\r\n");
  let answer = "";
  socket.on("data", (data) => (answer += String(data))).resume();
  await closed;
  return { answer, error, sent };
}

async function sendBody(socket: Socket, bytes: number, isChunked: boolean): Promise<number> {
  const piece = "a".repeat(64 * 1024);
  const text = isChunked ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece;
  let sent = 0;
  for (; sent < bytes && socket.writable; sent += piece.length) {
    if (socket.write(text)) continue;
    await new Promise<void>((resolve) => void socket.once("drain", resolve).once("close", resolve));
  }
  return sent;
}

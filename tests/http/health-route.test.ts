import { connect } from "node:net";
import { toyServer } from "./toy-server";

describe("/health and /ready", () => {
  it("answer 200 while the database answers, and tell nothing about it", async () => {
    const server = await toyServer();
    await server.listen();
    const answers = await Promise.all(["/health", "/ready"].map(async (url) => (await server.app.inject({ url })).body));
    await server.close();
    expect(answers).toEqual(['{"status":"ok"}', '{"status":"ready"}']);
  });

  it("differ when the database does not answer", async () => {
    const server = await toyServer({}, () => Promise.reject(new Error("away")));
    await server.listen();
    const codes = await Promise.all(["/health", "/ready"].map(async (url) => (await server.app.inject({ url })).statusCode));
    await server.close();
    expect(codes).toEqual([200, 503]);
  });

  it("say that it is not ready within five seconds when the database falls silent, and that it is again", async () => {
    let silent = false;
    const wakeUp: (() => void)[] = [];
    const server = await toyServer({}, async () => (silent ? new Promise<void>((resolve) => wakeUp.push(resolve)) : undefined));
    await server.listen();
    silent = true;
    await untilStatus(server, 503);
    silent = false;
    wakeUp.forEach((resolve) => resolve());
    await untilStatus(server, 200);
    await server.close();
  });
});

describe("closing the server", () => {
  it("lets a request at work finish", async () => {
    const server = await toyServer({ QUOTH_SHUTDOWN_TIMEOUT: "5" });
    const address = await server.listen();
    const answer = fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ wait(ms: 800) }"}',
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.close();
    expect(await (await answer).json()).toEqual({ data: { wait: "done" } });
  });

  it("cuts a request that takes longer than the grace time", async () => {
    const server = await toyServer({ QUOTH_SHUTDOWN_TIMEOUT: "0.3" });
    const address = await server.listen();
    const answer = fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ wait(ms: 5000) }"}',
    });
    const outcome = answer.then(
      () => "answered",
      () => "cut",
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const begin = performance.now();
    await server.close();
    expect([await outcome, performance.now() - begin < 2000]).toEqual(["cut", true]);
  });
});

describe("a client that is slow on purpose", () => {
  it("is cut off when its headers, or its body, never end", async () => {
    const server = await toyServer({ QUOTH_HEADERS_TIMEOUT: "1", QUOTH_REQUEST_TIMEOUT: "1.5" });
    const port = Number(new URL(await server.listen()).port);
    const head = "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    const answers = await Promise.all([head, `${head}Content-Length: 1000\r\n\r\n{`].map(async (text) => everythingFrom(port, text)));
    await server.close();
    expect(answers.map((each) => each.split(" ", 2)[1])).toEqual(["408", "408"]);
  });

  it("gets an answer in JSON when its URL is too long", async () => {
    const server = await toyServer();
    const port = Number(new URL(await server.listen()).port);
    const answer = await everythingFrom(port, `GET /graphql?x=${"a".repeat(65_536)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await server.close();
    expect(answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"HEADERS_TOO_LARGE"/);
  });
});

async function untilStatus(server: Awaited<ReturnType<typeof toyServer>>, status: number): Promise<void> {
  const end = performance.now() + 5000;
  while ((await server.app.inject({ url: "/ready" })).statusCode !== status) {
    if (performance.now() > end) throw new Error(`/ready did not become ${String(status)} within 5 s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function everythingFrom(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(received));
  });
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import type { Script, ScriptedBolt } from "../support/scripted-bolt/scripted-bolt";
import { startScriptedBolt } from "../support/scripted-bolt/scripted-bolt";

const HARBOUR = join(__dirname, "..", "corpora", "harbour-2021");
/** A second is the promise, five more where a connection has to be waited for; starting a process on a busy machine takes its time, too. */
const SOON_MS = 15_000;

jest.setTimeout(60_000);
const folder = mkdtempSync(join(tmpdir(), "quoth-start-"));
const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
const hasCertificate =
  spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=elsewhere", "-keyout", key, "-out", certificate])
    .status === 0;
const servers: Server[] = [];
const sockets = new Set<Socket>();
const bolts: ScriptedBolt[] = [];

beforeAll(ensureBuilt, 240_000);
afterAll(async () => {
  await Promise.all(bolts.map(async (bolt) => bolt.close()));
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function scriptedBolt(script: Script = {}): Promise<ScriptedBolt> {
  const bolt = await startScriptedBolt(script);
  bolts.push(bolt);
  return bolt;
}

async function portOf(server: Server): Promise<string> {
  servers.push(server);
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return String((server.address() as AddressInfo).port);
}

/** The one line that both commands end with, and their exit code. */
async function refusals(settings: Record<string, string>): Promise<{ exitCodes: unknown[]; lines: string[]; ms: number }> {
  const ended = await Promise.all([["serve"], ["seed", HARBOUR]].map(async (words) => quoth(words, { QUOTH_PORT: "0", ...settings })));
  return {
    exitCodes: ended.map(({ exitCode }) => exitCode),
    lines: ended.map(({ stderr }) => stderr.trim()),
    ms: Math.max(...ended.map(({ ms }) => ms)),
  };
}

describe("serve and seed, where the database cannot be used, end with 2 and one line", () => {
  const expectLine = async (settings: Record<string, string>, line: RegExp): Promise<void> => {
    const { exitCodes, lines, ms } = await refusals({ NEO4J_PASSWORD: "not-to-be-shown", ...settings });
    for (const each of lines) expect(each).toMatch(line);
    expect([exitCodes, lines.some((each) => each.includes("\n") || each.includes("not-to-be-shown"))]).toEqual([[2, 2], false]);
    expect(ms).toBeLessThan(SOON_MS);
  };

  it("for an encrypted address of a server without encryption", async () => {
    const bolt = await scriptedBolt();
    await expectLine({ NEO4J_URI: bolt.uri.replace("bolt", "bolt+s") }, /^DATABASE_UNAVAILABLE The encrypted connection .*NEO4J_URI/);
  });

  (hasCertificate ? it : it.skip)("for a certificate that nobody vouches for", async () => {
    const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (socket) =>
      socket.on("error", () => undefined),
    );
    server.on("tlsClientError", () => undefined);
    const port = await portOf(server);
    await expectLine({ NEO4J_URI: `bolt+s://127.0.0.1:${port}` }, /^DATABASE_UNAVAILABLE The encrypted connection .*bolt\+ssc/);
  });

  it("for a web server", async () => {
    const port = await portOf(createHttpServer((_, response) => response.end("hello")));
    await expectLine({ NEO4J_URI: `bolt://127.0.0.1:${port}` }, /^DATABASE_UNAVAILABLE What listens at .* does not speak Bolt.*7687/);
  });

  it("for a server that says nothing", async () => {
    const port = await portOf(createServer((socket) => socket.on("error", () => undefined).unref()));
    await expectLine({ NEO4J_URI: `bolt://127.0.0.1:${port}` }, /^DATABASE_UNAVAILABLE .* does not answer.*NEO4J_URI/);
  });

  it("for a login that has expired", async () => {
    const code = "Neo.ClientError.Security.CredentialsExpired";
    const bolt = await scriptedBolt({ fault: (name) => (name === "HELLO" ? { code } : undefined) });
    await expectLine({ NEO4J_URI: bolt.uri }, /^DATABASE_LOGIN_FAILED .*NEO4J_PASSWORD/);
  });

  it("for a data folder that is a file", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expectLine({ QUOTH_DATA_DIR: file }, /^STORE_UNUSABLE .*\/file .*QUOTH_DATA_DIR/);
  });
});

describe("serve, on a database without constraints", () => {
  it("says so, and how to make them, and starts", async () => {
    const bolt = await scriptedBolt();
    const server = startQuoth(["serve"], { NEO4J_URI: bolt.uri, NEO4J_PASSWORD: "x", QUOTH_PORT: "0" });
    const [said] = await untilSaid(server, /WARNING The database lacks[\s\S]*API\s+http/);
    server.kill("SIGKILL");
    await exitOf(server);
    expect(said).toMatch(/^WARNING .* and \d+ more\. `quoth seed` makes them/);
  });
});

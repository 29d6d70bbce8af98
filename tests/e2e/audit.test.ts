import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";
import { CORPUS as TABLES } from "../support/table-corpus";

const CORPUS = join(__dirname, "..", "corpora", "harbour-2021");
const folder = mkdtempSync(join(tmpdir(), "quoth-audited-"));
const log = join(folder, "audit.log");
const environment = { QUOTH_DATA_DIR: join(folder, "store"), QUOTH_AUDIT_LOG: log };

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface AuditLine {
  readonly files: { readonly count: number; readonly each: readonly { readonly path: string; readonly sha256: string }[] };
  readonly [name: string]: unknown;
}

/** The lines that were written since the last call. */
function newLines(): AuditLine[] {
  const text = existsSync(log) ? readFileSync(log, "utf8") : "";
  rmSync(log, { force: true });
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as AuditLine);
}

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

describe("the audit log", () => {
  it("says who loaded what, when, into which store, from which files, and what changed", async () => {
    const begunAt = new Date().toISOString();
    await quoth(["seed", CORPUS, "--actor", "Night job"], environment);
    const [line, ...more] = newLines();
    expect(more).toEqual([]);
    const changes = { added: expect.any(Number) as number, changed: 0, retracted: 0 };
    expect(line).toMatchObject({
      ...{ level: 30, msg: "load", command: "seed", actor: "Night job", account: userInfo().username, outcome: "done" },
      ...{ engine: "embedded", address: environment.QUOTH_DATA_DIR, from: [CORPUS] },
      corpora: [{ id: "harbour-2021", version: "1.0.0", records: changes, relations: changes }],
    });
    expect([begunAt, line?.["startedAt"], line?.["endedAt"]]).toEqual([begunAt, line?.["startedAt"], line?.["endedAt"]].sort());
    const files = line?.files.each ?? [];
    expect(files.map(({ path }) => hashOf(path))).toEqual(files.map(({ sha256 }) => sha256));
    expect(files.map(({ path }) => path)).toContain(join(CORPUS, "texts", "harbour-article.txt"));
  });

  it("has a line for a load that found nothing to change, and none for a dry run", async () => {
    await quoth(["seed", CORPUS, "--dry-run"], environment);
    await quoth(["seed", CORPUS], environment);
    expect(newLines()).toMatchObject([{ outcome: "nothing changed", actor: userInfo().username }]);
  });

  it("has the files of tables, also where they are known to be those of the last load", async () => {
    const tables = join(folder, "tables");
    mkdirSync(tables);
    for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(tables, name), text);
    await quoth(["seed", tables], environment);
    await quoth(["seed", tables], environment);
    const [first, second] = newLines();
    expect([first?.["outcome"], second?.["outcome"]]).toEqual(["done", "nothing changed"]);
    expect(first?.files.each).toContainEqual({ path: join(tables, "sayings.csv"), sha256: hashOf(join(tables, "sayings.csv")) });
    expect(second?.files).toEqual(first?.files);
  });

  it("has a line for a load that was refused, with the number of its faults", async () => {
    const bad = join(folder, "bad");
    cpSync(CORPUS, bad, { recursive: true });
    writeFileSync(join(bad, "people.yaml"), "somebody:\n  nam: Some Body\n");
    const { stdout } = await quoth(["seed", bad, "--json"], environment);
    const { faults } = JSON.parse(stdout) as { faults: unknown[] };
    expect(newLines()).toMatchObject([{ outcome: "refused", faults: faults.length, corpora: [{ id: "harbour-2021", version: "1.0.0" }] }]);
  });

  it("has a line for an export that is loaded, and for a copy", async () => {
    const file = join(folder, "graph.jsonl.gz");
    const target = { ...environment, QUOTH_DATA_DIR: join(folder, "loaded") };
    await quoth(["export", "--out", file], environment);
    await quoth(["seed", file], target);
    await quoth(["copy", "--to", join(folder, "copied")], environment);
    const [seeded, copied] = newLines();
    expect(seeded).toMatchObject({ command: "seed", outcome: "done", files: { each: [{ path: file, sha256: hashOf(file) }] } });
    expect(copied).toMatchObject({
      ...{ command: "copy", outcome: "done", from: [environment.QUOTH_DATA_DIR], address: join(folder, "copied") },
      ...{ corpora: seeded?.["corpora"], files: { count: 0 } },
    });
  });

  it("has a line for the first fill of an empty store", async () => {
    const server = startQuoth([], { ...environment, QUOTH_DATA_DIR: join(folder, "filled"), QUOTH_PORT: "0" });
    await untilSaid(server, /API/);
    server.kill("SIGTERM");
    await exitOf(server);
    expect(newLines()).toMatchObject([{ command: "serve", outcome: "done", corpora: [{ id: "soleimani-2020" }] }]);
  });

  it("that cannot be written is found before anything is loaded", async () => {
    const nowhere = { QUOTH_DATA_DIR: join(folder, "untouched"), QUOTH_AUDIT_LOG: join(folder, "nowhere", "audit.log") };
    const { exitCode, stderr } = await quoth(["seed", CORPUS], nowhere);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/^CANNOT_RUN QUOTH_AUDIT_LOG: .*ENOENT/)]);
    expect(existsSync(nowhere.QUOTH_DATA_DIR)).toBe(false);
  });

  it("goes to stderr where no file is set and the log is asked for, and nowhere otherwise", async () => {
    const store = { QUOTH_DATA_DIR: environment.QUOTH_DATA_DIR };
    const asked = await quoth(["seed", CORPUS], { ...store, QUOTH_LOG: "info" });
    const quiet = await quoth(["seed", CORPUS], store);
    expect(JSON.parse(asked.stderr)).toMatchObject({ msg: "load", outcome: "nothing changed" });
    expect([quiet.exitCode, quiet.stderr]).toEqual([0, ""]);
  });
});

describe("the audit log of a load that does not come to its end", () => {
  it("has the code of the error, and no password", async () => {
    const neo4j = { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "hunter2-hunter2", QUOTH_SEED_RETRY: "0" };
    await quoth(["seed", CORPUS], { ...environment, ...neo4j });
    const lines = newLines();
    expect(lines).toMatchObject([
      { outcome: "broken off", code: "DATABASE_UNAVAILABLE", engine: "neo4j", address: "bolt://127.0.0.1:1", from: [CORPUS] },
    ]);
    expect(JSON.stringify(lines)).not.toContain("hunter2");
  });

  it("has the signal that ended it, which ends it all the same", async () => {
    // Takes connections and never answers.
    const sockets: Socket[] = [];
    const frozen = createServer((socket) => sockets.push(socket.on("error", () => undefined))).listen(0, "127.0.0.1");
    await new Promise((resolve) => frozen.once("listening", resolve));
    const { port } = frozen.address() as AddressInfo;
    const connected = new Promise((resolve) => frozen.once("connection", resolve));
    const child = startQuoth(["seed", CORPUS], { ...environment, NEO4J_URI: `bolt://127.0.0.1:${String(port)}`, NEO4J_PASSWORD: "x" });
    await connected;
    child.kill("SIGTERM");
    await exitOf(child);
    for (const socket of sockets) socket.destroy();
    frozen.close();
    expect([child.signalCode, newLines()]).toMatchObject(["SIGTERM", [{ outcome: "broken off", code: "SIGTERM" }]]);
  });
});

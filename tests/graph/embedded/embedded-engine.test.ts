import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DatabaseUnavailable,
  QueryTooSlow,
  StatementRefused,
  StoreIncomplete,
  StoreInUse,
  StoreUnusable,
  ValueNotStorable,
} from "../../../src/errors";
import { openEmbeddedEngine } from "../../../src/graph/embedded/embedded-engine";
import { ONTOLOGY } from "../../../src/model/ontology";
import { ensureBuilt } from "../../support/built-cli";

const READ_TIMEOUT_MS = 10_000;
const COUNT = { text: "MATCH (n:Topic) RETURN count(*) AS n", parameters: {} };
const create = (id: string): { text: string; parameters: { p_id: string } } => ({
  text: "CREATE (:Entity:Topic {id: $p_id})",
  parameters: { p_id: id },
});

/** Writes batches of ten topics one after another and says the number of each once it is acknowledged. */
const WRITER = `
const { openEmbeddedEngine } = require(process.argv[1]);
(async () => {
  const engine = await openEmbeddedEngine({ folder: process.argv[2], readTimeoutMs: 10000 });
  for (let batch = 0; ; batch++) {
    const ids = Array.from({ length: 10 }, (_, at) => "topic:b" + batch + "-" + at);
    await engine.write([{ text: "UNWIND $p_ids AS id CREATE (:Entity:Topic {id: id, batch: $p_batch})", parameters: { p_ids: ids, p_batch: batch } }]);
    process.stdout.write(batch + "\\n");
  }
})();`;

describe("the embedded engine", () => {
  const folders: string[] = [];
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), "quoth-embedded-"));
    folders.push(folder);
    return folder;
  };
  const open = (folder?: string) => openEmbeddedEngine({ ...(folder === undefined ? {} : { folder }), readTimeoutMs: READ_TIMEOUT_MS });

  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it("keeps what was written when it is opened again", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await first.write([create("topic:a")]);
    await first.close();
    const second = await open(folder);
    const rows = await second.read(COUNT);
    await second.close();
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("keeps every acknowledged batch whole, and no batch in part, when its process is killed in mid-write", async () => {
    ensureBuilt();
    const folder = newFolder();
    const module = join(__dirname, "../../../dist/graph/embedded/embedded-engine.js");
    const child = spawn(process.execPath, ["-e", WRITER, module, folder], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    await new Promise<void>((resolve) => {
      child.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.split("\n").length > 50) child.kill("SIGKILL");
      });
      child.once("exit", () => resolve());
    });
    const acknowledged = said.trimEnd().split("\n").length;
    const engine = await open(folder);
    const batches = await engine.read({
      text: "MATCH (n:Topic) WITH n.batch AS batch, count(*) AS size RETURN batch, size ORDER BY batch",
      parameters: {},
    });
    await engine.close();
    expect(batches.length).toBeGreaterThanOrEqual(acknowledged);
    expect(batches.every((row, index) => row["batch"] === index && row["size"] === 10)).toBe(true);
  });

  it("keeps nothing of a write of which one statement fails", async () => {
    const engine = await open();
    await engine.ensureSchema(ONTOLOGY);
    await expect(engine.write([create("topic:a"), { text: "THIS IS NO CYPHER", parameters: {} }])).rejects.toBeInstanceOf(StatementRefused);
    const rows = await engine.read(COUNT);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it("says STORE_IN_USE with the folder when the store is open elsewhere", async () => {
    const folder = newFolder();
    const first = await open(folder);
    const second = open(folder);
    await expect(second).rejects.toBeInstanceOf(StoreInUse);
    await expect(second).rejects.toThrow(folder);
    await first.close();
  });

  it("refuses a store that holds less than the last load left in it", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await first.write([create("topic:a"), create("topic:b")]);
    await first.noteLoad({ version: "1", nodes: 2, relations: 0 });
    await first.close();
    const note = join(folder, "last-load.json");
    writeFileSync(note, readFileSync(note, "utf8").replace('"nodes":2', '"nodes":3'));
    await expect(open(folder)).rejects.toBeInstanceOf(StoreIncomplete);
  });

  it("says STORE_UNUSABLE with the file where the note of a load cannot be written", async () => {
    const folder = newFolder();
    const engine = await open(folder);
    mkdirSync(join(folder, "last-load.json.new"));
    const noted = engine.noteLoad({ version: "1", nodes: 0, relations: 0 });
    await expect(noted).rejects.toBeInstanceOf(StoreUnusable);
    await expect(noted).rejects.toThrow(join(folder, "last-load.json"));
    await engine.close();
  });

  it.each(["null", "{}", "no JSON", '{"version":"1","nodes":"2","relations":0}'])(
    "refuses a note of the last load that says %s",
    async (text) => {
      const folder = newFolder();
      await (await open(folder)).close();
      writeFileSync(join(folder, "last-load.json"), text);
      await expect(open(folder)).rejects.toBeInstanceOf(StoreUnusable);
    },
  );

  it("refuses a main file that was cut short", async () => {
    const folder = newFolder();
    const first = await open(folder);
    await first.write(Array.from({ length: 200 }, (_, index) => create(`topic:${String(index)}`)));
    await first.noteLoad({ version: "1", nodes: 200, relations: 0 });
    await first.close();
    truncateSync(join(folder, "graph.db"), 4096);
    await expect(open(folder)).rejects.toThrow(/STORE|store|lost data|folder|refused/);
  });

  it("refuses a data folder that is a file", async () => {
    const file = join(newFolder(), "file");
    writeFileSync(file, "");
    await expect(open(file)).rejects.toBeInstanceOf(StoreUnusable);
  });

  it("refuses questions once it is closed", async () => {
    const engine = await open();
    await engine.close();
    await expect(engine.read(COUNT)).rejects.toBeInstanceOf(DatabaseUnavailable);
  });

  it("gives up a question that takes longer than its time", async () => {
    const engine = await openEmbeddedEngine({ readTimeoutMs: 20 });
    await engine.write([{ text: "UNWIND range(1, 1500) AS i CREATE (:Topic {id: toString(i), n: i})", parameters: {} }]);
    const slow = { text: "MATCH (a:Topic) MATCH (b:Topic) WHERE a.n + b.n = $p_n RETURN count(*) AS n", parameters: { p_n: 1 } };
    await expect(engine.read(slow)).rejects.toBeInstanceOf(QueryTooSlow);
  });

  it("says of a question whose ways outgrow its memory that it is too slow, like Neo4j", async () => {
    const engine = await open();
    await engine.write([
      { text: "UNWIND range(0, 47) AS n CREATE (:Topic {n: n})", parameters: {} },
      // Two a floor, each part of both of the floor above: 2^24 ways.
      {
        text: "MATCH (a:Topic) MATCH (b:Topic) WHERE b.n / 2 = a.n / 2 + 1 CREATE (a)-[:PART_OF]->(b)",
        parameters: {},
      },
    ]);
    const wide = { text: "MATCH (a:Topic {n: 0})-[:PART_OF*0..]->(b:Topic) RETURN a.n + b.n AS n", parameters: {} };
    await expect(engine.read(wide)).rejects.toBeInstanceOf(QueryTooSlow);
    await engine.close();
  });

  it("is not well while all that it does is what was given up on, and is again afterwards", async () => {
    const engine = await openEmbeddedEngine({ readTimeoutMs: 100 });
    await engine.write([{ text: "UNWIND range(1, 2500) AS n CREATE (:Topic {n: n})", parameters: {} }]);
    const slow = { text: "MATCH (a:Topic) MATCH (b:Topic) WHERE a.n + b.n = $p_n RETURN count(*) AS n", parameters: { p_n: 1 } };
    await engine.health();
    const asked = Array.from({ length: engine.load().atOnce }, async () => engine.read(slow));
    await Promise.allSettled(asked);
    await expect(engine.health()).rejects.toBeInstanceOf(DatabaseUnavailable);
    while (engine.load().atWork > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(engine.health()).resolves.toMatchObject({ engine: "embedded" });
    await engine.close();
  });

  it("refuses a value that it would store without a word", async () => {
    const engine = await open();
    await expect(engine.write([create("topic:\ud800")])).rejects.toBeInstanceOf(ValueNotStorable);
  });

  it("names what of the schema is missing, and nothing once it is there", async () => {
    const engine = await open();
    const before = await engine.missingSchema(ONTOLOGY);
    await engine.ensureSchema(ONTOLOGY);
    const after = await engine.missingSchema(ONTOLOGY);
    expect([before.constraints, before.indexes]).toEqual([
      expect.arrayContaining(["quoth_statement_id"]),
      expect.arrayContaining(["quoth_statement_id_index", "quoth_statement_search"]),
    ]);
    expect(after).toEqual({ constraints: [], indexes: [] });
  });

  it("says which engine and version it is, and where", async () => {
    const engine = await open();
    expect(await engine.health()).toEqual({
      engine: "embedded",
      version: expect.stringMatching(/^Grafeo \d/) as string,
      address: "in memory",
    });
  });
});

import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ChunkStore, storeChunks } from "../../../src/seeding/draft/chunk-store";
import type { DraftChunk } from "../../../src/seeding/draft/draft";
import { collectChunks } from "../support/collect-chunks";

const folder = mkdtempSync(path.join(tmpdir(), "quoth-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function record(index: number): DraftChunk {
  const id = `statement:many/s${index}`;
  return {
    nodes: [{ label: "Statement", id, properties: { text: `Ünmöglich “${index}” 🦭`, saidAt: "2020-01-01" } }],
    relations: [
      { type: "ATTRIBUTED_TO", from: id, to: "person:ann", key: "many", properties: { probability: index / 7, reportIds: ["a", "b"] } },
    ],
  };
}

function filled(records: number, memoryWeight: number): ChunkStore {
  const store = new ChunkStore({ memoryWeight, folder });
  for (let index = 0; index < records; index++) store.add(record(index));
  store.seal();
  return store;
}

async function sizes(store: ChunkStore): Promise<number[]> {
  const found: number[] = [];
  for await (const { nodes } of store.chunks()) found.push(nodes.length);
  return found;
}

describe("ChunkStore", () => {
  it.each([1_000_000, 5000, 0])(
    "gives back what it was given, in order and every time, with room for %d in memory",
    async (memoryWeight) => {
      const store = filled(9000, memoryWeight);
      const records = Array.from({ length: 9000 }, (_, index) => record(index));
      const expected = { nodes: records.flatMap(({ nodes }) => nodes), relations: records.flatMap(({ relations }) => relations) };
      expect(await collectChunks(store)).toEqual(expected);
      expect(await collectChunks(store)).toEqual(expected);
      store.dispose();
    },
  );

  it("makes chunks of some thousand records, and smaller ones of long texts", async () => {
    const store = new ChunkStore({ folder });
    for (let index = 0; index < 5000; index++) store.add(record(index));
    for (let index = 0; index < 4; index++) {
      store.add({
        nodes: [{ label: "Document", id: `document:many/d${index}`, properties: { text: "x".repeat(2_000_000) } }],
        relations: [],
      });
    }
    store.seal();
    expect(await sizes(store)).toEqual([2000, 2000, 1001, 1, 1, 1]);
    store.dispose();
  });

  it("has the same content hash wherever the records are kept, and another one when a value differs", () => {
    const [inMemory, onDisk, longer] = [filled(6000, 1_000_000), filled(6000, 0), filled(6001, 0)];
    expect(onDisk.contentHash).toBe(inMemory.contentHash);
    expect(longer.contentHash).not.toBe(inMemory.contentHash);
    for (const store of [inMemory, onDisk, longer]) store.dispose();
  });

  it("counts what it holds", () => {
    const store = filled(3, 0);
    const { kinds, ...counts } = store.counts;
    expect(counts).toEqual({ statements: 3, reports: 0, documents: 0, entities: 0, records: 3, relations: 3 });
    expect(kinds).toEqual({ Statement: 3 });
    store.dispose();
  });

  it("leaves no file behind, not even while it is in use", async () => {
    const store = filled(9000, 0);
    expect(await sizes(store)).toEqual([2000, 2000, 2000, 2000, 1000]);
    if (process.platform !== "win32") expect(readdirSync(folder)).toEqual([]);
    store.dispose();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("names the folder that it cannot write to", () => {
    const missing = path.join(folder, "missing");
    const store = new ChunkStore({ memoryWeight: 0, folder: missing });
    store.add(record(0));
    expect(() => store.seal()).toThrow(`${missing}: no temporary file can be written there`);
    expect(existsSync(missing)).toBe(false);
  });
});

describe("storeChunks", () => {
  it("keeps the relations that begin at one node together with it, and those of other corpora's entities at the end", async () => {
    const store = new ChunkStore({ folder });
    const nodes = ["a", "b"].map((slug) => ({ label: "Person", id: `person:${slug}`, properties: { name: slug } }));
    const link = (from: string, key: string): DraftChunk["relations"][number] => ({
      type: "RELATED_TO",
      from,
      to: "person:z",
      key,
      properties: { label: "of" },
    });
    storeChunks(nodes, [link("person:b", "1"), link("person:x", "2"), link("person:a", "3"), link("person:b", "4")], store);
    store.seal();
    expect((await collectChunks(store)).relations.map(({ from, key }) => [from, key])).toEqual([
      ["person:a", "3"],
      ["person:b", "1"],
      ["person:b", "4"],
      ["person:x", "2"],
    ]);
    store.dispose();
  });
});

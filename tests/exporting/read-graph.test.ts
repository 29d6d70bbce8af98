import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { readGraph } from "../../src/exporting/read-graph";
import type { EndLine, GraphLine } from "../../src/seeding/graph-file/graph-line";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import type { CorpusFiles } from "../seeding/support/corpus-folder";
import { corpusFolder, removeCorpusFolders, TINY } from "../seeding/support/corpus-folder";
import { TOWN, TOWN_2 } from "../seeding/support/town-corpus";
import { QUICK_SEED } from "../support/quick-seed";

afterAll(removeCorpusFolders);

/** Refers to the town's Ann, and says something about her. */
const GUEST: CorpusFiles = {
  "corpus.yaml": TINY["corpus.yaml"] ?? "",
  "people.yaml": "zoe:\n  name: Zoe\n",
  "relations.yaml": "friends:\n  from: person:ann\n  to: zoe\n  label: friend of\n",
};

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openEmbeddedEngine({ readTimeoutMs: 10_000, shuffleUnordered: true });
  await engine.ensureSchema(ONTOLOGY);
});
afterEach(() => engine.close());

async function seed(...corpora: CorpusFiles[]): Promise<void> {
  const options = { ...QUICK_SEED, now: () => new Date("2026-01-01T00:00:00Z") };
  expect((await runSeed(corpora.map(corpusFolder), engine, options)).faults).toEqual([]);
}

async function linesOf(datasets: readonly string[] = []): Promise<GraphLine[]> {
  const lines: GraphLine[] = [];
  for await (const line of readGraph(engine, { datasets })) lines.push(line);
  return lines;
}

async function failure(datasets: readonly string[] = []): Promise<string> {
  try {
    await linesOf(datasets);
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("readGraph", () => {
  it("gives own properties alone, and the relations that begin at a record in its line", async () => {
    await seed(TOWN);
    const line = (await linesOf()).find((each) => each.is === "record" && each.id === "person:ann");
    expect(line).toEqual({
      is: "record",
      dataset: "dataset:town",
      id: "person:ann",
      recordedAt: "2026-01-01T00:00:00.000Z",
      properties: { name: "Ann Grey", aliases: ["Ann", "Änne"], description: "Mayor." },
      relations: [
        expect.objectContaining({ type: "HELD", to: "position:town/ann.mayor", properties: { documentIds: ["document:town/article"] } }),
        expect.objectContaining({ type: "INVOLVED_IN", to: "event:closing", properties: { role: "ordered it" } }),
        expect.objectContaining({ type: "OWNS", to: "account:ann-posts" }),
        expect.objectContaining({ type: "RELATED_TO", to: "person:ben", properties: { label: "friend of", startedAt: "2001" } }),
      ] as unknown,
    });
  });

  it("gives what a dataset says of another's record in a line of its own", async () => {
    await seed(TOWN, GUEST);
    expect((await linesOf(["tiny"])).filter(({ is }) => is === "relations")).toEqual([
      {
        is: "relations",
        dataset: "dataset:tiny",
        from: "person:ann",
        relations: [{ type: "RELATED_TO", to: "person:zoe", key: "tiny/friends", properties: { label: "friend of" } }],
      },
    ]);
  });

  it("ends with the counts and the hash of each dataset, whichever of them are asked for", async () => {
    await seed(TOWN, GUEST);
    await seed(TOWN_2);
    const all = (await linesOf()).at(-1) as EndLine;
    const one = (await linesOf(["dataset:town"])).at(-1) as EndLine;
    const [town, tiny] = [await graphHash(engine, "town"), await graphHash(engine, "tiny")];
    expect(all.hashes).toEqual({ "dataset:tiny": tiny.hash, "dataset:town": town.hash });
    expect(one).toEqual({ is: "end", records: town.nodes - 1, relations: town.relations, hashes: { "dataset:town": town.hash } });
  });

  it("of an empty graph is a head and an end", async () => {
    expect((await linesOf()).map(({ is }) => is)).toEqual(["graph", "end"]);
  });

  it("refuses a dataset that is not there, and names those that are", async () => {
    await seed(TOWN);
    expect(await failure(["twon"])).toMatch(/no dataset "twon", did you mean "town"\?/);
  });

  it("refuses a graph in which a load was broken off", async () => {
    await seed(TOWN);
    await engine.write([{ text: "MATCH (d:Dataset) SET d.loading = true", parameters: {} }]);
    expect(await failure()).toMatch(/dataset:town was broken off.*Seed it again/);
  });

  it("refuses a graph with records of a dataset that is gone, since they would be lost", async () => {
    await seed(TOWN, GUEST);
    await engine.write([{ text: "MATCH (d:Dataset {id: 'dataset:tiny'}) DELETE d", parameters: {} }]);
    expect(await failure()).toMatch(/belongs to dataset:tiny, of which the graph has no Dataset node/);
    expect(await failure(["town"])).toBe("");
  });

  it("refuses a graph with a record that no corpus brought", async () => {
    await seed(TOWN);
    await engine.write([{ text: "CREATE (:Entity:Person {id: 'person:by-hand', name: 'By Hand'})", parameters: {} }]);
    expect(await failure()).toMatch(
      /person:by-hand belongs to no dataset, since no corpus brought it, and would be lost\. Take it out of the graph, or name/,
    );
    expect(await failure(["town"])).toBe("");
  });

  it("ends with an error when a load changes the graph while it is read", async () => {
    await seed(TOWN);
    const lines = readGraph(engine, { datasets: [] });
    await lines.next();
    await seed(TOWN_2);
    const rest = async (): Promise<void> => {
      for await (const _ of lines);
    };
    await expect(rest()).rejects.toThrow(/A load changed the graph while it was read/);
  });
});

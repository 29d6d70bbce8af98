import { readDatasets } from "../../src/commands/read-datasets";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";

describe("readDatasets", () => {
  it("gives those that lack all but their id in figures, too", async () => {
    const engine = await openEmbeddedEngine({ readTimeoutMs: 10_000 });
    const [whole, bare] = [
      "MERGE (d:Dataset {id: 'dataset:a'}) SET d.name = 'A', d.version = '2', d.statements = 3, d.entities = 4, d.documents = 5",
      "MERGE (d:Dataset {id: 'dataset:b'}) SET d.loading = true",
    ];
    await engine.write([whole, bare].map((text) => ({ text, parameters: {} })));
    const datasets = await readDatasets(engine);
    await engine.close();
    expect(datasets).toEqual([
      { id: "dataset:a", name: "A", version: "2", statements: 3, entities: 4, documents: 5, isLoading: false },
      { id: "dataset:b", name: "dataset:b", version: "", statements: 0, entities: 0, documents: 0, isLoading: true },
    ]);
  });
});

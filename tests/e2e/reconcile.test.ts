import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { mapping, TABLES } from "../seeding/support/check-tables";
import { ensureBuilt, quoth } from "../support/built-cli";
import { CORPUS } from "../support/table-corpus";

const data = mkdtempSync(join(tmpdir(), "quoth-reconcile-"));
const store = join(data, "store");
const environment = { QUOTH_DATA_DIR: store };
/** Names somebody who may be the Ada Novak of the corpus that is loaded. */
const other = corpusFolder({
  "corpus.yaml": TABLES,
  "mapping.yaml": mapping(["speaker: { name: <speaker> }"]),
  "said.csv": "id,text,speaker\n1,Words,Ada Mary Novak\n2,More,Ben Moor\n3,Yet more,Benn Moor\n",
});

jest.setTimeout(60_000);
beforeAll(() => ensureBuilt(), 240_000);
afterAll(() => {
  removeCorpusFolders();
  rmSync(data, { recursive: true, force: true });
});

describe("quoth reconcile", () => {
  it("says that nothing is loaded, and proposes what the corpus alone gives", async () => {
    const { exitCode, stdout, stderr } = await quoth(["reconcile", other], environment);
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining("Nothing is loaded yet")]);
    expect(stdout).toContain("person:ben-moor: [person:benn-moor]");
    expect(stdout).not.toContain("names:");
  });

  it("lists the names that may mean somebody who is loaded already", async () => {
    const loaded = corpusFolder({ ...CORPUS, "sayings.csv": "id,said,who\n1,The bridge opens.,ada-novak\n" });
    expect((await quoth(["seed", loaded], environment)).exitCode).toBe(0);
    const { exitCode, stdout } = await quoth(["reconcile", other], environment);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      '# names:\n  # "Ada Mary Novak" (once) may be person:ada-novak (50 %)\n  # "Ada Mary Novak": person:ada-novak',
    );
  });

  it("goes on without the graph where another process has the store, and says so", async () => {
    const engine = await openEmbeddedEngine({ folder: store, readTimeoutMs: 10_000 });
    try {
      const { exitCode, stdout, stderr } = await quoth(["reconcile", other], environment);
      expect([exitCode, stderr]).toEqual([
        0,
        expect.stringMatching(/WARNING Names are compared within the corpus only.*another process/is),
      ]);
      expect(stdout).toContain("person:ben-moor: [person:benn-moor]");
    } finally {
      await engine.close();
    }
  });
});

import { createHash } from "node:crypto";
import path from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { seedGraphFile } from "../../src/seeding/graph-file/seed-graph";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { exportLines, graphFile, removeGraphFiles } from "../exporting/graph-lines";
import { describeOnEngines } from "../support/engines";
import { nextMinute } from "../support/next-minute";
import { QUICK_SEED } from "../support/quick-seed";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";
import { nodeById } from "./support/graph-dump";

jest.setTimeout(120_000);
afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

const TEXT = "Ann said: The quay is closed";
const SPANS = "      spans:\n        content: [{ start: 10, end: 28 }]\n";
const HASH = `  textHash: ${hashOf(TEXT)}\n`;
const OTHER_HASH = `  textHash: ${hashOf("The quay is closed, said Ann")}\n`;
const CHECKED = "  textCheckedAt: 2026-01-01\n";

function hashOf(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

describeOnEngines("a span that was verified once", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  async function load(document: string, given?: "given"): Promise<SeedSummary> {
    const statements = `${String(TINY["statements.yaml"])}${SPANS}`;
    const documents = `${String(TINY["documents.yaml"])}${document}`;
    const folder = corpusFolder({ ...TINY, "statements.yaml": statements, "documents.yaml": documents, "doc.txt": TEXT });
    const texts = new Map(given === undefined ? [] : [["doc-a", path.join(folder, "doc.txt")]]);
    const summary = await runSeed([folder], engine, { ...QUICK_SEED, texts, now: nextMinute });
    expect(summary.faults).toEqual([]);
    return summary;
  }
  const verified = async (): Promise<unknown> => (await nodeById(engine, "span:tiny/s1.doc-a.content-0"))["verified"];

  it.each([
    ["its makers no longer say that they checked it", HASH],
    ["its document has another edition of the text", OTHER_HASH],
    ["nothing is said of its text any more", ""],
  ])("is not when %s", async (_name, document) => {
    await load(HASH + CHECKED);
    expect(await verified()).toBe(true);
    await load(document);
    expect(await verified()).toBe(false);
    expect(await load(document)).toMatchObject({ changed: false });
  });

  it("is not when it was compared with a given text, and the document wants another one since", async () => {
    await load(HASH, "given");
    await load(OTHER_HASH);
    expect(await verified()).toBe(false);
  });

  it("stays so without the text that was given, as long as the document wants no other one", async () => {
    await load("", "given");
    expect(await load(HASH)).toMatchObject({ corpora: [{ updated: 1 }] });
    expect(await verified()).toBe(true);
  });

  it("stays so on a given text's account when its makers' word is gone", async () => {
    await load(HASH + CHECKED);
    await load(HASH + CHECKED, "given");
    await load(HASH);
    expect(await verified()).toBe(true);
  });

  it("is what an export says of it, so that the graphs are the same", async () => {
    await load(HASH);
    const file = graphFile(await exportLines(engine));
    await load(HASH, "given");
    expect(await seedGraphFile(file, engine, { ...QUICK_SEED, now: nextMinute })).toMatchObject({
      changed: true,
      hashes: { differing: [] },
    });
    expect(await verified()).toBe(false);
  });

  it("has the same hash in a graph that it was exported to", async () => {
    await load(HASH, "given");
    const file = graphFile(await exportLines(engine));
    await load(HASH);
    expect(await seedGraphFile(file, engine, { ...QUICK_SEED, now: nextMinute })).toMatchObject({ hashes: { differing: [] } });
    const other = await testEngine.open();
    expect(await seedGraphFile(file, other, { ...QUICK_SEED, now: nextMinute })).toMatchObject({ hashes: { differing: [] } });
    await other.close();
  });
});

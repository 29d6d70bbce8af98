import type { GraphEngine } from "../../../src/graph/engine";
import { checkCorpora } from "../../../src/seeding/check-corpus";
import { seedGraphFile } from "../../../src/seeding/graph-file/seed-graph";
import type { Fault } from "../../../src/seeding/faults/fault";
import { runSeed } from "../../../src/seeding/run-seed";
import { exportLines, graphFile, removeGraphFiles } from "../../exporting/graph-lines";
import { describeOnEngines } from "../../support/engines";
import { nextMinute } from "../../support/next-minute";
import { QUICK_SEED } from "../../support/quick-seed";
import type { CorpusFiles } from "../support/corpus-folder";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { seed } from "../support/seed";

jest.setTimeout(120_000);
afterAll(() => {
  removeCorpusFolders();
  removeGraphFiles();
});

/** A corpus with places, each with what it is part of. */
function corpus(id: string, places: Readonly<Record<string, string>>, more: CorpusFiles = {}): CorpusFiles {
  const records = Object.entries(places).map(([slug, whole]) => `${slug}:\n  name: ${slug}\n${whole && `  partOf: [${whole}]\n`}`);
  return { "corpus.yaml": `id: ${id}\ntitle: ${id}\nversion: '1'\n`, "places.yaml": records.join(""), ...more };
}

const CITY = corpus("a", { city: "county", county: "place:country" });
const COUNTRY = corpus("b", { country: "place:city" });
const WHOLE_COUNTRY = corpus("b", { country: "" });

function told(faults: readonly Fault[]): string[] {
  return faults.map(({ line, column, code, message }) => `${String(line)}:${String(column)} ${code} ${message}`);
}

const CIRCLE = "SEED_CYCLE each is part of the next, in a circle over several corpora";

it("places of two corpora that are parts of each other are a fault without a graph, too", async () => {
  const { faults, corpora } = await checkCorpora([corpusFolder(CITY), corpusFolder(COUNTRY)], { texts: new Map() });
  for (const each of corpora) each.dispose();
  expect(told(faults)).toEqual([`3:12 ${CIRCLE}: city → county → country → city; take out one "partOf"`]);
});

describeOnEngines("places that are parts of each other by way of a corpus in the graph", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  const load = async (...corpora: CorpusFiles[]): Promise<string[]> => told((await seed(engine, ...corpora)).faults);

  it("are a fault, and the graph stays as it was", async () => {
    expect(await load(WHOLE_COUNTRY, CITY)).toEqual([]);
    expect(await load(COUNTRY)).toEqual([`3:12 ${CIRCLE}: country → city → county → country; take out one "partOf"`]);
    expect(await load(WHOLE_COUNTRY)).toEqual([]);
  });

  it("are none once the other corpus says so no more, in the same call or before", async () => {
    await load(WHOLE_COUNTRY, CITY);
    const free = corpus("a", { city: "county", county: "" });
    expect(await load(free, COUNTRY)).toEqual([]);
    expect(await load(CITY)).toHaveLength(1);
  });

  it("are a fault where a third corpus relates what others define", async () => {
    await load(WHOLE_COUNTRY, CITY);
    const relation = "r:\n  from: place:country\n  to: place:city\n  type: PART_OF\n";
    expect(await load(corpus("c", { else: "" }, { "relations.yaml": relation }))).toEqual([expect.stringContaining(`1:1 ${CIRCLE}`)]);
  });

  it("are a fault of an export, too", async () => {
    await load(corpus("a", { city: "", county: "" }), COUNTRY);
    const file = graphFile(await exportLines(engine, ["dataset:b"]));
    const other = await testEngine.open();
    await runSeed([corpusFolder(WHOLE_COUNTRY), corpusFolder(CITY)], other, { ...QUICK_SEED, now: nextMinute });
    const { faults } = await seedGraphFile(file, other, { ...QUICK_SEED, now: nextMinute });
    expect(told(faults)).toEqual([expect.stringContaining(CIRCLE)]);
    await other.close();
  });
});

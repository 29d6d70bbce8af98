import { checkCorpora } from "../../../src/seeding/check-corpus";
import { runSeed } from "../../../src/seeding/run-seed";
import { QUICK_SEED } from "../../support/quick-seed";
import { checkTables, mapping, TABLES } from "../support/check-tables";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { openGraph } from "../support/load-tables";

afterAll(removeCorpusFolders);

const SAME = "same:\n  person:ann-lee:\n    - person:anne-lee\n";
const PEOPLE = "ann-lee:\n  name: Ann Lee\nanne-lee:\n  name: Anne Lee\n";

async function checkFolders(...folders: readonly string[]): Promise<string[]> {
  const { faults, corpora } = await checkCorpora(folders, { texts: new Map() });
  for (const corpus of corpora) corpus.dispose();
  return faults.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}

describe("an id that is given up", () => {
  it("may not be defined in a file of a corpus without tables: both would stay", async () => {
    const folder = corpusFolder({ "corpus.yaml": TABLES, "people.yaml": PEOPLE, "entities.yaml": SAME });
    expect(await checkFolders(folder)).toEqual([
      expect.stringMatching(/^3:7 SEED_OWNED person:anne-lee is given up here, and .*people\.yaml:3 defines it; take that record out/),
    ]);
  });

  it("may not be defined in a file beside the tables", async () => {
    const files = { "mapping.yaml": mapping(["speaker: { name: <speaker> }"]), "said.csv": "id,text,speaker\n1,Words,Ann Lee\n" };
    const { faults } = await checkTables({ ...files, "people.yaml": PEOPLE, "entities.yaml": SAME });
    expect(faults).toEqual(["entities.yaml:3:7 OWNED"]);
  });

  it("may not be that of another corpus's thing", async () => {
    const other = corpusFolder({ "corpus.yaml": TABLES.replaceAll("tables", "other"), "people.yaml": "anne-lee:\n  name: Anne Lee\n" });
    const own = corpusFolder({ "corpus.yaml": TABLES, "people.yaml": "ann-lee:\n  name: Ann Lee\n", "entities.yaml": SAME });
    expect(await checkFolders(other, own)).toEqual([
      expect.stringMatching(/^3:7 SEED_OWNED person:anne-lee is given up here, and another corpus defines it/),
    ]);
    expect(await checkFolders(own, other)).toEqual([
      '3:7 SEED_OWNED person:anne-lee is given up here, and the corpus "other" defines it; take one of the two out',
    ]);
  });

  it("may not be given up twice, for two others", async () => {
    const own = { "corpus.yaml": TABLES, "people.yaml": "ann-lee:\n  name: Ann Lee\n", "entities.yaml": SAME };
    const other = {
      "corpus.yaml": TABLES.replaceAll("tables", "other"),
      "people.yaml": "lea-ann:\n  name: Lea Ann\n",
      "entities.yaml": SAME.replace("ann-lee", "lea-ann"),
    };
    const [first, second] = [corpusFolder(own), corpusFolder(other)];
    const wanted = "person:anne-lee is given up in dataset:tables already; decide in one of the two what stands for it";
    expect(await checkFolders(first, second)).toEqual([`3:7 SEED_OWNED ${wanted}`]);

    const engine = await openGraph();
    const seed = async (folder: string): Promise<string[]> => {
      const { faults } = await runSeed([folder], engine, { ...QUICK_SEED, now: () => new Date() });
      return faults.map(({ code, message }) => `${code} ${message}`);
    };
    expect([await seed(first), await seed(second)]).toEqual([[], [`SEED_OWNED ${wanted}`]]);
    await engine.close();
  });

  it("may be nowhere", async () => {
    const folder = corpusFolder({ "corpus.yaml": TABLES, "people.yaml": "ann-lee:\n  name: Ann Lee\n", "entities.yaml": SAME });
    expect(await checkFolders(folder)).toEqual([]);
  });
});

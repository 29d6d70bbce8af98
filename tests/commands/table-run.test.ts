import { existsSync } from "node:fs";
import path from "node:path";
import { TableRun } from "../../src/commands/table-run";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { mapping, TABLES } from "../seeding/support/check-tables";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";

const start = process.cwd();
afterEach(() => {
  process.chdir(start);
  jest.restoreAllMocks();
});
afterAll(removeCorpusFolders);

describe("rejected rows", () => {
  it("go to the folder that is named as the corpus's, wherever the command is given", async () => {
    jest.spyOn(process.stderr, "write").mockReturnValue(true);
    const rejects = corpusFolder({ "keep.txt": "" });
    const folder = corpusFolder({
      "corpus.yaml": TABLES,
      "mapping.yaml": mapping(["saidAt: <day>"]),
      "said.csv": "id,text,day\n1,a,never\n2,b,2024-01-01\n",
    });
    process.chdir(folder);
    const run = new TableRun({ data: [], skipBad: rejects });
    const { corpora } = await checkCorpora(["."], { texts: new Map(), tables: (each) => run.optionsFor(each) });
    for (const corpus of corpora) corpus.dispose();
    await run.close(true);
    expect(existsSync(path.join(rejects, path.basename(folder), "said.csv"))).toBe(true);
  });
});

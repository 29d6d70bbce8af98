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
    const run = new TableRun({ data: [], skipBad: rejects }, ["."]);
    const { corpora } = await checkCorpora(["."], { texts: new Map(), tables: (each) => run.optionsFor(each) });
    for (const corpus of corpora) corpus.dispose();
    await run.close(true);
    expect(existsSync(path.join(rejects, path.basename(folder), "said.csv"))).toBe(true);
  });
});

describe("--data", () => {
  const [liar, other, tables] = [corpusFolder({}), corpusFolder({}), corpusFolder({})];
  const dataOf = (data: readonly string[], corpus: string): string | undefined =>
    new TableRun({ data }, [liar, other]).optionsFor(corpus).dataFolder;

  it("names a corpus by its folder, however that is written, or by the last part of it", () => {
    const relative = path.relative(start, liar);
    for (const name of [liar, `${liar}/`, relative, `./${relative}/.`, path.basename(liar)])
      expect([name, dataOf([`${name}=${tables}`], liar), dataOf([`${name}=${tables}`], other)]).toEqual([name, tables, undefined]);
  });

  it("is for all others without one", () => {
    expect([dataOf([tables, `${liar}=${other}`], liar), dataOf([tables, `${liar}=${other}`], other)]).toEqual([other, tables]);
  });

  it("is a folder whose name has a sign of equality", () => {
    const odd = path.join(corpusFolder({ "a=b/t.csv": "" }), "a=b");
    expect(dataOf([odd], liar)).toBe(odd);
  });

  it.each([
    [
      "a corpus that is not given",
      () => [`nonsense=${tables}`],
      /"nonsense" is no corpus that is given \(.*\)\. Name the corpus by its folder/,
    ],
    ["no folder", () => ["/nowhere"], /no folder\. Name the folder that holds the tables/],
    ["two folders for all", () => [tables, other], /several folders for all corpora/],
  ])("is refused for %s", (_, data, message) => {
    expect(() => dataOf(data(), liar)).toThrow(message);
  });
});

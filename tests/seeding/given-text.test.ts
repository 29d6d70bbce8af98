import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { TABLES } from "./support/check-tables";
import { corpusFolder, removeCorpusFolders } from "./support/corpus-folder";

afterAll(removeCorpusFolders);

async function check(document: string, given: string): Promise<string[]> {
  const folder = corpusFolder({
    "corpus.yaml": TABLES,
    "documents.yaml": `note:\n  title: A note\n  genre: NEWS\n${document}`,
    "own.txt": "The words.",
    "given.txt": given,
  });
  const { faults, corpora } = await checkCorpora([folder], { texts: new Map([["note", path.join(folder, "given.txt")]]) });
  for (const corpus of corpora) corpus.dispose();
  return faults.map(({ line, code }) => `${line} ${code}`);
}

describe("a text that is given for a document", () => {
  it.each(["  textFile: own.txt\n", '  text: "The words."\n'])("is refused where the document brings another: %j", async (document) => {
    expect(await check(document, "Other words.")).toEqual(["1 SEED_DUPLICATE_KEY"]);
  });

  it.each(["  textFile: own.txt\n", ""])("is taken where it is the same, or the only one: %j", async (document) => {
    expect(await check(document, "The words.")).toEqual([]);
  });
});

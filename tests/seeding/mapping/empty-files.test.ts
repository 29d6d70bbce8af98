import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";
import type { CorpusFiles } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const TABLE = mapping().replace("said.csv", '"*.{csv,jsonl}"');
const check = (files: CorpusFiles): ReturnType<typeof checkTables> => checkTables({ "mapping.yaml": TABLE, ...files });
const ROWS = "id,text\n1,One\n";

describe("a file of a table", () => {
  it.each<[string, string, string]>([
    ["of no byte", "b.csv", ""],
    ["of a header alone", "b.csv", "id,text\n"],
    ["of empty lines", "b.jsonl", "\n\n"],
  ])("%s is noted where others have rows", async (_name, file, content) => {
    const { faults, notes, noteMessages, says } = await check({ "a.csv": ROWS, [file]: content });
    expect([faults, notes, says.length]).toEqual([[], [`${file}:1:1 NO_ROWS`], 1]);
    expect(noteMessages).toBe("the file has no row; look whether it is whole: what it said before is taken back");
  });

  it("is noted once, with the number of the others", async () => {
    const { notes, noteMessages } = await check({ "a.csv": ROWS, "b.csv": "", "c.csv": "", "d.csv": "id,text\n" });
    expect([notes, noteMessages]).toEqual([
      ["b.csv:1:1 NO_ROWS"],
      expect.stringContaining('no row, nor have others of the table "said" (2);'),
    ]);
  });

  it("is not noted where a fault says why it has no row, or where no file has any", async () => {
    const bad = await check({ "a.csv": ROWS, "b.csv": "id,text\n1\n" });
    expect([bad.faults, bad.notes]).toEqual([["b.csv:2:1 CELL_COUNT"], []]);
    const empty = await check({ "a.csv": "", "b.csv": "id,text\n" });
    expect([empty.faults, empty.notes]).toEqual([["mapping.yaml:2:3 EMPTY"], []]);
  });
});

import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { ownCells } from "../support/parse-pieces";
import { makeXlsx, makeZip } from "../support/make-xlsx";
import { readAll } from "../support/read-all";

afterAll(removeCorpusFolders);

const HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>';
const read = (rows: string, strings?: string, sheet?: string): ReturnType<typeof readAll> =>
  readAll({ folder: corpusFolder({ "a.xlsx": makeXlsx(HEAD + rows, strings) }), files: ["a.xlsx"], ...(sheet && { sheet }) });
const value = async (cell: string): Promise<unknown> =>
  (await read(`<row r="2"><c r="A2" t="str"><v>x</v></c>${cell}</row>`)).rows[0]?.cells.value;

describe("a workbook", () => {
  it.each([
    ["a whole number", '<c r="B2"><v>1946.0</v></c>', "1946"],
    ["a long number", '<c r="B2"><v>0.30000000000000004</v></c>', "0.3"],
    ["a day", '<c r="B2" s="1"><v>43833</v></c>', "2020-01-03"],
    ["a day and time", '<c r="B2" s="2"><v>43833.354166666664</v></c>', "2020-01-03T08:30:00"],
    ["a day before the leap day that never was", '<c r="B2" s="1"><v>1</v></c>', "1900-01-01"],
    ["a truth value", '<c r="B2" t="b"><v>1</v></c>', "true"],
    ["what a formula gave", '<c r="B2" t="str"><f>A1</f><v>got</v></c>', "got"],
    ["a text in place", '<c r="B2" t="inlineStr"><is><r><t>in </t></r><r><t>place</t></r></is></c>', "in place"],
    ["an escaped character", '<c r="B2" t="str"><v>a_x000A_b</v></c>', "a\nb"],
  ])("gives %s", async (_name, cell, wanted) => {
    expect(await value(cell)).toBe(wanted);
  });

  it("gives shared strings, of rich text the words, and places as the sheet has them", async () => {
    const strings = "<si><r><t>Mr. Jo</t></r><r><rPr/><t>ão</t></r><rPh><t>hint</t></rPh></si><si/>";
    const { rows } = await read('<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c></row>', strings);
    expect([ownCells(rows[0]), rows[0]?.placeOf("value")]).toEqual([
      { name: "Mr. João", value: "" },
      { line: 5, column: 2 },
    ]);
  });

  it("fills cells that a row leaves out, and skips rows without any", async () => {
    const { rows } = await read('<row r="2"/><row r="3"><c r="B3"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>');
    expect(rows.map(ownCells)).toEqual([
      { name: "", value: "1" },
      { name: "2", value: "" },
    ]);
  });

  it("reports a sheet that it does not have, with the near name", async () => {
    const { faults } = await read("", "", "Secnd");
    expect(faults.map(({ message }) => message)).toEqual([
      'the workbook has no sheet "Secnd", did you mean "Second"?; it has First, Second',
    ]);
  });

  it.each([
    ["no zip", Buffer.from("name,value\n1,2\n")],
    ["a zip of something else", makeZip({ "a.txt": "a" })],
    ["cut off", makeXlsx(HEAD).subarray(0, 900)],
    ["no XML inside", makeXlsx("<row></c>")],
  ])("is a fault where it is %s", async (_name, bytes) => {
    const { rows, places } = await readAll({ folder: corpusFolder({ "a.xlsx": bytes }), files: ["*.xlsx"] });
    expect([rows, places]).toEqual([[], ["1:1 SEED_XLSX"]]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readQuestion, readVariables } from "../../src/commands/read-question";

const folder = mkdtempSync(join(tmpdir(), "quoth-question-"));
const fileOf = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("readQuestion", () => {
  it("reads a file, with or without a byte order mark", () => {
    expect(readQuestion(fileOf("bom.graphql", "\ufeff{ people { totalCount } }"))).toBe("{ people { totalCount } }");
  });

  it("says what is wrong with a file that cannot be read, and with one that is not UTF-8", () => {
    expect(() => readQuestion(join(folder, "nowhere"))).toThrow("nowhere cannot be read (ENOENT). Name a file, or - for stdin.");
    expect(() => readQuestion(folder)).toThrow("(EISDIR)");
    expect(() => readQuestion(fileOf("latin1.graphql", Buffer.from([0x7b, 0xe9])))).toThrow("latin1.graphql is not UTF-8.");
  });
});

describe("readVariables", () => {
  it("reads a JSON object, or a file that holds one", () => {
    const given = '{"id": "person:x"}';
    expect([readVariables(undefined), readVariables(given), readVariables(`@${fileOf("v.json", given)}`)]).toEqual([
      {},
      { id: "person:x" },
      { id: "person:x" },
    ]);
  });

  it.each(["", "{", "[1]", "null", "x=1"])("does not take %j", (given) => {
    expect(() => readVariables(given)).toThrow("--variables wants a JSON object");
  });

  it("names the file that holds none", () => {
    expect(() => readVariables(`@${fileOf("list.json", "[]")}`)).toThrow(/list\.json is none\.$/);
    expect(() => readVariables(`@${join(folder, "nowhere.json")}`)).toThrow("nowhere.json cannot be read (ENOENT)");
  });
});

import { ByteLines } from "../../../src/seeding/graph-file/byte-lines";

const TEXT = Buffer.from("one\n\ntwo ж\nthree");

describe("ByteLines", () => {
  it.each([1, 2, 3, 7, 100])("gives the same lines, cut into pieces of %d bytes", (size) => {
    const lines = new ByteLines();
    const found: Buffer[] = [];
    for (let at = 0; at < TEXT.length; at += size) found.push(...lines.push(TEXT.subarray(at, at + size)));
    found.push(...lines.rest());
    expect(found.map(String)).toEqual(["one", "", "two ж", "three"]);
  });

  it("gives nothing behind the last line end", () => {
    const lines = new ByteLines();
    expect([...lines.push(Buffer.from("one\n")), ...lines.rest()].map(String)).toEqual(["one"]);
  });
});

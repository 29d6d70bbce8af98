import { createHash } from "node:crypto";
import { writeJsonLines } from "../../src/exporting/write-json-lines";
import type { GraphLine } from "../../src/seeding/graph-file/graph-line";

async function* given(texts: number): AsyncGenerator<GraphLine> {
  await Promise.resolve();
  yield { is: "graph", format: 1, ontology: "x", datasets: [] };
  for (let at = 0; at < texts; at += 1) yield { is: "dataset", id: `dataset:${String(at)}`, properties: { description: "ж".repeat(1000) } };
  yield { is: "end", records: 0, relations: 0, hashes: {} };
}

describe("writeJsonLines", () => {
  it.each([0, 200])("ends with the checksum of all lines before, with %d texts", async (texts) => {
    const found: string[] = [];
    for await (const piece of writeJsonLines(given(texts))) found.push(piece);
    const lines = found.join("").split("\n");
    expect(lines).toHaveLength(texts + 3);
    const end = lines.at(-2) ?? "";
    const before = found.join("").slice(0, -end.length - 1);
    expect(JSON.parse(end)).toMatchObject({ is: "end", sha256: createHash("sha256").update(before).digest("hex") });
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThan(70_000);
  });
});

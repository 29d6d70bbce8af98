import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

describe("whoever a speaker's name may mean", () => {
  const BESIDE = mapping(["speaker: { name: <speaker> }", "attributions: [{ name: <other>, rank: DEPRECATED }]"]);
  const attributed = ({ chunk }: Awaited<ReturnType<typeof checkTables>>, statement: string): string[] =>
    chunk.relations
      .filter(({ type, from }) => type === "ATTRIBUTED_TO" && from === `statement:tables/${statement}`)
      .map(({ to, properties }) => `${to} ${String(properties["rank"])} ${String(properties["probability"] ?? "")}`.trim())
      .sort();

  it("keeps candidates and joint speakers beside attributions that the mapping has itself", async () => {
    const rows =
      "1,a,Bill Clinton,\n2,b,Hillary Clinton,\n3,c,Clinton,Ben Moor\n4,d,Ann Lee and Cy Low,Ben Moor\n5,e,Clinton,Bill Clinton\n";
    const found = await checkTables({ "mapping.yaml": BESIDE, "said.csv": `id,text,speaker,other\n${rows}` });
    expect([found.faults, ...["3", "4", "5"].map((id) => attributed(found, id))]).toEqual([
      [],
      ["person:ben-moor DEPRECATED", "person:bill-clinton NORMAL 0.5", "person:hillary-clinton NORMAL 0.25"],
      ["person:ann-lee NORMAL", "person:ben-moor DEPRECATED", "person:cy-low NORMAL"],
      ["person:bill-clinton DEPRECATED", "person:hillary-clinton NORMAL 0.25"],
    ]);
  });

  it("is held possible by those reports alone that no attribution takes", async () => {
    const text = mapping(["speaker: { name: <speaker> }", "attributions: [{ name: <other>, reports: [doc-<id>-b] }]"])
      .replace("reports: [{ in: doc-<id>, type: DIRECT }]", "reports: [{ in: doc-<id>, type: DIRECT }, { in: doc-<id>-b, type: DIRECT }]")
      .replace("doc-<id>: { genre: NEWS", "doc-<id>-b: { genre: NEWS }\n        doc-<id>: { genre: NEWS");
    const rows = "1,a,Bill Clinton,\n2,b,Clinton,Ben Moor\n";
    const { faults, chunk } = await checkTables({ "mapping.yaml": text, "said.csv": `id,text,speaker,other\n${rows}` });
    const reports = chunk.relations.flatMap(({ type, from, to, properties }) =>
      type === "ATTRIBUTED_TO" && from === "statement:tables/2" ? [[to, properties["reportIds"]]] : [],
    );
    expect([faults, reports]).toEqual([
      [],
      [
        ["person:ben-moor", ["report:tables/2.doc-2-b"]],
        ["person:bill-clinton", ["report:tables/2.doc-2"]],
      ],
    ]);
  });

  it("has whoever an attribution may mean under the attribution's own rank", async () => {
    const rows = "1,a,Bill Clinton,\n2,b,Hillary Clinton,\n3,c,Ann Lee,Clinton\n";
    const found = await checkTables({ "mapping.yaml": BESIDE, "said.csv": `id,text,speaker,other\n${rows}` });
    expect(attributed(found, "3")).toEqual([
      "person:ann-lee PREFERRED",
      "person:bill-clinton DEPRECATED 0.333",
      "person:hillary-clinton DEPRECATED 0.333",
    ]);
  });
});

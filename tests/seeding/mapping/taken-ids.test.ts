import { removeCorpusFolders } from "../support/corpus-folder";
import { checkTables } from "../support/check-tables";

afterAll(removeCorpusFolders);

const MAPPING = `tables:
  said:
    files: said.csv
    records:
      people: { p: { name: P }, q: { name: Q } }
      documents: { <doc>: { genre: NEWS } }
      claims: { <claim>: { when: <claim>, text: <said>, reviews: { <review>: { rating: no } } } }
      statements: { <id>: { when: <id>, text: <said>, reports: [{ in: <doc>, type: DIRECT }] } }
      relations: { <tie>: { when: <tie>, from: p, to: q, label: <said> } }
`;
const HEADER = "id,doc,claim,review,tie,said";
const OTHER_DOCUMENT = { "documents.yaml": "d2: { genre: NEWS }\n" };
const REPORTS = "reports: [{ in: d2, type: INDIRECT }]";

describe("an id that two records make", () => {
  it.each<[string, string[], Record<string, string>, string]>([
    [
      "a statement of a table and one of a file",
      ["s1,d1,,,,Told"],
      { ...OTHER_DOCUMENT, "statements.yaml": `s1: { text: Other, ${REPORTS} }\n` },
      '"s1" makes the id statement:tables/s1, which another record has already',
    ],
    [
      "a document of a table and one of a file",
      ["s1,d2,,,,Told"],
      OTHER_DOCUMENT,
      '"d2" makes the id document:tables/d2, which another record has already',
    ],
    [
      "a claim of a table and one of a file",
      [",d1,c,r,,Told"],
      { "claims.yaml": "c: { text: C }\n" },
      '"c" makes the id claim:tables/c, which another record has already',
    ],
    [
      "a report of a table and one of a file",
      ["n,a.b,,,,Told"],
      { "documents.yaml": "b: { genre: NEWS }\n", "statements.yaml": "n.a: { text: Other, reports: [{ in: b, type: DIRECT }] }\n" },
      "makes the id report:tables/n.a.b, which another record has already",
    ],
    [
      "reports of two rows",
      ["n,a.b,,,,One", "n.a,b,,,,Two"],
      {},
      '"n.a" makes the id report:tables/n.a.b, which another record has already',
    ],
    [
      "reviews of two rows",
      [",d1,c,a.b,,One", ",d1,c.a,b,,Two"],
      {},
      '"c.a" makes the id review:tables/c.a.b, which another record has already',
    ],
    [
      "a relation of a table and one of a file",
      [",d1,,,r,Told"],
      { "relations.yaml": "r: { from: p, to: q, label: one }\n" },
      'a relation "r" stands in relations.yaml already; give this one a slug of its own',
    ],
  ])("is a fault: %s", async (_case, rows, files, says) => {
    const { faults, messages } = await checkTables({ "mapping.yaml": MAPPING, "said.csv": `${[HEADER, ...rows].join("\n")}\n`, ...files });
    expect([faults.map((fault) => fault.replace(/:\d+ /, ":? ")), messages]).toEqual([
      [`said.csv:${String(rows.length + 1)}:? DUPLICATE_KEY`],
      expect.stringContaining(says),
    ]);
  });

  it("is none where several rows speak of one record", async () => {
    const rows = ["s1,d1,c,r,t,Told", "s1,d1,c,r,t,Told", "s2,d1,c,r,t,Told"];
    expect((await checkTables({ "mapping.yaml": MAPPING, "said.csv": `${[HEADER, ...rows].join("\n")}\n` })).faults).toEqual([]);
  });

  it("is not taken by a row that is left out for something else", async () => {
    const left: string[] = [];
    const files = { "mapping.yaml": MAPPING, "said.csv": `${HEADER}\nn,a.b,,,,\nn.a,b,,,,Two\n` };
    const { faults, says } = await checkTables(files, { onBadRow: ({ raw }) => left.push(raw) });
    expect([faults, left, says.length]).toEqual([[], ["n,a.b,,,,"], 1]);
  });

  it("has its row left out with --skip-bad", async () => {
    const left: string[] = [];
    const files = { "mapping.yaml": MAPPING, "said.csv": `${HEADER}\nn,a.b,,,,One\nn.a,b,,,,Two\n` };
    const { faults, says } = await checkTables(files, { onBadRow: ({ raw }) => left.push(raw) });
    expect([faults, left, says.length]).toEqual([[], ["n.a,b,,,,Two"], 1]);
  });
});

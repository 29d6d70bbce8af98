import type { TableRow } from "../../../src/seeding/readers/table-row";
import type { Fault } from "../../../src/seeding/faults/fault";
import { checkTables } from "../support/check-tables";
import type { CheckedTables } from "../support/check-tables";
import type { CorpusFiles } from "../support/corpus-folder";
import { removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const PEOPLE = `tables:
  people:
    files: people.csv
    records:
      people:
        <id>:
          name: <name>
          positions: { "<office>": { title: <office>, startedAt: <from>, endedAt: <to>, organization: <org> } }
      relations:
        <id>-works-for: { when: <boss>, from: <id>, to: <boss>, label: works for }
`;
const people = (...rows: string[]): CorpusFiles => ({
  "mapping.yaml": PEOPLE,
  "people.csv": `id,name,office,from,to,org,boss\n${rows.join("\n")}\n`,
});

interface Judged extends CheckedTables {
  /** Lines that were left out, with the code of the reason. */
  readonly left: readonly string[];
  readonly reasons: readonly string[];
  readonly entities: readonly string[];
}

async function judge(files: CorpusFiles): Promise<Judged> {
  const left: string[] = [];
  const reasons: string[] = [];
  const onBadRow = ({ line }: TableRow, faults: readonly Fault[]): void => {
    left.push(`${String(line)} ${faults.map(({ code }) => code.replace("SEED_", "")).join(" ")}`);
    reasons.push(faults.map(({ message }) => message).join("; "));
  };
  const checked = await checkTables(files, { onBadRow });
  const entities = checked.chunk.nodes.filter(({ id }) => /^(?:person|organization|topic):/.test(id)).map(({ id }) => id);
  return { ...checked, left, reasons, entities };
}

describe("rows that make an entity are left out, and the others loaded, where it has", () => {
  it.each<[string, string, string]>([
    ["a date that is none", "b,Ben,mayor,2004-13,,,", "DATE"],
    ["an end before its start", "b,Ben,mayor,2012,2008,,", "ORDER"],
    ["an organization that does not exist", "b,Ben,mayor,2012,,council,", "MISSING_REF"],
    ["a relation whose end does not exist", "b,Ben,,,,,nobody", "MISSING_REF"],
    ["no name", "b,,mayor,,,,", "REQUIRED"],
    ["a name that is too long", `b,${"Ben".repeat(101)},,,,,`, "TOO_LONG"],
    ["a slug that is none", "b b,Ben,,,,,", "SLUG"],
    ["a relation to itself", "b,Ben,,,,,b", "SELF"],
  ])("%s", async (_, row, code) => {
    const { faults, left, entities } = await judge(people("a,Ada,mayor,2004,2008,,", row));
    expect([faults, left, entities]).toEqual([[], [`3 ${code}`], ["person:a"]]);
  });

  it("a name in a statement that is too long", async () => {
    const mapping =
      "tables:\n  said:\n    files: said.csv\n    records:\n      documents: { d: { genre: NEWS } }\n      statements:\n" +
      "        <id>: { text: <text>, speaker: { name: <speaker> }, reports: [{ in: d, type: DIRECT }] }\n";
    const name = "Ada ".repeat(100).trim();
    const rows = `id,text,speaker\n1,Hello,Bo Lee\n2,Bye,${name}\n3,Again,${name}\n`;
    const { faults, left, says } = await judge({ "mapping.yaml": mapping, "said.csv": rows });
    expect([faults, left, says]).toEqual([[], ["3 TOO_LONG", "4 TOO_LONG"], [expect.stringContaining("Bo Lee said")]]);
  });
});

describe("of an entity that several rows make", () => {
  it("the row that brings the bad value is the bad one, wherever it stands", async () => {
    const { left, chunk } = await judge(people("a,Ada,mayor,2004,,,", "a,Ada,judge,2004-13,,,", "a,Ada,consul,2010,,,"));
    const titles = chunk.nodes.filter(({ label }) => label === "Position").map(({ properties }) => properties["title"]);
    expect([left, titles]).toEqual([["3 DATE"], ["mayor", "consul"]]);
  });

  it("all rows that bring the same bad value are bad", async () => {
    const { left, entities } = await judge(people("a,Ada,mayor,2004-13,,,", "a,Ada,mayor,2004-13,,,", "b,Ben,,,,,"));
    expect([left, entities]).toEqual([["2 DATE", "3 DATE"], ["person:b"]]);
  });

  it("the row that does not fit those before it is the bad one", async () => {
    expect((await judge(people("a,Ada,mayor,2012,,,", "a,Ada,mayor,,2008,,"))).left).toEqual(["3 ORDER"]);
  });

  it("no row is bad for lacking what another one has", async () => {
    expect((await judge(people("a,,mayor,2004-13,,,", "a,,judge,2005,,,", "a,Ada,,,,,"))).left).toEqual(["2 DATE"]);
  });

  it("all are bad where something else has its id", async () => {
    const files = { ...people("a,Ada,mayor,,,,", "a,Ada,judge,,,,", "b,Ben,,,,,"), "people.yaml": "a:\n  name: Ada\n" };
    const { faults, left, entities } = await judge(files);
    expect([faults, left, [...entities].sort()]).toEqual([[], ["2 DUPLICATE_KEY", "3 DUPLICATE_KEY"], ["person:a", "person:b"]]);
  });

  it("a check names the row of the bad value, not that which spoke of it first", async () => {
    const { faults } = await checkTables(people("a,Ada,mayor,2004,,,", "a,Ada,judge,2004-13,,,"));
    expect(faults).toEqual(["people.csv:3:13 DATE"]);
  });

  it("with two Wikidata items, the row that brings the second is bad", async () => {
    const mapping = "tables:\n  t:\n    files: t.csv\n    records: { topics: { <id>: { name: <name>, wikidataId: <item> } } }\n";
    const { left } = await judge({ "mapping.yaml": mapping, "t.csv": "id,name,item\na,A,Q1\na,A,Q2\nb,B,Q3\na,A,Q1\n" });
    expect(left).toEqual(["3 DUPLICATE_KEY"]);
  });
});

describe("what depends on a row that is left out", () => {
  it("is judged without it", async () => {
    const { faults, left, entities } = await judge(people("a,Ada,mayor,2004-13,,,", "b,Ben,,,,,a", "c,Cy,,,,,b", "d,Di,,,,,"));
    expect([faults, left, entities]).toEqual([[], ["2 DATE", "3 MISSING_REF", "4 MISSING_REF"], ["person:d"]]);
  });

  it("holds on where another row makes the entity, too", async () => {
    const { left, entities } = await judge(people("a,Ada,mayor,2004-13,,,", "b,Ben,,,,,a", "a,Ada,,,,,"));
    expect([left, [...entities].sort()]).toEqual([["2 DATE"], ["person:a", "person:b"]]);
  });

  it("is left out with a circle of organizations", async () => {
    const mapping =
      "tables:\n  t:\n    files: t.csv\n    records: { organizations: { <id>: { name: <id>, partOf: { when: <of>, organization: <of> } } } }\n";
    const files = { "mapping.yaml": mapping, "t.csv": "id,of\na,b\nb,a\nc,\n" };
    expect((await checkTables(files)).faults).toEqual([expect.stringMatching(/^t\.csv:\d:\d CYCLE$/)]);
    const { faults, left, entities } = await judge(files);
    expect([faults, left.length, entities]).toEqual([[], 2, ["organization:c"]]);
  });
});

describe("a statement that several rows make", () => {
  const POSTS = `tables:
  posts:
    files: posts.csv
    records:
      topics: { <target>: { name: <target> } }
      documents: { <outlet>: { genre: NEWS } }
      statements:
        <id>: { text: <text>, saidAt: <day | date DD/MM/YYYY>, about: ["<target>"], reports: [{ in: <outlet>, type: DIRECT }] }
`;
  const posts = (...rows: string[]): CorpusFiles => ({
    "mapping.yaml": POSTS,
    "posts.csv": `id,text,day,target,outlet\n${rows.join("\n")}\n`,
  });

  it("is left out whole with one of its rows, whatever is wrong there; others of the same document stay", async () => {
    const { faults, left, reasons, says } = await judge(
      posts("1,We need it,01/02/2020,tax,gazette", "2,Hm,01/02/2020,tax,gazette", "1,We need it,01/13/2020,coal,gazette"),
    );
    expect([faults, left, says.length]).toEqual([[], ["4 MAPPING", "2 MAPPING"], 1]);
    expect(reasons[1]).toMatch(/^belongs together with line 4: "01\/13\/2020" is no date/);
  });

  it("is left out whole where one of its rows brings a bad entity", async () => {
    const { left, says } = await judge(
      posts("1,We need it,01/02/2020,tax,gazette", "1,We need it,01/02/2020,No Slug,gazette", "2,Hm,01/02/2020,tax,gazette"),
    );
    expect([left, says.length]).toEqual([["3 SLUG", "2 SLUG"], 1]);
  });
});

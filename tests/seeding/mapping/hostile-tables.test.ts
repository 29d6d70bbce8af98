import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { checkTables, mapping, relationsOf } from "../support/check-tables";

afterAll(removeCorpusFolders);

const HELLO = "id,text,speaker\n1,Hello there,Ada Novak\n";

describe("a table with odd columns", () => {
  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("has the column %s where its header says so", async (name) => {
    const files = { "mapping.yaml": mapping([`speaker: { name: <${name}> }`]), "said.csv": HELLO.replace("speaker", name) };
    const { faults, says } = await checkTables(files);
    expect([faults, says[0]]).toEqual([[], expect.stringMatching(/^Ada Novak said: “Hello there”/)]);
  });

  it.each(["constructor", "__proto__", "toString.length"])("does not have the column %s otherwise", async (name) => {
    const { faults } = await checkTables({ "mapping.yaml": mapping([`language: <${name}>`]), "said.csv": HELLO });
    expect(faults).toEqual(["mapping.yaml:10:21 NO_COLUMN"]);
  });

  it("reports a name of a column that no row has, with the one that was meant", async () => {
    const { faults, messages } = await checkTables({ "mapping.yaml": mapping(["speaker: { name: <speeker> }"]), "said.csv": HELLO });
    expect([faults, messages]).toEqual([["mapping.yaml:10:28 NO_COLUMN"], expect.stringContaining('did you mean "speaker"?')]);
  });

  it("tells once, at its place in the mapping, of an order of dates that cannot be used", async () => {
    const text = mapping(["saidAt: <day | date YYYY-MM-DD HH:mm>"]);
    const { faults } = await checkTables({ "mapping.yaml": text, "said.csv": "id,text,day\n1,a,2024-01-01 10:00\n2,b,2024-01-02 10:00\n" });
    expect(faults).toEqual(["mapping.yaml:10:19 MAPPING"]);
  });

  it("notes a field that no record has, where records need not have all fields", async () => {
    const text = mapping(["language: <lang>"]).replace("said.csv", "said.jsonl");
    const { faults, notes } = await checkTables({ "mapping.yaml": text, "said.jsonl": '{"id":"1","text":"Hello"}\n' });
    expect([faults, notes]).toEqual([[], ["mapping.yaml:10:21 NO_FIELD"]]);
  });

  it("may have 10,000 of them", async () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
    const { faults, says } = await checkTables({ "mapping.yaml": mapping(), "said.csv": `id,text,${names}\n1,Hello,${names}\n` });
    expect([faults, says]).toEqual([[], [expect.stringContaining("“Hello”")]]);
  });

  it("reports a value in a column without a name", async () => {
    const { faults } = await checkTables({ "mapping.yaml": mapping(), "said.csv": "id,text,\n1,Hello,\n2,Bye,x\n" });
    expect(faults).toEqual(["said.csv:1:9 COLUMN_NAME"]);
  });
});

describe("a table without rows", () => {
  it.each(["id,text\n", ""])("is a fault, since what was loaded before would be taken back: %j", async (text) => {
    const { faults } = await checkTables({ "mapping.yaml": mapping(), "said.csv": text });
    expect(faults).toEqual(["mapping.yaml:2:3 EMPTY"]);
  });

  it("is named by a pattern that finds nothing", async () => {
    expect((await checkTables({ "mapping.yaml": mapping() })).faults).toEqual(["said.csv:1:1 MISSING_FILE"]);
  });

  it("is not looked for outside of its folder", async () => {
    const { faults, messages } = await checkTables({ "mapping.yaml": mapping().replace("said.csv", "../../etc/*") });
    expect([faults, messages]).toEqual([
      ["../../etc/*:1:1 MISSING_FILE"],
      expect.stringContaining("name the folder that holds the tables with --data"),
    ]);
  });

  it("may be looked for in the folder that the user names", async () => {
    const dataFolder = corpusFolder({ "said.csv": HELLO });
    expect((await checkTables({ "mapping.yaml": mapping() }, { dataFolder })).faults).toEqual([]);
  });
});

describe("a row with odd values", () => {
  it.each([
    ["a/b", "doc-a/b"],
    ["a:b", "doc-a:b"],
    ['"a\nb"', "doc-a b"],
    ["x".repeat(500), "doc-xxx"],
    ["Große Brücke", "doc-Große"],
  ])("reports the slug %j of document and statement, and says how one is made", async (slug, shown) => {
    const { faults, messages, says } = await checkTables({ "mapping.yaml": mapping(), "said.csv": `id,text\n${slug},Hello\n` });
    expect(faults.slice(0, 2)).toEqual(["said.csv:2:1 SLUG", "said.csv:2:1 SLUG"]);
    expect(messages).toContain(`"${shown}`);
    expect(messages).toContain("<column | slug> makes one");
    expect(says).toEqual([]);
  });

  it("reports a row that gives no slug, instead of leaving it out", async () => {
    const { faults } = await checkTables({ "mapping.yaml": mapping().replace("doc-<id>: {", "<id>: {"), "said.csv": "id,text\n,Hello\n" });
    expect(faults).toEqual(["said.csv:2:1 REQUIRED"]);
  });

  it("reports a text of two million characters with its cell", async () => {
    const { faults } = await checkTables({ "mapping.yaml": mapping(), "said.csv": `id,text\n1,${"word ".repeat(400_000)}\n` });
    expect(faults).toEqual(["said.csv:2:3 TOO_LONG"]);
  });

  it("tells names apart as a reader does: composed or not, in any script", async () => {
    const rows = ["1,Hi,José Ñu", "2,Ho,Jose\u0301 N\u0303u", "3,مرحبا,محمد علي", "4,你好,王小明", "5,🎉,Ada 🎉 Novak"];
    const { faults, says } = await checkTables({
      "mapping.yaml": mapping(["speaker: { name: <speaker> }"]),
      "said.csv": `id,text,speaker\n${rows.join("\n")}\n`,
    });
    expect([faults, says.map((each) => each.split(" said: ")[0])]).toEqual([
      [],
      ["José Ñu", "José Ñu", "محمد علي", "王小明", "Ada 🎉 Novak"],
    ]);
  });

  it("makes one record of a text where a list was expected", async () => {
    const text = mapping(
      ["about: { each: <topics>, entity: 'topic:<item | slug>' }"],
      ["topics: { each: <topics>, '<item | slug>': { name: <item> } }"],
    );
    const { faults, says } = await checkTables({ "mapping.yaml": text, "said.csv": "id,text,topics\n1,Hi,bridges\n" });
    expect([faults, says[0]]).toEqual([[], expect.stringContaining("about bridges")]);
  });

  it("reports a map or a list where text is needed", async () => {
    const text = mapping(["language: <map>"]).replace("said.csv", "said.jsonl");
    const rows = '{"id":"1","text":"x","map":{"a":"b"}}\n{"id":"2","text":"x","map":["en","de"]}\n';
    const { faults } = await checkTables({ "mapping.yaml": text, "said.jsonl": rows });
    expect(faults).toEqual(["said.jsonl:1:28 MAPPING", "said.jsonl:2:28 TYPE"]);
  });
});

describe("a mapping that turns round in circles", () => {
  it("finds a variable of `set` empty where it is not said yet", async () => {
    const text = mapping(["language: <a>"]).replace("    records:", "    set: { a: <b>, b: en }\n    records:");
    const { chunk } = await checkTables({ "mapping.yaml": text, "said.csv": HELLO });
    expect(chunk.nodes.find(({ label }) => label === "Statement")?.properties["language"]).toBeUndefined();
  });

  it("takes a variable of a column's name from the column", async () => {
    const text = mapping().replace("    records:", "    set: { text: <text>! }\n    records:");
    expect((await checkTables({ "mapping.yaml": text, "said.csv": HELLO })).says[0]).toContain("“Hello there!”");
  });
});

describe("rows that speak of one record", () => {
  const ROWS = mapping(
    ["about: [{ entity: 'topic:<topic | slug>', stance: <stance> }]"],
    ["topics: { '<topic | slug>': { name: <topic> } }"],
  );
  const POST = "id,text,topic,stance\n1,Hello,bridge,FAVOUR\n1,Hello,budget,NEUTRAL\n1,Hello,tax,AGAINST\n2,Bye,tax,AGAINST\n";

  it("are one statement with what each of them says", async () => {
    const { faults, chunk } = await checkTables({ "mapping.yaml": ROWS, "said.csv": POST });
    expect(faults).toEqual([]);
    expect(chunk.relations.filter(({ type }) => type === "ABOUT").map(({ to, properties }) => [to, properties["stance"]])).toEqual([
      ["topic:bridge", "FAVOUR"],
      ["topic:budget", "NEUTRAL"],
      ["topic:tax", "AGAINST"],
      ["topic:tax", "AGAINST"],
    ]);
  });

  it("have each its own faults, whichever of them it is", async () => {
    const { faults, says } = await checkTables({ "mapping.yaml": ROWS, "said.csv": POST.replace("budget,NEUTRAL", "budget,NONSENSE") });
    expect([faults, says]).toEqual([["said.csv:3:16 ENUM"], [expect.stringContaining("“Bye”")]]);
  });

  it("report two texts for one field, with both places", async () => {
    const { faults, messages } = await checkTables({ "mapping.yaml": ROWS, "said.csv": POST.replace("1,Hello,tax", "1,Hallo,tax") });
    expect([faults, messages]).toEqual([
      ["said.csv:4:3 DUPLICATE_KEY"],
      expect.stringContaining('has another "text" in line 2: "Hello" there, "Hallo" here'),
    ]);
  });

  it("are left out together, each with the reason, where bad rows may be", async () => {
    const left: string[] = [];
    const onBadRow = (row: { line: number }, faults: readonly { message: string }[]): number =>
      left.push(`${row.line} ${faults[0]?.message ?? ""}`);
    const { faults, says, chunk } = await checkTables(
      { "mapping.yaml": ROWS, "said.csv": POST.replace("budget,NEUTRAL", "budget,NONSENSE") },
      { onBadRow },
    );
    expect([faults, says.length, left.map((each) => each.slice(0, 25))]).toEqual([
      [],
      1,
      ["2 belongs together with l", '3 "NONSENSE" is no value ', "4 belongs together with l"],
    ]);
    expect(chunk.nodes.filter(({ label }) => label === "Topic").map(({ id }) => id)).toEqual(["topic:tax"]);
  });
});

describe("statements that answer others", () => {
  const ANSWERS = mapping(["saidAt: <day>", "respondsTo: { statement: <to>, kind: COMMENTS }"]);

  it("may stand before or behind them; a row without an answer has none", async () => {
    const { faults, chunk } = await checkTables({
      "mapping.yaml": ANSWERS,
      "said.csv": "id,text,day,to\n1,a,2024,2\n2,b,2024,\n3,c,2024,1\n",
    });
    expect([faults, relationsOf(chunk, "RESPONDS_TO")]).toEqual([[], ["1 2", "3 1"]]);
  });

  it("report one that is not there", async () => {
    expect((await checkTables({ "mapping.yaml": ANSWERS, "said.csv": "id,text,day,to\n1,a,2024,9\n" })).faults).toEqual([
      "said.csv:2:10 MISSING_REF",
    ]);
  });

  it("are left out with the bad row that they answer", async () => {
    const left: number[] = [];
    const rows = "id,text,day,to\n1,a,2024,2\n2,b,nonsense,\n3,c,2024,1\n4,d,2024,\n";
    const { faults, says } = await checkTables({ "mapping.yaml": ANSWERS, "said.csv": rows }, { onBadRow: ({ line }) => left.push(line) });
    expect([faults, left, says]).toEqual([[], [3, 2, 4], [expect.stringContaining("“d”")]]);
  });
});

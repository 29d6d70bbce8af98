import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";
import { LoadedCorpus, openGraph, readLines, speakersIn } from "../support/load-tables";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

describe("same words, variants and mentions", () => {
  const HEAD = "sameWords: yes\nvariants: 0.7\nmentions: [countries, people]\n";
  const WORDS = mapping(["saidAt: <day>", "speaker: { name: <speaker> }", "respondsTo: { statement: <to>, kind: COMMENTS }"], [], HEAD);
  const ROWS = [
    "1,The bridge to France opens in June this year.,2024-01-01,Ada Novak,",
    "2,the bridge to France opens in june this year,2024-01-01,Ada Novak,",
    "3,The bridge to France opens in June this year!,2024-01-01,Bo Lee,",
    "4,The bridge to France opens in June this year Ada Novak,2024-01-01,Bo Lee,",
    "5,I do not think so,2024-01-02,Cy Day,2",
    "6,Nor do I at all,2024-01-02,Cy Day,3",
    "7,Thank you.,2024-01-02,Cy Day,",
    "8,Thank you.,2024-01-02,Bo Lee,",
  ];

  it("make one statement with its reports and attributions, and lead to it whatever answers a part of it", async () => {
    const engine = await openGraph();
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": WORDS, "said.csv": `id,text,day,speaker,to\n${ROWS.join("\n")}\n` });
    const summary = await corpus.load();
    expect([summary.faults, summary.corpora[0]?.statements, summary.corpora[0]?.reports]).toEqual([[], 6, 8]);
    expect((await speakersIn(engine)).filter((line) => line.startsWith("1 "))).toEqual([
      "1 person:ada-novak PREFERRED",
      "1 person:bo-lee NORMAL",
    ]);
    expect(await readLines(engine, "MATCH (a:Statement)-[:RESPONDS_TO]->(b:Statement) RETURN a.id AS a, b.id AS b")).toEqual([
      "statement:tables/5 statement:tables/1",
      "statement:tables/6 statement:tables/1",
    ]);
    expect(await readLines(engine, "MATCH (a:Statement)-[:VARIANT_OF]->(b:Statement) RETURN a.id AS a, b.id AS b")).toEqual([
      "statement:tables/4 statement:tables/1",
    ]);
    expect(await readLines(engine, "MATCH (a:Statement)-[:MENTIONS]->(b:Entity) RETURN a.id AS a, b.name AS b")).toEqual([
      "statement:tables/1 France",
      "statement:tables/4 Ada Novak",
      "statement:tables/4 France",
    ]);
    expect(await corpus.load()).toMatchObject({ changed: false });
    await engine.close();
  });

  it("keep the first of two stances, and tell of the second in the row that has it", async () => {
    const about = "about: [{ name: <about>, kind: topic, stance: <stance> }]";
    const rows = ["1,The bridge opens in June.,Ada Novak,bridge,FAVOUR", "2,The bridge opens in June,Ada Novak,bridge,AGAINST"];
    const { faults, notes, chunk } = await checkTables({
      "mapping.yaml": mapping(["saidAt: 2024-01-01", "speaker: { name: <speaker> }", about], [], "sameWords: yes\n"),
      "said.csv": `id,text,speaker,about,stance\n${rows.join("\n")}\n`,
    });
    const stances = chunk.relations.flatMap(({ type, properties }) => (type === "ABOUT" ? [properties["stance"]] : []));
    expect([faults, notes, stances]).toEqual([[], ["said.csv:3:45 DUPLICATE_KEY"], ["FAVOUR"]]);
  });

  it("keep whom a second source may have meant, beside the speaker that the first one names", async () => {
    const people = ["Hillary Clinton", "Bill Clinton"].map((name, at) => `${at + 5},Other words ${at}.,${name}`);
    const rows = ["1,The bridge opens in June.,Hillary Clinton", "2,The bridge opens in June,Clinton", ...people];
    const { faults, chunk } = await checkTables({
      "mapping.yaml": mapping(["saidAt: 2024-01-01", "speaker: { name: <speaker> }"], [], "sameWords: yes\n"),
      "said.csv": `id,text,speaker\n${rows.join("\n")}\n`,
    });
    const said = chunk.relations.filter(({ type, from }) => type === "ATTRIBUTED_TO" && from === "statement:tables/1");
    expect(faults).toEqual([]);
    expect(said.map(({ to, properties }) => [to, properties["rank"], typeof properties["probability"], properties["reportIds"]])).toEqual([
      ["person:hillary-clinton", "PREFERRED", "undefined", ["report:tables/1.doc-1", "report:tables/1.doc-2"]],
      ["person:bill-clinton", "NORMAL", "number", ["report:tables/1.doc-2"]],
    ]);
  });

  it("give spans to what is named where the report says at which place its words stand", async () => {
    const text = `mentions: [countries]
tables:
  speeches:
    files: speeches/*.txt
    records:
      documents:
        <file.name | slug>: { textToCheck: <text>, genre: SPEECH }
      statements:
        each sentence: <text | sentences>
        <file.name | slug>.<sentence.number>:
          text: <sentence.text>
          reports:
            - in: <file.name | slug>
              type: DIRECT
              spans: { content: [{ start: <sentence.start>, end: <sentence.end> }] }
`;
    const speech = "🦭 We meet again.  Nobody came from Germany, but France did.\n";
    const { faults, chunk } = await checkTables({ "mapping.yaml": text, "speeches/Day One.txt": speech });
    const spans = chunk.nodes.filter(({ label }) => label === "Span").map(({ properties }) => properties);
    const points = [...speech];
    expect(faults).toEqual([]);
    expect(spans.map(({ role, start, end, verified }) => [role, points.slice(Number(start), Number(end)).join(""), verified])).toEqual([
      ["CONTENT", "🦭 We meet again.", true],
      ["CONTENT", "Nobody came from Germany, but France did.", true],
      ["TARGET", "Germany", true],
      ["TARGET", "France", true],
    ]);
    expect(chunk.nodes.find(({ label }) => label === "Document")?.properties["text"]).toBeUndefined();
  });
});

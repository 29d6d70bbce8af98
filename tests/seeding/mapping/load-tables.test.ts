import type { GraphEngine } from "../../../src/graph/engine";
import { graphHash } from "../../../src/seeding/stored/graph-hash";
import { runSeed } from "../../../src/seeding/run-seed";
import type { TableOptions } from "../../../src/seeding/validate-rows";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { mapping } from "../support/check-tables";
import { dyingEngine } from "../support/faulty-engine";
import { nodeById } from "../support/graph-dump";
import { LoadedCorpus, openGraph, readLines, speakersIn } from "../support/load-tables";
import { QUICK_SEED } from "../../support/quick-seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

let engine: GraphEngine;
beforeEach(async () => {
  engine = await openGraph();
});
afterEach(() => engine.close());

const NAMED = mapping(["saidAt: <day>", "speaker: { name: <speaker> }"]);
const csv = (...rows: string[]): string => `id,text,day,speaker\n${rows.join("\n")}\n`;

describe("a folder of Markdown files", () => {
  const MAPPING = `tables:
  people:
    files: people/*.md
    records: { people: { <file.name | slug>: { name: <name or file.name>, description: <body> } } }
  places:
    files: places/*.md
    records: { places: { <file.name | slug>: { name: <name or file.name> } } }
  statements:
    files: statements/*.md
    records:
      documents:
        each: <sources>
        <item.url | slug>: { url: <item.url>, title: <item.title>, genre: NEWS, publishedAt: <item.date> }
      claims:
        <file.name | slug>:
          when: <checks>
          text: <body>
          reviews:
            each: <checks>
            <item.by | slug>: { rating: <item.verdict>, url: <item.url>, publisher: <item.by | slug> }
      organizations:
        each: <checks>
        <item.by | slug>: { name: <item.by> }
      statements:
        <file.name | slug>:
          text: <body>
          saidAt: <date>
          saidIn: <place | stem | slug>
          speaker: <speaker | stem | slug>
          respondsTo: { statement: <answers | stem | slug>, kind: CONTRADICTS }
          expresses: { claim: "<file.name | slug>", when: <checks> }
          reports: { each: <sources>, in: <item.url | slug>, type: DIRECT }
`;
  const FILES = {
    "mapping.yaml": MAPPING,
    "people/Ada Novak.md": "---\nname: Ada Nováková\n---\nMayor.\n",
    "people/bo-lee.md": "---\nname: Bo Lee\n---\n",
    "places/Nový Most.md": "---\n---\n",
    "statements/bridge.md":
      '---\nspeaker: "[[people/Ada Novak|Ada]]"\nplace: "[[Nový Most]]"\ndate: 2024-04-30\nsources:\n' +
      "  - { url: https://gazette.example/1, title: The bridge, date: 2024-05-01 }\n  - { url: https://post.example/2, title: Again, date: 2024-05-02 }\n" +
      "checks:\n  - { by: Town Facts, verdict: false, url: https://facts.example/9 }\n---\nThe bridge opens in June.\n",
    "statements/no.md":
      "---\nspeaker: people/bo-lee.md\ndate: 2024-05\nanswers: statements/bridge.md\nsources:\n  - { url: https://post.example/2, title: Again, date: 2024-05-02 }\n---\nIt does not.\n",
  };

  it("is statements with speakers, places, sources, answers and fact-checks", async () => {
    const summary = await new LoadedCorpus(engine, FILES).load();
    expect(summary.faults).toEqual([]);
    expect(summary.corpora).toMatchObject([{ statements: 2, reports: 3, documents: 2, entities: 4 }]);
    expect(await speakersIn(engine)).toEqual(["bridge person:ada-novak PREFERRED", "no person:bo-lee PREFERRED"]);
    expect(await readLines(engine, "MATCH (s:Statement)-[:SAID_IN]->(p:Place) RETURN s.id AS id, p.name AS name")).toEqual([
      "statement:tables/bridge Nový Most",
    ]);
    expect(await readLines(engine, "MATCH (:Statement)-[r:RESPONDS_TO]->(s:Statement) RETURN s.id AS id, r.kind AS kind")).toEqual([
      "statement:tables/bridge CONTRADICTS",
    ]);
    const reviews =
      "MATCH (s:Statement)-[:EXPRESSES]->(c:Claim)<-[:REVIEWS]-(r:ClaimReview)-[:BY]->(o:Organization) RETURN s.id AS id, r.rating AS rating, o.name AS name";
    expect(await readLines(engine, reviews)).toEqual(["statement:tables/bridge false Town Facts"]);
  });

  it("says in which file a name leads nowhere", async () => {
    const files = { ...FILES, "statements/no.md": FILES["statements/no.md"].replace("bo-lee.md", "bo-le.md") };
    const { faults } = await new LoadedCorpus(engine, files).load();
    expect(faults.map(({ file, line, column, code }) => [file.split("/").at(-1), line, column, code])).toEqual([
      ["no.md", 2, 10, "SEED_MISSING_REF"],
    ]);
  });
});

describe("a post that fills several rows, one for each target", () => {
  const MAPPING = mapping(
    ["about: [{ entity: 'topic:<target | slug>', stance: <stance | upper> }]"],
    ["topics: { '<target | slug>': { name: <target> } }"],
  );

  it("is one statement with a stance towards each", async () => {
    const rows = "id,text,target,stance\n1,We need it,Nuclear Power,favour\n1,We need it,Coal,against\n2,Hm,Coal,neutral\n";
    const summary = await new LoadedCorpus(engine, { "mapping.yaml": MAPPING, "said.csv": rows }).load();
    expect([summary.faults, summary.corpora[0]?.statements, summary.corpora[0]?.reports]).toEqual([[], 2, 2]);
    expect(
      await readLines(engine, "MATCH (s:Statement)-[r:ABOUT]->(t:Topic) RETURN s.id AS id, t.name AS name, r.stance AS stance"),
    ).toEqual(["statement:tables/1 Coal AGAINST", "statement:tables/1 Nuclear Power FAVOUR", "statement:tables/2 Coal NEUTRAL"]);
  });
});

describe("a table in two versions", () => {
  const FIRST = csv("1,One stays,2024-01-01,Ada Novak", "2,Two changes,2024-01-02,Ada Novak", "3,Three goes,2024-01-03,Bo Lee");
  const SECOND = csv("1,One stays,2024-01-01,Ada Novak", "2,Two has changed,2024-01-02,Ada Novak", "4,Four comes,2024-01-04,Ada Novak");

  it("changes only what changed, retracts what is gone, and restores what comes back", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": FIRST });
    await corpus.load();
    const first = await graphHash(engine);
    const second = await corpus.load({ "said.csv": SECOND });
    expect(second.corpora[0]?.kinds["Statement"]).toEqual({ created: 1, updated: 1, unchanged: 1, retracted: 1 });
    expect(second.corpora[0]?.kinds["Person"]).toEqual({ created: 0, updated: 0, unchanged: 1, retracted: 1 });
    expect((await nodeById(engine, "statement:tables/3")).labels).toEqual(["Retracted"]);
    expect((await nodeById(engine, "person:bo-lee")).labels).toEqual(["Retracted"]);
    const third = await corpus.load({ "said.csv": FIRST });
    expect(third.corpora[0]?.kinds["Statement"]).toEqual({ created: 1, updated: 1, unchanged: 1, retracted: 1 });
    expect(await speakersIn(engine)).toEqual(["1 person:ada-novak PREFERRED", "2 person:ada-novak PREFERRED", "3 person:bo-lee PREFERRED"]);
    expect((await nodeById(engine, "statement:tables/4")).labels).toEqual(["Retracted"]);
    expect(first.hash).not.toBe((await graphHash(engine)).hash);
  });

  it("changes nothing where only the order of its rows is another", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": FIRST });
    await corpus.load();
    const [head = "", ...rows] = FIRST.trim().split("\n");
    const again = await corpus.load({ "said.csv": `${[head, ...rows.reverse()].join("\n")}\n` });
    expect([again.changed, again.corpora[0]?.updated, again.corpora[0]?.retracted]).toEqual([false, 0, 0]);
  });

  it("takes nothing back where the new version is empty", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": FIRST });
    await corpus.load();
    const empty = await corpus.load({ "said.csv": csv().trim() });
    expect([empty.faults.map(({ code }) => code), (await speakersIn(engine)).length]).toEqual([["SEED_EMPTY"], 3]);
  });
});

describe("bad rows", () => {
  it("are left out with --skip-bad, and are there once they were mended", async () => {
    const corpus = new LoadedCorpus(engine, {
      "mapping.yaml": NAMED,
      "said.csv": csv("1,One,2024-01-01,Ada Novak", "2,Two,never,Ada Novak"),
    });
    const left: string[] = [];
    const tables = (): Omit<TableOptions, "known"> => ({ onBadRow: ({ raw }) => left.push(raw) });
    const skipped = await corpus.load({}, { tables });
    expect([skipped.faults, left, skipped.corpora[0]?.statements]).toEqual([[], ["2,Two,never,Ada Novak"], 1]);
    const mended = await corpus.load({ "said.csv": csv("1,One,2024-01-01,Ada Novak", "2,Two,2024-01-02,Ada Novak") });
    expect(mended.corpora).toMatchObject([{ statements: 2, retracted: 0 }]);
  });

  it("are told each time, since files with bad rows are never taken for loaded", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": csv("1,One,2024-01-01,Ada Novak", "2,Two,never,") });
    const left: string[] = [];
    const tables = (): Omit<TableOptions, "known"> => ({ onBadRow: ({ raw }) => left.push(raw) });
    await corpus.load({}, { tables });
    const again = await corpus.load({}, { tables });
    expect([again.changed, again.notes, left.length]).toEqual([false, [], 2]);
    await corpus.load({ "said.csv": csv("1,One,2024-01-01,Ada Novak") }, { tables });
    expect((await corpus.load({}, { tables })).notes.map(({ code }) => code)).toEqual(["SEED_UNCHANGED"]);
  });

  it("leave no relation to what was left out", async () => {
    const text = mapping(["saidAt: <day>", "respondsTo: { statement: <speaker>, kind: COMMENTS }"]);
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": text, "said.csv": csv("1,One,2024,2", "2,Two,never,", "3,Three,2024,") });
    const tables = (): Omit<TableOptions, "known"> => ({ onBadRow: () => undefined });
    await corpus.load({}, { tables });
    expect(await corpus.load({}, { tables })).toMatchObject({ changed: false, corpora: [{ statements: 1, relations: { created: 0 } }] });
  });
});

describe("the options of a load", () => {
  it("read the first rows of each table alone, with a limit", async () => {
    const corpus = new LoadedCorpus(engine, {
      "mapping.yaml": NAMED,
      "said.csv": csv("1,One,2024-01-01,Ada Novak", "2,Two,never,Ada Novak"),
    });
    const { faults, corpora } = await corpus.load({}, { tables: () => ({ limit: 1 }) });
    expect([faults, corpora[0]?.statements]).toEqual([[], 1]);
  });

  const MANY = csv("1,One,2024-01-01,Ada Novak", "2,Two,2024-01-02,Bo Lee", "3,Three,2024-01-03,Ada Novak");
  /** All that answers are made of. */
  const live = (): Promise<string[]> =>
    readLines(
      engine,
      "MATCH (a)-[r]->(b) WHERE type(r) <> 'RETRACTED' RETURN a.id AS a, a.name AS name, type(r) AS type, r.key AS key, b.id AS b",
    );
  const limited = { tables: () => ({ limit: 1 }) };

  it("take nothing back with a limit, and change nothing that is there, and say so", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": MANY });
    await corpus.load();
    const before = await live();
    const { changed, notes, corpora } = await corpus.load({ "said.csv": MANY.replace("One", "Won").replace("Ada", "Eva") }, limited);
    expect(notes.map(({ code }) => code)).toEqual(["SEED_LIMITED"]);
    expect([changed, corpora[0]?.retracted, corpora[0]?.updated, corpora[0]?.created]).toEqual([true, 0, 0, 1]);
    expect(await speakersIn(engine)).toEqual(["1 person:ada-novak PREFERRED", "2 person:bo-lee PREFERRED", "3 person:ada-novak PREFERRED"]);
    await corpus.load({ "said.csv": MANY });
    expect(await live()).toEqual(before);
  });

  it("add with a limit what is new, and count all that is there", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": MANY });
    await corpus.load();
    const more = csv("4,Four,2024-01-04,Bo Lee", "1,One,2024-01-01,Ada Novak");
    const { corpora } = await corpus.load({ "said.csv": more }, limited);
    expect(corpora).toMatchObject([{ statements: 1, created: 3, retracted: 0 }]);
    expect(await nodeById(engine, "dataset:tables")).toMatchObject({ statements: 4, entities: 2, documents: 4 });
    const whole = await corpus.load({ "said.csv": more });
    expect([whole.corpora[0]?.kinds["Statement"]?.retracted, (await speakersIn(engine)).length]).toEqual([2, 2]);
  });

  it("leave nothing behind for the next load without a limit, whose graph is that of a first one", async () => {
    const text = mapping(
      ["saidAt: <day>", "speaker: { name: <speaker> }"],
      ["relations: { '<id>-r': { from: ada, to: bo, label: '<text>' } }"],
    );
    const people = "ada: { name: Ada Novak }\nbo: { name: Bo Lee }\n";
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": text, "people.yaml": people, "said.csv": MANY });
    await corpus.load();
    const first = await live();
    await corpus.load({ "said.csv": csv("9,Nine,2024-01-09,Ada Novak", "8,Eight,2024,Bo Lee") }, limited);
    expect(await live()).not.toEqual(first);
    await corpus.load({ "said.csv": MANY });
    expect(await live()).toEqual(first);
  });

  it("are no limit where the tables have no more rows", async () => {
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": MANY });
    await corpus.load();
    const { notes, corpora } = await corpus.load({ "said.csv": csv("1,One,2024-01-01,Ada Novak") }, limited);
    expect([notes, corpora[0]?.kinds["Statement"]?.retracted]).toEqual([[], 2]);
  });

  it("read tables from another folder", async () => {
    const dataFolder = corpusFolder({ "said.csv": csv("1,One,2024-01-01,Ada Novak") });
    const { faults, corpora } = await new LoadedCorpus(engine, { "mapping.yaml": NAMED }).load({}, { tables: () => ({ dataFolder }) });
    expect([faults, corpora[0]?.statements]).toEqual([[], 1]);
  });
});

describe("three thousand rows", () => {
  const ROWS = csv(
    ...Array.from({ length: 3000 }, (_, at) => `${at},Words number ${at},2024-01-01,Speaker Number ${String.fromCharCode(65 + (at % 26))}`),
  );

  it("make the same graph, whether loaded in one go or after a break", async () => {
    const files = { "mapping.yaml": NAMED, "said.csv": ROWS };
    const whole = await new LoadedCorpus(engine, files).load();
    expect([whole.faults, whole.corpora[0]?.statements, whole.corpora[0]?.entities]).toEqual([[], 3000, 26]);
    const broken = await openGraph();
    await expect(new LoadedCorpus(dyingEngine(broken, 6, true), files).load()).rejects.toThrow("killed");
    await new LoadedCorpus(broken, files).load();
    expect(await graphHash(broken)).toEqual(await graphHash(engine));
    await broken.close();
  });
});

describe("names and slugs that several corpora have", () => {
  const OTHERS = {
    person: ["people.yaml", "oakwatch:\n  name: Oakwatch\n"],
    organization: ["organizations.yaml", "oakwatch:\n  name: Oakwatch\n"],
  } as const;
  const other = async (kind: keyof typeof OTHERS): Promise<void> => {
    const [file, content] = OTHERS[kind];
    const { faults } = await new LoadedCorpus(engine, { [file]: content }, `of-${kind}`).load();
    expect(faults).toEqual([]);
  };
  const PUBLISHED = `tables:
  said:
    files: said.csv
    records:
      organizations:
        oakwatch: { name: Oakwatch }
      documents:
        doc-<id>: { genre: NEWS, publisher: oakwatch }
      statements:
        <id>: { text: <text>, reports: [{ in: doc-<id>, type: DIRECT }] }
`;

  it.each([["person"], ["organization"]] as const)("mean by a slug the kind of which the rows say something (%s first)", async (first) => {
    await other(first);
    await other(first === "person" ? "organization" : "person");
    const { faults } = await new LoadedCorpus(engine, { "mapping.yaml": PUBLISHED, "said.csv": csv("a,Yes.,2024-05-01,") }).load();
    expect(faults).toEqual([]);
    expect(await readLines(engine, "MATCH (:Document)-[:PUBLISHED_BY]->(p:Entity) RETURN p.id AS id")).toEqual(["organization:oakwatch"]);
  });

  it("are refused where a name means another entity by now and the first is still used, and load with the decision that is asked for", async () => {
    const wide = NAMED.replace("{ name: <speaker> }", "{ name: <speaker>, kind: [person, organization] }");
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": wide, "said.csv": csv("a,Yes.,2024-05-01,Oakwatch") });
    expect((await corpus.load()).faults).toEqual([]);
    const events = { "events.yaml": "fair:\n  name: Fair\n  involved: [person:oakwatch]\n" };
    expect((await new LoadedCorpus(engine, events, "fairs").load()).faults).toEqual([]);
    await other("organization");
    const [fault] = (await corpus.load()).faults;
    expect(fault).toMatchObject({ code: "SEED_STILL_USED" });
    expect(fault?.message).toContain('"<name>: person:oakwatch" under "names" in entities.yaml');
    expect((await corpus.load({ "entities.yaml": "names:\n  Oakwatch: person:oakwatch\n" })).faults).toEqual([]);
    expect(await speakersIn(engine)).toEqual(["a person:oakwatch PREFERRED"]);
  });

  it("are refused where what a decision gives up is used by a corpus of tables, and load with it in one call, as the message says", async () => {
    const first = new LoadedCorpus(
      engine,
      { "mapping.yaml": NAMED, "said.csv": csv("a,Yes.,2024-05-01,Joe Lee", "b,No.,2024-05-01,Joseph Lee") },
      "first",
    );
    const second = new LoadedCorpus(engine, { "mapping.yaml": NAMED, "said.csv": csv("a,Yes.,2024-05-01,Joseph Lee") });
    await first.load();
    await second.load();
    const [fault] = (await first.load({ "entities.yaml": "same:\n  person:joe-lee: [person:joseph-lee]\n" })).faults;
    expect([fault?.code, fault?.message]).toEqual(["SEED_STILL_USED", expect.stringContaining("load both in one command")]);
    const { faults } = await runSeed([first.folder, second.folder], engine, { ...QUICK_SEED, now: () => new Date(Date.UTC(2027, 0, 1)) });
    expect(faults).toEqual([]);
    expect(await speakersIn(engine)).toEqual(["a person:joe-lee PREFERRED", "b person:joe-lee PREFERRED", "a person:joe-lee PREFERRED"]);
  });
});

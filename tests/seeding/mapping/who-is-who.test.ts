import type { GraphEngine } from "../../../src/graph/engine";
import { runSeed } from "../../../src/seeding/run-seed";
import { checkTables, mapping, TABLES } from "../support/check-tables";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { nodeById } from "../support/graph-dump";
import { LoadedCorpus, openGraph, readLines, speakersIn } from "../support/load-tables";
import { QUICK_SEED } from "../../support/quick-seed";

jest.setTimeout(60_000);
afterAll(removeCorpusFolders);

const NAMED = mapping(["speaker: { name: <speaker> }"]);
const said = (...names: string[]): string =>
  `id,text,speaker\n${names.map((name, at) => `${at + 1},Words ${at + 1},"${name}"`).join("\n")}\n`;

/** Who each of these names is said to be. */
async function who(names: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { faults, says } = await checkTables({ "mapping.yaml": NAMED, "said.csv": said(...names), ...files });
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return says.map((each) => each.split(/ said: | said /)[0] ?? "");
}

describe("a name of a table", () => {
  it("is what people decided, before all else", async () => {
    const entities = "names:\n  Ada Novak: person:ada-the-second\n  officials: organization:town-hall\n  Voiceover: nobody\n";
    const found = await checkTables({
      "mapping.yaml": NAMED,
      "said.csv": said("Ada Novak", "officials", "Voiceover"),
      "people.yaml": "ada-novak:\n  name: Ada Novak\n",
      "entities.yaml": entities,
    });
    const speakers = found.chunk.relations.filter(({ type }) => type === "ATTRIBUTED_TO").map(({ to }) => to);
    expect([found.faults, speakers]).toEqual([[], ["person:ada-the-second", "organization:town-hall"]]);
  });

  it("is whom its slug names, before what the name says", async () => {
    const text = mapping(["speaker: { name: <speaker>, slug: <who> }"]);
    const rows = "id,text,speaker,who\n1,a,officials,ada\n2,b,Ada Novak,bo\n3,c,Somebody,person:ada\n";
    const { faults, chunk } = await checkTables({ "mapping.yaml": text, "said.csv": rows, "people.yaml": "ada:\n  name: Ada Novak\n" });
    const speakers = chunk.relations.filter(({ type }) => type === "ATTRIBUTED_TO").map(({ to }) => to);
    expect([faults, speakers]).toEqual([[], ["person:ada", "person:bo", "person:ada"]]);
  });

  it.each([
    ["officials", "Somebody whom the source does not name"],
    ["a source", "Somebody whom the source does not name"],
    ["Republicans", "A group"],
    ["she", "Somebody whom the source does not name"],
  ])("is nobody where words name nobody: %s", async (name, words) => {
    expect(await who([name])).toEqual([words]);
  });

  it.each(["N/A", "n/a", "-", "unknown", "None"])("is missing where the cell says so: %s", async (name) => {
    expect(await who([name])).toEqual(await who([""]));
  });

  it("is a handle's owner, with the sign in the name and not in the slug", async () => {
    const { chunk } = await checkTables({ "mapping.yaml": NAMED, "said.csv": said("@ben_moor", "u/throwaway") });
    const people = chunk.nodes.filter(({ label }) => label === "Person");
    expect(people.map(({ id, properties }) => [id, properties["name"]])).toEqual([
      ["person:ben-moor", "@ben_moor"],
      ["person:throwaway", "u/throwaway"],
    ]);
  });

  it.each([[["Ann Lee"]], [["Voiceover"], "names:\n  Voiceover: nobody\n"]])(
    "is not told of where %j is found or decided",
    async (names, entities = "") => {
      const { notes } = await checkTables({ "mapping.yaml": NAMED, "said.csv": said(...names), "entities.yaml": entities });
      expect(notes).toEqual([]);
    },
  );

  it("is told of once a table where cells name nobody, with how many, and those first that may be names", async () => {
    const names = ["officials", "she", "officials", "dkfj", "N/A", "Ann Lee"];
    const { notes, noteMessages } = await checkTables({ "mapping.yaml": NAMED, "said.csv": said(...names) });
    expect(notes).toEqual(["mapping.yaml:2:3 UNNAMED"]);
    expect(noteMessages).toContain('in the table "said" 5 cells of speakers name nobody ("dkfj", "officials" 2 times, "she" …)');
  });

  it("is one that is known by exactly this name or alias, in any case and with any accents", async () => {
    const people = "ada:\n  name: Ada Nováková\n  aliases: [The Mayor of Moor]\n";
    expect(await who(["ADA NOVAKOVA", "The Mayor of Moor"], { "people.yaml": people })).toEqual(["Ada Nováková", "Ada Nováková"]);
  });

  it("is left open where several have the last name, with a chance for each and for somebody else", async () => {
    expect(await who(["Hillary Clinton", "Bill Clinton", "Clinton"])).toEqual([
      "Hillary Clinton",
      "Bill Clinton",
      "Somebody, perhaps Bill Clinton (33 %) or Hillary Clinton (33 %),",
    ]);
  });

  it("is not guessed even where only one has the last name, and wherever that one stands", async () => {
    expect(await who(["Biden", "Joe Biden", "Joe Biden"])).toEqual(["Somebody, perhaps Joe Biden (67 %),", "Joe Biden", "Joe Biden"]);
  });

  it("is somebody new where nobody is known, without titles, and with the role as a position", async () => {
    expect(await who(["MUDr. Jan Novák, dietológ", "Jan Novak", "Ann Lee (senator)"])).toEqual([
      "Jan Novák, dietológ,",
      "Jan Novák",
      "Ann Lee, senator,",
    ]);
  });

  it("is found behind what describes it, which becomes a position", async () => {
    expect(await who(["campaign spokesman Ben Moor", "Ben Moor", "Ann Lee of Oak"])).toEqual([
      "Ben Moor, campaign spokesman,",
      "Ben Moor",
      "Ann Lee",
    ]);
  });

  it("is each of several that one phrase names, and the one of them that has a name", async () => {
    expect(await who(["Ann Lee and Ben Moor", "Ann Lee", "Neither Ann Lee nor her staff"])).toEqual([
      "Ann Lee and Ben Moor",
      "Ann Lee",
      "Ann Lee",
    ]);
  });

  it('is one\'s who holds an office with an "and" in it', async () => {
    expect(await who(["Ada Novak, President and CEO", "Ann Lee, Mayor of Velmara, and Ben Moor, Governor"])).toEqual([
      "Ada Novak, President and CEO,",
      "Ann Lee and Ben Moor",
    ]);
  });

  it("is each of several that commas join where that is sure, or another row or the corpus knows the second", async () => {
    const people = "eve:\n  name: Eve Roe\n";
    const names = ["Ben Moor (farmer), Ann Lee", "Ann Lee, Cy Dole", "Cy Dole", "Ann Lee, Eve Roe", "Ann Lee, Oak Hound"];
    expect(await who(names, { "people.yaml": people })).toEqual([
      "Ben Moor and Ann Lee",
      "Ann Lee and Cy Dole",
      "Cy Dole",
      "Ann Lee and Eve Roe",
      "Ann Lee, Oak Hound,",
    ]);
  });

  it("is told of, where it stays open, with the line that decides it", async () => {
    const people = "cicero:\n  name: Cicero\n";
    const { noteMessages } = await checkTables({ "mapping.yaml": NAMED, "said.csv": said("Cicero"), "people.yaml": people });
    expect(noteMessages).toContain('decide it under "names" in entities.yaml, such as "Cicero": person:cicero');
  });

  it("is told of without the comma before an office that the row does not have", async () => {
    const text = mapping(['speaker: { name: "<speaker>, <office>" }']);
    const { noteMessages } = await checkTables({ "mapping.yaml": text, "said.csv": "id,text,speaker,office\n1,a,an official,\n" });
    expect(noteMessages).toContain('names nobody ("an official")');
  });

  it("keeps whom a part of such a phrase may mean", async () => {
    expect(await who(["Bill Clinton", "Clinton and Ben Moor"])).toEqual([
      "Bill Clinton",
      "Somebody, perhaps Bill Clinton (50 %) or Ben Moor,",
    ]);
  });

  it("is not taken apart where all of it is one's name, or decided on", async () => {
    const files = {
      "organizations.yaml": "lee-and-moor:\n  name: Lee and Moor\n",
      "entities.yaml": "names:\n  Oak and Ash: organization:oak-and-ash\n",
    };
    expect(await who(["Lee and Moor", "Oak and Ash"], files)).toEqual(["Lee and Moor", "Oak and Ash"]);
  });

  it.each(["[organization]", "[person, organization]"])("is one name where nobody speaks, as that of %s", async (kind) => {
    const text = mapping([`about: [{ name: <speaker>, kind: ${kind} }]`]);
    const { chunk } = await checkTables({ "mapping.yaml": text, "said.csv": said("Lee and Moor", "Oak and others") });
    const about = chunk.relations.filter(({ type }) => type === "ABOUT").map(({ to }) => to.split(":")[1]);
    expect(about).toEqual(["lee-and-moor", "oak-and-others"]);
  });

  it("is an organization's where it reads so and the mapping allows it", async () => {
    const text = mapping(["speaker: { name: <speaker>, kind: [person, organization] }"]);
    const { chunk } = await checkTables({ "mapping.yaml": text, "said.csv": said("the Oak Herald", "NBC", "Ann Lee") });
    const speakers = chunk.relations.filter(({ type }) => type === "ATTRIBUTED_TO").map(({ to }) => to);
    expect(speakers).toEqual(["organization:oak-herald", "organization:nbc", "person:ann-lee"]);
  });

  it("may be of the kinds that the mapping says, and a new one is of the first", async () => {
    const text = mapping(["about: [{ name: <speaker>, kind: [event, place] }]"]);
    const { faults, chunk } = await checkTables({
      "mapping.yaml": text,
      "said.csv": said("Moor", "The Fair"),
      "places.yaml": "moor:\n  name: Moor\n",
    });
    const about = chunk.relations.filter(({ type }) => type === "ABOUT").map(({ to }) => to);
    expect([faults, about]).toEqual([[], ["place:moor", "event:the-fair"]]);
  });

  it("takes fields of the record where it is a new one", async () => {
    const text = mapping(["speaker: { name: <speaker>, record: { wikidataId: <q> } }"]);
    const { chunk } = await checkTables({ "mapping.yaml": text, "said.csv": "id,text,speaker,q\n1,a,Ada Novak,Q42\n" });
    expect(chunk.nodes.find(({ label }) => label === "Person")?.properties).toMatchObject({ name: "Ada Novak", wikidataId: "Q42" });
  });
});

describe("entities.yaml", () => {
  it("makes two names one person, who has both", async () => {
    const found = await checkTables({
      "mapping.yaml": NAMED,
      "said.csv": said("Joe Biden", "Joseph R. Biden"),
      "entities.yaml": "same:\n  person:joe-biden: [person:joseph-r-biden]\n",
    });
    const people = found.chunk.nodes.filter(({ label }) => label === "Person");
    expect(people.map(({ id, properties }) => [id, properties["name"], properties["aliases"]])).toEqual([
      ["person:joe-biden", "Joe Biden", ["Joseph R. Biden"]],
    ]);
  });

  it("makes of a speaker a medium, who said nothing, or an organization, who did", async () => {
    const entities = "is:\n  chain-email: work\n  oregon-lottery: organization\n";
    expect(await who(["Chain Email", "Oregon Lottery"], { "entities.yaml": entities })).toEqual([
      "Somebody whom the source does not name",
      "Oregon Lottery",
    ]);
  });

  it("keeps apart what is different although one Wikidata item is given", async () => {
    const text = mapping(["speaker: { name: <speaker>, record: { wikidataId: <q> } }"]);
    const rows = "id,text,speaker,q\n1,a,Ada Novak,Q42\n2,b,Ann Lee,Q42\n";
    const together = await checkTables({ "mapping.yaml": text, "said.csv": rows });
    const apart = await checkTables({
      "mapping.yaml": text,
      "said.csv": rows,
      "entities.yaml": "different:\n  - [person:ada-novak, person:ann-lee]\n",
    });
    const count = ({ chunk }: typeof apart): number => chunk.nodes.filter(({ label }) => label === "Person").length;
    expect([count(together), count(apart)]).toEqual([1, 2]);
  });
});

describe("names across corpora", () => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await openGraph();
  });
  afterEach(() => engine.close());

  const PEOPLE = "ada:\n  name: Ada Novak\n  aliases: [Ada the Mayor]\n  wikidataId: Q42\n";
  const WITH_ITEM = mapping(["speaker: { name: <speaker>, record: { wikidataId: <q> } }"]);
  const ROWS = "id,text,speaker,q\n1,a,Ada Novak,\n2,b,Ada the Mayor,\n3,c,A. N. Novakova,Q42\n4,d,Cy Day,\n";
  const SPEAKERS = ["1 person:ada PREFERRED", "2 person:ada PREFERRED", "3 person:ada PREFERRED", "4 person:cy-day PREFERRED"];

  it("mean whom the graph has, by name, alias, or Wikidata item", async () => {
    await new LoadedCorpus(engine, { "people.yaml": PEOPLE }, "first").load();
    const second = await new LoadedCorpus(engine, { "mapping.yaml": WITH_ITEM, "said.csv": ROWS }).load();
    expect([second.faults, await speakersIn(engine)]).toEqual([[], SPEAKERS]);
    expect(await nodeById(engine, "person:ada")).toMatchObject({ dataset: "dataset:first", name: "Ada Novak" });
  });

  const WITH_PEOPLE = mapping(["speaker: <slug>"], ["people:", "  <slug>: { name: <name>, wikidataId: <q> }"]);
  const NO_ITEM = "1,a,joe,Joe Lee,";
  const ITEM = "2,b,joe,Joe Lee,Q42";
  const OTHER_ITEM = "3,c,joe,Joe Lee,Q77";
  /** The rows, loaded behind a corpus whose Ada has the item Q42. */
  async function load(...rows: string[]): Promise<[faults: string[], speakers: string[], people: string[]]> {
    await new LoadedCorpus(engine, { "people.yaml": PEOPLE }, "first").load();
    const corpus = new LoadedCorpus(engine, { "mapping.yaml": WITH_PEOPLE, "said.csv": `id,text,slug,name,q\n${rows.join("\n")}\n` });
    const { faults } = await corpus.load();
    const people = await readLines(engine, "MATCH (p:Person) RETURN p.id AS id");
    return [faults.map(({ line, code }) => `${line} ${code}`), await speakersIn(engine), people];
  }

  it.each([[[NO_ITEM, ITEM]], [[ITEM, NO_ITEM]]])(
    "mean whom one row's Wikidata item says, for all rows of the slug, in whatever order: %j",
    async (rows) => {
      expect(await load(...rows)).toEqual([[], ["1 person:ada PREFERRED", "2 person:ada PREFERRED"], ["person:ada"]]);
    },
  );

  it.each([[[OTHER_ITEM, ITEM]], [[ITEM, OTHER_ITEM]]])(
    "are no one's where a slug has two Wikidata items, in whatever order: %j",
    async (rows) => {
      expect(await load(...rows)).toEqual([["3 SEED_DUPLICATE_KEY"], [], ["person:ada"]]);
    },
  );

  it("mean whom a corpus of the same call has", async () => {
    const first = corpusFolder({ "corpus.yaml": TABLES.replace("id: tables", "id: first"), "people.yaml": PEOPLE });
    const second = corpusFolder({ "corpus.yaml": TABLES, "mapping.yaml": WITH_ITEM, "said.csv": ROWS });
    const { faults } = await runSeed([first, second], engine, { ...QUICK_SEED, now: () => new Date() });
    expect([faults, await speakersIn(engine)]).toEqual([[], SPEAKERS]);
  });

  it("follow a decision that was added, at the next load", async () => {
    const corpus = new LoadedCorpus(engine, {
      "mapping.yaml": NAMED,
      "said.csv": said("Hillary Clinton", "Bill Clinton", "Clinton", "Hilary Clinton"),
    });
    await corpus.load();
    expect((await speakersIn(engine)).filter((line) => line.startsWith("3 "))).toEqual([
      "3 person:bill-clinton NORMAL 0.25",
      "3 person:hilary-clinton NORMAL 0.25",
      "3 person:hillary-clinton NORMAL 0.25",
    ]);
    const decided = "names:\n  Clinton: person:hillary-clinton\nsame:\n  person:hillary-clinton: [person:hilary-clinton]\n";
    const summary = await corpus.load({ "entities.yaml": decided });
    expect(summary.corpora[0]?.kinds["Person"]).toEqual({ created: 0, updated: 1, unchanged: 1, retracted: 1 });
    expect((await speakersIn(engine)).map((line) => line.replace(" PREFERRED", ""))).toEqual([
      "1 person:hillary-clinton",
      "2 person:bill-clinton",
      "3 person:hillary-clinton",
      "4 person:hillary-clinton",
    ]);
    expect(await corpus.load()).toMatchObject({ changed: false });
  });
});

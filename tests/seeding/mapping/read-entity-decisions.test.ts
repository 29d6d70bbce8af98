import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

/** Of two Bidens one stays open without a decision, which is noted and of no matter here. */
const ROWS = ["Joe Biden", "Joe R. Biden", "Hillary Clinton", "Oregon Lottery", "Ann Lee"];

/** What these decisions come to over a table of the names above. */
async function decide(entities: string, names: readonly string[] = ROWS): Promise<Awaited<ReturnType<typeof checkTables>>> {
  const found = await checkTables({
    "mapping.yaml": mapping(["speaker: { name: <speaker> }"]),
    "said.csv": `id,text,speaker\n${names.map((name, at) => `${at},Words ${at},${name}\n`).join("")}`,
    "entities.yaml": entities,
  });
  return { ...found, notes: found.notes.filter((note) => !note.endsWith("OPEN_NAME")) };
}

describe("entities.yaml", () => {
  it.each([
    ["oregon-lotery", "is:\n  oregon-lotery: organization\n", "entities.yaml:2:3", "oregon-lottery"],
    ["person:joe-bidn", "same:\n  person:joe-bidn: [person:joe-r-biden]\n", "entities.yaml:2:3", "person:joe-biden"],
    ["person:ann-leee", "different:\n  - [person:hillary-clinton, person:ann-leee]\n", "entities.yaml:2:30", "person:ann-lee"],
    ["person:hillary-klinton", "names:\n  Klinton: person:hillary-klinton\n", "entities.yaml:2:12", "person:hillary-clinton"],
  ])("says that nothing is %j, and what was meant, where that is near", async (id, entities, place, meant) => {
    const { faults, messages } = await decide(entities);
    expect(faults).toEqual([`${place} MISSING_REF`]);
    expect(messages).toContain(`nothing is "${id}", which "${entities.split(":")[0] ?? ""}" names, did you mean "${meant}"?`);
  });

  it("takes an id that is given up, and whoever a name alone makes, for what a table had or will have", async () => {
    const entities = "same:\n  person:joe-biden: [person:joe-bidne]\nnames:\n  Ann Lee: person:ann-the-second\n";
    const { faults, notes } = await decide(entities);
    expect([faults, notes]).toEqual([[], []]);
  });

  it("tells once of decisions on what is nowhere", async () => {
    const { faults, notes, noteMessages } = await decide("is:\n  glee: work\n  person:nobody-at-all: work\n");
    expect([faults, notes]).toEqual([[], ["entities.yaml:2:3 NO_ENTITY"]]);
    expect(noteMessages).toContain('2 decisions are on things that neither a row nor a file or corpus at hand gives ("glee" in line 2');
  });

  it("takes no two of one kind for somebody else's misspelling where a number or a generation tells them apart", async () => {
    const { faults } = await decide("names:\n  J. Lee: person:ann-lee-2\n  Lee Jr.: person:bob-lee-jr\n", [
      "Ann Lee",
      "Bob Lee Sr",
      "J. Lee",
    ]);
    expect(faults).toEqual([]);
  });

  it("refuses that one thing is the same as another of another kind", async () => {
    const { faults, messages } = await decide("same:\n  person:joe-biden: [organization:tide]\n");
    expect(faults).toEqual(["entities.yaml:2:22 REF_KIND"]);
    expect(messages).toContain("organization:tide cannot be the same as person:joe-biden, which is of another kind");
  });

  it("refuses that one pair is both the same and different, through a third as well", async () => {
    const same = "same:\n  person:joe-biden: [person:joe-r-biden, person:ann-lee]\n";
    const { faults } = await decide(
      `${same}different:\n  - [person:joe-biden, person:joe-r-biden]\n  - [person:joe-r-biden, person:ann-lee]\n`,
    );
    expect(faults).toEqual(["entities.yaml:4:5 DUPLICATE_KEY", "entities.yaml:5:5 DUPLICATE_KEY"]);
  });

  it("follows what is the same as one that is the same as a third", async () => {
    const same = "same:\n  person:joe-biden: [person:joe-r-biden]\n  person:joe-r-biden: [person:ann-lee]\n";
    const { faults, chunk } = await decide(same);
    const people = chunk.nodes.filter(({ label }) => label === "Person").map(({ id }) => id);
    expect([faults, people]).toEqual([[], ["person:joe-biden", "person:hillary-clinton", "person:oregon-lottery"]]);
  });

  it("calls a cycle what leads back to itself", async () => {
    const { faults } = await decide("same:\n  person:joe-biden: [person:joe-r-biden]\n  person:joe-r-biden: [person:joe-biden]\n");
    expect(faults).toEqual(["entities.yaml:2:22 CYCLE", "entities.yaml:3:24 CYCLE"]);
  });

  it("comes before the names that are known", async () => {
    const { faults, chunk } = await decide("same:\n  person:joe-biden: [person:joe-r-biden]\n", ["Joe Biden", "Joe R. Biden", "Joe Biden"]);
    const speakers = chunk.relations.filter(({ type }) => type === "ATTRIBUTED_TO").map(({ to }) => to);
    expect([faults, speakers]).toEqual([[], ["person:joe-biden", "person:joe-biden", "person:joe-biden"]]);
  });
});

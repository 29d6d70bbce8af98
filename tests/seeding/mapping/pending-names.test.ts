import { checkCorpora } from "../../../src/seeding/check-corpus";
import { collectChunks } from "../support/collect-chunks";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const CORPUS = "id: town\ntitle: A town\nversion: '1'\n";

/** A corpus of one table; `records` is what stands under that name in its mapping. */
function townFolder(records: string, table: string): string {
  const mapping = `tables:\n  rows:\n    files: rows.csv\n    records:\n${records.replace(/^(?=.)/gm, "      ")}`;
  return corpusFolder({ "corpus.yaml": CORPUS, "mapping.yaml": mapping, "rows.csv": table });
}

async function relationsOf(records: string, table: string): Promise<string[]> {
  const { faults, corpora } = await checkCorpora([townFolder(records, table)], { texts: new Map() });
  expect(faults).toEqual([]);
  const { relations } = await collectChunks(corpora[0]);
  return relations.map(({ from, type, to }) => `${from} ${type} ${to}`);
}

describe("names in what is kept from the first time through the tables", () => {
  it("become the ends of a relation", async () => {
    const records = `relations:
  <a | slug>.<b | slug>:
    from: { name: <a>, kind: person }
    to: { name: <b>, kind: organization }
    label: <label>
`;
    expect(await relationsOf(records, "a,b,label\nMs. Ada Novak,Ferry Company,adviser of\n")).toEqual([
      "person:ada-novak RELATED_TO organization:ferry-company",
    ]);
  });

  it("become links of entities, two names of one entity one link, and nobody none", async () => {
    const records = `events:
  <event | slug>:
    name: <event>
    involved:
      - { name: <who>, kind: person, role: guest }
`;
    const table = "event,who\nOpening,Ada Novak\nOpening,Mr. Ada Novak\nOpening,a source\nClosing,a source\n";
    expect(await relationsOf(records, table)).toEqual(["person:ada-novak INVOLVED_IN event:opening"]);
  });

  it("bring an office to somebody whom another corpus defines", async () => {
    const records = `documents:
  paper: { genre: NEWS }
statements:
  <id>:
    text: <text>
    speaker: { name: <who>, kind: person, position: mayor, record: { positions: { mayor: { title: Mayor } } } }
    reports: [{ in: paper, type: DIRECT }]
`;
    const first = corpusFolder({
      "corpus.yaml": "id: county\ntitle: A county\nversion: '1'\n",
      "people.yaml": "ada-b-novak: { name: Ada Novak }\n",
    });
    const second = townFolder(records, "id,who,text\n1,Ada Novak,Yes.\n");
    const { faults, corpora } = await checkCorpora([first, second], { texts: new Map() });
    const { nodes } = await collectChunks(corpora[1]);
    expect(faults).toEqual([]);
    expect(nodes.filter(({ label }) => label === "Position" || label === "Person").map(({ id }) => id)).toEqual([
      "position:town/ada-b-novak.mayor",
    ]);
  });

  it("show that two rows state the same relation", async () => {
    const records = "relations: { <id>: { from: { name: <a>, kind: person }, to: { name: <b>, kind: person }, label: knows } }\n";
    const folder = townFolder(records, "id,a,b\n1,Ada Novak,Bo Berg\n2,Mr. Ada Novak,Bo Berg\n3,Bo Berg,Ada Novak\n");
    const { faults } = await checkCorpora([folder], { texts: new Map() });
    expect(faults.map(({ line, code }) => [line, code])).toEqual([[3, "SEED_DUPLICATE_RELATION"]]);
  });

  it("do not make a statement empty whose row adds a speaker only", async () => {
    const records = `documents:
  paper: { genre: NEWS }
statements:
  - <id>: { when: <text>, text: <text>, speaker: { name: <who> }, reports: [{ in: paper, type: DIRECT }] }
  - <id>:
      unless: <text>
      attributions:
        - { name: <who>, kind: person, rank: NORMAL }
`;
    const relations = await relationsOf(records, "id,who,text\n1,Ada Novak,Yes.\n1,Bo Berg,\n");
    expect(relations.filter((each) => each.includes("ATTRIBUTED_TO"))).toEqual([
      "statement:town/1 ATTRIBUTED_TO person:ada-novak",
      "statement:town/1 ATTRIBUTED_TO person:bo-berg",
    ]);
  });
});

import { checkCorpora } from "../../../src/seeding/check-corpus";
import { collectChunks } from "../support/collect-chunks";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const CORPUS = "id: town\ntitle: A town\nversion: '1'\n";

async function relationsOf(mapping: string, table: string): Promise<string[]> {
  const folder = corpusFolder({ "corpus.yaml": CORPUS, "mapping.yaml": mapping, "rows.csv": table });
  const { faults, corpora } = await checkCorpora([folder], { texts: new Map() });
  expect(faults).toEqual([]);
  const { relations } = await collectChunks(corpora[0]);
  return relations.map(({ from, type, to }) => `${from} ${type} ${to}`);
}

describe("names in what is kept from the first time through the tables", () => {
  it("become the ends of a relation", async () => {
    const mapping = `tables:
  rows:
    files: rows.csv
    records:
      relations:
        <a | slug>.<b | slug>:
          from: { name: <a>, kind: person }
          to: { name: <b>, kind: organization }
          label: <label>
`;
    expect(await relationsOf(mapping, "a,b,label\nMs. Ada Novak,Ferry Company,adviser of\n")).toEqual([
      "person:ada-novak RELATED_TO organization:ferry-company",
    ]);
  });

  it("become links of entities, two names of one entity one link, and nobody none", async () => {
    const mapping = `tables:
  rows:
    files: rows.csv
    records:
      events:
        <event | slug>:
          name: <event>
          involved:
            - { name: <who>, kind: person, role: guest }
`;
    const table = "event,who\nOpening,Ada Novak\nOpening,Mr. Ada Novak\nOpening,a source\nClosing,a source\n";
    expect(await relationsOf(mapping, table)).toEqual(["person:ada-novak INVOLVED_IN event:opening"]);
  });

  it("do not make a statement empty whose row adds a speaker only", async () => {
    const mapping = `tables:
  rows:
    files: rows.csv
    records:
      documents:
        paper: { genre: NEWS }
      statements:
        - <id>: { when: <text>, text: <text>, speaker: { name: <who> }, reports: [{ in: paper, type: DIRECT }] }
        - <id>:
            unless: <text>
            attributions:
              - { name: <who>, kind: person, rank: NORMAL }
`;
    const relations = await relationsOf(mapping, "id,who,text\n1,Ada Novak,Yes.\n1,Bo Berg,\n");
    expect(relations.filter((each) => each.includes("ATTRIBUTED_TO"))).toEqual([
      "statement:town/1 ATTRIBUTED_TO person:ada-novak",
      "statement:town/1 ATTRIBUTED_TO person:bo-berg",
    ]);
  });
});

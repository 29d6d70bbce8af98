import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

describe("a statement in words", () => {
  it("names nobody whom it is known not to be from", async () => {
    const attributions = "attributions: [{ speaker: ann-lee, probability: 0.6 }, { speaker: bo-berg, rank: DEPRECATED }]";
    const people = "people: { ann-lee: { name: Ann Lee }, bo-berg: { name: Bo Berg } }";
    const { faults, says } = await checkTables({ "mapping.yaml": mapping([attributions], [people]), "said.csv": "id,text\n1,Hello\n" });
    expect([faults, says]).toEqual([[], [expect.stringMatching(/^Somebody, perhaps Ann Lee \(60 %\), said: “Hello”/)]]);
  });
});

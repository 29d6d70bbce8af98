import { proposeDecisions } from "../../../src/seeding/mapping/propose-decisions";
import type { SeenEntity } from "../../../src/seeding/mapping/propose-decisions";
import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";
import { NO_DECISIONS } from "../../../src/seeding/mapping/read-entity-decisions";

afterAll(removeCorpusFolders);

const seen = (name: string, count = 1): SeenEntity => {
  const id = `person:${name.toLowerCase().replace(/[^a-z]+/g, "-")}`;
  return { id, name, count, label: "Person", place: `table.csv:${count}` };
};

describe("proposeDecisions", () => {
  it("proposes that two names but for a middle one are the same, the more frequent first, with reason and place", () => {
    const text = proposeDecisions([seen("Ada M. Novak", 2), seen("Ada Novak", 9)], [], NO_DECISIONS);
    expect(text).toContain('"Ada Novak" (9 times, table.csv:9) and "Ada M. Novak" (2 times, table.csv:2): the same but for a middle name');
    expect(text).toContain("\n  person:ada-novak: [person:ada-m-novak]\n");
  });

  it("never gives up what a file or another corpus defines", () => {
    const fixed = { ...seen("Ada M. Novak", 2), isFixed: true };
    expect(proposeDecisions([fixed, seen("Ada Novak", 9)], [], NO_DECISIONS)).toContain("\n  person:ada-m-novak: [person:ada-novak]\n");
    expect(proposeDecisions([fixed, { ...seen("Ada Novak", 9), isFixed: true }], [], NO_DECISIONS)).not.toContain("[");
  });

  it("counts the rows that name somebody, not the records", async () => {
    const rows = ["Sara Oeberg", "Sara Öberg", "Sara Öberg", "Sara Öberg"].map((name, at) => `${at},Words ${at},${name}\n`);
    const { proposed } = await checkTables({
      "mapping.yaml": mapping(["speaker: { name: <speaker> }"]),
      "said.csv": `id,text,speaker\n${rows.join("")}`,
    });
    expect(proposed).toMatch(/"Sara Öberg" \(3 times, .*said\.csv:3\) and "Sara Oeberg" \(once, .*said\.csv:2\)/);
    expect(proposed).toContain("\n  person:sara-oberg: [person:sara-oeberg]\n");
  });

  it("does not propose again what people said to be different", () => {
    const different = new Set(["person:ada-m-novak person:ada-novak"]);
    expect(proposeDecisions([seen("Ada M. Novak"), seen("Ada Novak")], [], { ...NO_DECISIONS, different })).not.toContain("[");
  });

  it("takes a medium and an organization for no persons", () => {
    const text = proposeDecisions([seen("Chain Email"), seen("Harbour Committee"), seen("Ben Reed")], [], NO_DECISIONS);
    expect(text.split("\n").filter((line) => /^ {2}person:/.test(line))).toEqual([
      "  person:chain-email: work",
      "  person:harbour-committee: organization",
    ]);
  });

  it("leaves a name that may mean several to the reader, as a comment", () => {
    const open = [{ name: "Novak", count: 4, candidates: [{ id: "person:ada-novak", probability: 0.75 }] }];
    const text = proposeDecisions([seen("Ada Novak")], open, NO_DECISIONS);
    expect(text).toContain('# names:\n  # "Novak" (4 times) may be Ada Novak (75 %)\n  # "Novak": person:ada-novak');
  });
});

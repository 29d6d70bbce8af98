import { printSummary } from "../../src/seeding/print-summary";
import type { SeedSummary } from "../../src/seeding/run-seed";

const COUNTS = { created: 0, updated: 1, unchanged: 1200, retracted: 0 };
const SUMMARY: SeedSummary = {
  faults: [],
  notes: [],
  corpora: [
    {
      id: "town",
      version: "2",
      statements: 1000,
      reports: 1,
      documents: 2,
      entities: 1,
      ...COUNTS,
      kinds: { Person: COUNTS },
      relations: COUNTS,
    },
  ],
  changed: true,
  dataVersion: "v",
  dryRun: false,
};

describe("printSummary", () => {
  it("says what a corpus holds, what a load changed, and in which kinds", () => {
    expect(printSummary(SUMMARY)).toBe(
      [
        "town 2: 1,000 statements, 1 report, 2 documents, 1 entity",
        "  records    0 created, 1 updated, 1,200 unchanged, 0 retracted",
        "  relations  0 created, 1 updated, 1,200 unchanged, 0 retracted",
        "    Person         +0 ~1 -0",
        "Done. Data version v.",
      ].join("\n"),
    );
  });

  it("says that nothing changed", () => {
    expect(printSummary({ ...SUMMARY, changed: false })).toContain("Nothing changed: the graph holds this already.");
  });

  it("says what would be done in a dry run", () => {
    const text = printSummary({ ...SUMMARY, dryRun: true });
    expect(text).toContain("1 would be updated");
    expect(text).toContain("A dry run: nothing was written.");
  });

  it("lists faults and says that nothing was written", () => {
    const fault = { file: "a/people.yaml", line: 3, column: 5, code: "SEED_ENUM", message: "no" } as const;
    expect(printSummary({ ...SUMMARY, corpora: [], faults: [fault] })).toBe(
      "a/people.yaml:3:5 SEED_ENUM no\n1 fault in 1 file; nothing was written.",
    );
  });

  it("counts files of one name in two folders as two", () => {
    const fault = { line: 3, column: 5, code: "SEED_ENUM", message: "no" } as const;
    const faults = ["x/p.csv", "y/p.csv", "x/p.csv"].map((file) => ({ ...fault, file }));
    expect(printSummary({ ...SUMMARY, corpora: [], faults })).toContain("3 faults in 2 files; nothing was written.");
  });
});

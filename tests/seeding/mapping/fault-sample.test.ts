import { FaultSample } from "../../../src/seeding/mapping/fault-sample";
import { countFaults } from "../../../src/seeding/print-summary";
import type { Fault } from "../../../src/seeding/faults/fault";

const fault = (line: number, more: Partial<Fault> = {}): Fault => ({
  file: "said.csv",
  line,
  column: 1,
  code: "SEED_DATE",
  message: `"${line}" is not a date (as mapping.yaml:9:5 has it)`,
  ...more,
});

function sampleOf(faults: readonly Fault[]): FaultSample {
  const sample = new FaultSample();
  for (const each of faults) sample.add(each);
  return sample;
}

const lines = (count: number): Fault[] => Array.from({ length: count }, (_, at) => fault(at + 1));

describe("a sample of faults", () => {
  it("is empty where there are none", () => {
    expect([new FaultSample().faults(), new FaultSample().count]).toEqual([[], 0]);
  });

  it.each([1, 5, 6])("has all %d of a kind as they are", (count) => {
    expect(sampleOf(lines(count)).faults()).toEqual(lines(count));
  });

  it("has of seven the first five, and the last with how many it leaves out", () => {
    const faults = sampleOf(lines(7)).faults();
    expect(faults.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 7]);
    expect(faults.at(-1)?.message).toBe(
      '"7" is not a date (as mapping.yaml:9:5 has it); and 1 more row of this kind between this one and those above',
    );
  });

  it("says how many a million are", () => {
    const sample = sampleOf(lines(1_000_000));
    expect([sample.count, sample.faults().length]).toEqual([1_000_000, 6]);
    expect(sample.faults().at(-1)?.message).toContain("; and 999,994 more rows of this kind");
    expect(countFaults(sample.faults())).toBe(1_000_000);
  });

  it("counts what one part of a mapping does wrong in several files together", () => {
    const faults = lines(20).map((each) => ({ ...each, file: `part-${each.line}.csv` }));
    expect(sampleOf(faults).faults()).toHaveLength(6);
  });

  it.each<[string, (at: number) => Partial<Fault>]>([
    ["of different codes", (at) => ({ code: at % 2 === 0 ? "SEED_DATE" : "SEED_URL" })],
    ["of different parts of the mapping", (at) => ({ message: `wrong (as mapping.yaml:${9 + (at % 2)}:5 has it)` })],
    ["of different files, where no part of the mapping made them", (at) => ({ message: "wrong", file: `${at % 2}.csv` })],
  ])("keeps those apart that are %s", (_, more) => {
    const sample = sampleOf(lines(20).map((each, at) => ({ ...each, ...more(at) })));
    expect([sample.count, sample.faults().length]).toEqual([20, 12]);
  });
});

import { IdSet } from "../../../src/seeding/draft/id-set";

describe("IdSet", () => {
  it("has every id that was added, and no other one", () => {
    const set = new IdSet();
    for (let index = 0; index < 50_000; index++) set.add(`statement:a/s${index}`);
    const found = Array.from({ length: 100_000 }, (_, index) => set.has(`statement:a/s${index}`));
    expect(found.indexOf(false)).toBe(50_000);
    expect(found.lastIndexOf(true)).toBe(49_999);
  });

  it("counts an id once, however often it is added", () => {
    const set = new IdSet();
    for (let round = 0; round < 3; round++) for (let index = 0; index < 5000; index++) set.add(`person:p${index}`);
    expect(set.size).toBe(5000);
  });
});

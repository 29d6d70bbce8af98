import { BoundedMap } from "../src/bounded-map";

describe("BoundedMap", () => {
  it("forgets what was used longest ago once it is full", () => {
    const map = new BoundedMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.get("a");
    map.set("c", 3);
    expect(["a", "b", "c"].map((key) => map.get(key))).toEqual([1, undefined, 3]);
  });

  it("forgets nothing for what it has already, and counts that as used", () => {
    const map = new BoundedMap<string, number>(2);
    map.set("a", 1);
    map.set("b", 2);
    map.set("a", 3);
    expect(map.size).toBe(2);
    map.set("c", 4);
    expect(["a", "b", "c"].map((key) => map.get(key))).toEqual([3, undefined, 4]);
  });

  it("holds no more than it may", () => {
    const map = new BoundedMap<number, true>(3);
    for (let key = 0; key < 10; key++) map.set(key, true);
    expect(map.size).toBe(3);
  });
});

import { SizedMap } from "../../src/executor/sized-map";

const present = (map: SizedMap<string>, ...keys: string[]): string[] => keys.filter((key) => map.get(key) !== undefined);

describe("a map of a set number of bytes", () => {
  it("gives back what was put in, and holds its bytes", () => {
    const map = new SizedMap<string>(100);
    map.set("a", "one", 20);
    expect([map.get("a"), map.get("b"), map.bytes]).toEqual(["one", undefined, 20]);
  });

  it("forgets what came first once it is full", () => {
    const map = new SizedMap<string>(100);
    for (const key of ["a", "b", "c", "d", "e"]) map.set(key, key, 25);
    expect([present(map, "a", "b", "c", "d", "e"), map.bytes]).toEqual([["b", "c", "d", "e"], 100]);
  });

  it("spares what was used in the meantime", () => {
    const map = new SizedMap<string>(100);
    for (const key of ["a", "b", "c", "d"]) map.set(key, key, 25);
    map.get("a");
    map.set("e", "e", 25);
    expect(present(map, "a", "b", "c", "d", "e")).toEqual(["a", "c", "d", "e"]);
  });

  it("makes room where everything was used", () => {
    const map = new SizedMap<string>(100);
    for (const key of ["a", "b", "c", "d"]) map.set(key, key, 25);
    present(map, "a", "b", "c", "d");
    map.set("e", "e", 25);
    expect([present(map, "a", "b", "c", "d", "e"), map.bytes]).toEqual([["b", "c", "d", "e"], 100]);
  });

  it("forgets as many as a large one takes", () => {
    const map = new SizedMap<string>(100);
    for (const key of ["a", "b", "c", "d", "e"]) map.set(key, key, 20);
    map.set("f", "f", 25);
    map.set("g", "g", 25);
    expect([present(map, "a", "b", "c", "d", "e", "f", "g"), map.bytes]).toEqual([["d", "e", "f", "g"], 90]);
  });

  it("does not take what would fill more than a quarter", () => {
    const map = new SizedMap<string>(100);
    map.set("a", "a", 26);
    expect([map.get("a"), map.bytes]).toEqual([undefined, 0]);
  });

  it("counts what is put in again once", () => {
    const map = new SizedMap<string>(100);
    map.set("a", "small", 10);
    map.set("a", "larger", 25);
    expect([map.get("a"), map.bytes]).toEqual(["larger", 25]);
  });

  it("stays within its bytes whatever comes", () => {
    const map = new SizedMap<number>(1000);
    for (let index = 0; index < 5000; index++) {
      map.set(`key ${String((index * 7919) % 301)}`, index, (index * 31) % 260);
      map.get(`key ${String((index * 104729) % 301)}`);
      expect(map.bytes).toBeLessThanOrEqual(1000);
    }
    map.clear();
    expect(map.bytes).toBe(0);
  });
});

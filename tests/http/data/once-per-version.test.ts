import { OncePerVersion } from "../../../src/http/data/once-per-version";

describe("what is found out once for each version of the data", () => {
  let version: string | null;
  let reads: number;
  let once: OncePerVersion;
  const read = (): Promise<number> => Promise.resolve(++reads);
  beforeEach(() => {
    [version, reads] = ["v1", 0];
    once = new OncePerVersion({ settle: () => Promise.resolve(version) });
  });

  it("is read once as long as the data is the same, and anew with another version", async () => {
    expect([await once.find("a", read), await once.find("a", read)]).toEqual([1, 1]);
    version = "v2";
    expect([await once.find("a", read), await once.find("a", read)]).toEqual([2, 2]);
  });

  it("is kept by its name", async () => {
    expect([await once.find("a", read), await once.find("b", read), await once.find("a", read)]).toEqual([1, 2, 1]);
  });

  it("is read each time where the version is not known", async () => {
    version = null;
    expect([await once.find("a", read), await once.find("a", read)]).toEqual([1, 2]);
  });

  it("belongs to the version that was known before it was read, even where another one came meanwhile", async () => {
    let found = (_value: number): void => undefined;
    const slow = once.find("a", () => new Promise<number>((resolve) => (found = resolve)));
    await Promise.resolve();
    await Promise.resolve();
    version = "v2";
    found(7);
    expect(await slow).toBe(7);
    expect(await once.find("a", read)).toBe(1);
  });

  it("is not kept where it could not be read", async () => {
    await expect(once.find("a", () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
    expect(await once.find("a", read)).toBe(1);
  });
});

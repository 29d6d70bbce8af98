import { shortHash } from "../../../src/seeding/wording/short-hash";

describe("shortHash", () => {
  it("is the beginning of the text's SHA-256", () => {
    expect(shortHash("abc")).toBe("ba7816bf8f01");
  });
});

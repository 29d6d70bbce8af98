import { normalizeWording } from "../../../src/seeding/wording/normalize-wording";

describe("normalizeWording", () => {
  it.each([
    ["  “We’ll WIN — café!”\n", "well win cafe"],
    ["1,000 people, 5.5%", "1000 people 5 5%"],
    ["$5", "$5"],
    ["…", ""],
  ])("makes %j into %j", (text, normalized) => {
    expect(normalizeWording(text)).toBe(normalized);
  });
});

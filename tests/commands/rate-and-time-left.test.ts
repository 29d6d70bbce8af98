import { rateAndTimeLeft } from "../../src/commands/rate-and-time-left";

describe("rateAndTimeLeft", () => {
  it.each([
    [0, 1000, 5000, ""],
    [500, 1000, 200, ""],
    [24_600, 49_200, 2000, "12,300 a second, 2 s left"],
    [10_000, 1_010_000, 1000, "10,000 a second, 1 min 40 s left"],
    [1000, 4_501_000, 1000, "1,000 a second, 1 h 15 min left"],
    [1000, 1000, 4000, "250 a second, 0 s left"],
  ])("says of %d of %d rows after %d ms: %s", (done, total, elapsedMs, text) => {
    expect(rateAndTimeLeft(done, total, elapsedMs)).toBe(text);
  });
});

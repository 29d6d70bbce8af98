import { DataVersion } from "../../../src/http/data/data-version";

const LEASE_MS = 400;
const HOUR_MS = 3_600_000;

describe("the version of the data, when the clock jumps", () => {
  const now = Date.now;
  afterEach(() => {
    Date.now = now;
  });

  it.each([
    ["forth", HOUR_MS],
    ["back", -HOUR_MS],
  ])("is read again in time, an hour %s", async (_, jump) => {
    let reads = 0;
    const version = new DataVersion({ leaseMs: LEASE_MS, read: () => Promise.resolve(`v${String(++reads)}`) });
    const first = await version.settle();
    Date.now = () => now() + jump;
    const begin = performance.now();
    let seen = await version.settle();
    // Set back, the steady clock ends the lease all the same; set forth, the lease is over at once.
    while (seen === first && performance.now() - begin < 2 * LEASE_MS) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen = await version.settle();
    }
    version.stop();
    expect(seen).not.toBe(first);
    expect(performance.now() - begin).toBeLessThan(2 * LEASE_MS);
  });
});

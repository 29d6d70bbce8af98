import { DataVersion } from "../../../src/http/data/data-version";

/** A graph whose version can be set, and whose reads can be counted, held up and made to fail. */
class Graph {
  version: string | null = "v1";
  reads = 0;
  delayMs = 0;
  fails = false;
  readonly leaseMs = 1000;

  async read(): Promise<string | null> {
    this.reads += 1;
    const { version, fails } = this;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (fails) throw new Error("away");
    return version;
  }
}

let graph: Graph;
let version: DataVersion;
beforeEach(() => {
  jest.useFakeTimers();
  graph = new Graph();
  version = new DataVersion(graph);
});
afterEach(() => {
  version.stop();
  jest.useRealTimers();
});

/** Lets time pass with a question every 100 ms. */
async function askFor(ms: number): Promise<(string | null)[]> {
  const known: (string | null)[] = [];
  for (let passed = 0; passed < ms; passed += 100) {
    await jest.advanceTimersByTimeAsync(100);
    known.push(version.known());
  }
  return known;
}

describe("what the server knows of the version", () => {
  it("is nothing before the first read, and the version after it", async () => {
    expect([version.known(), await version.settle(), version.known()]).toEqual([null, "v1", "v1"]);
  });

  it("is read once for many questions at the same time", async () => {
    await Promise.all([version.settle(), version.settle(), version.settle()]);
    expect(graph.reads).toBe(1);
  });

  it("never lapses while questions come in, and takes two reads a second", async () => {
    await version.settle();
    const known = await askFor(10_000);
    expect(new Set(known)).toEqual(new Set(["v1"]));
    expect(graph.reads).toBeLessThanOrEqual(21);
  });

  it("is the new version within a second of the change", async () => {
    await version.settle();
    await askFor(450);
    graph.version = "v2";
    expect((await askFor(1000)).at(-1)).toBe("v2");
  });

  it("is not read any more a few seconds after the last question, and once at the next one", async () => {
    await version.settle();
    await jest.advanceTimersByTimeAsync(20_000);
    const idle = graph.reads;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(graph.reads).toBe(idle);
    graph.version = "v2";
    expect([version.known(), await version.settle(), graph.reads]).toEqual([null, "v2", idle + 1]);
  });

  it("is nothing when a lease ends without a new read", async () => {
    await version.settle();
    graph.fails = true;
    expect((await askFor(2000)).slice(9)).toEqual(Array(11).fill(null));
  });

  it("comes back with the graph", async () => {
    graph.fails = true;
    const away = await version.settle();
    graph.fails = false;
    expect([away, await version.settle()]).toEqual([null, "v1"]);
  });

  it("counts from the start of a read: one that took longer than the lease brings nothing", async () => {
    graph.delayMs = 1500;
    const asked = version.settle();
    await jest.advanceTimersByTimeAsync(1600);
    expect([await asked, version.known()]).toEqual([null, null]);
  });

  it("is trusted for the rest of the lease when a read was slow", async () => {
    graph.delayMs = 800;
    const asked = version.settle();
    await jest.advanceTimersByTimeAsync(800);
    expect(await asked).toBe("v1");
    graph.version = "v2";
    await jest.advanceTimersByTimeAsync(199);
    expect(version.known()).toBe("v1");
    await jest.advanceTimersByTimeAsync(2);
    expect(version.known()).toBeNull();
  });

  it("does not hold a question up for longer than the lease", async () => {
    graph.delayMs = 60_000;
    const first = version.settle();
    await jest.advanceTimersByTimeAsync(1001);
    expect(await first).toBeNull();
    // The read is late by now: nobody waits for it, and no second one is begun.
    expect([await version.settle(), graph.reads]).toEqual([null, 1]);
  });

  it("is nothing in a graph without data, and that is read no oftener", async () => {
    graph.version = null;
    expect([await version.settle(), await version.settle(), graph.reads]).toEqual([null, null, 1]);
  });

  it("lapses when only the wall clock went on, as on a machine that slept", async () => {
    await version.settle();
    jest.setSystemTime(Date.now() + 3_600_000);
    expect(version.known()).toBeNull();
  });

  it("does not live longer when the wall clock is set back", async () => {
    await version.settle();
    version.stop();
    version = new DataVersion(graph);
    await version.settle();
    graph.fails = true;
    jest.setSystemTime(Date.now() - 3_600_000);
    expect((await askFor(1500)).at(-1)).toBeNull();
  });

  it("is nothing once the server stops, and is read no more", async () => {
    await version.settle();
    version.stop();
    await jest.advanceTimersByTimeAsync(5000);
    expect([version.known(), await version.settle(), graph.reads]).toEqual([null, null, 1]);
  });
});

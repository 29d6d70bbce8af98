import { FormerIds } from "../../../src/http/data/former-ids";
import { OncePerVersion } from "../../../src/http/data/once-per-version";

/** A graph with some ids that were given up, which counts how often it is asked. */
class Graph {
  former: readonly string[] = [];
  version: string | null = "v1";
  reads = 0;

  read(): Promise<Record<string, string>[]> {
    this.reads += 1;
    return Promise.resolve(this.former.slice(0, 1).map((id) => ({ id })));
  }

  settle(): Promise<string | null> {
    return Promise.resolve(this.version);
  }
}

describe("whether ids were given up", () => {
  let graph: Graph;
  let ids: FormerIds;
  beforeEach(() => {
    graph = new Graph();
    ids = new FormerIds(graph, new OncePerVersion(graph));
  });

  it("is asked once as long as the data is the same", async () => {
    expect([await ids.any(), await ids.any()]).toEqual([false, false]);
    expect(graph.reads).toBe(1);
  });

  it("is asked again when the data has changed, in either direction", async () => {
    await ids.any();
    Object.assign(graph, { version: "v2", former: ["former:person:a"] });
    expect(await ids.any()).toBe(true);
    Object.assign(graph, { version: "v3", former: [] });
    expect(await ids.any()).toBe(false);
  });

  it("is asked each time where the version is not known", async () => {
    graph.version = null;
    await ids.any();
    graph.former = ["former:person:a"];
    expect(await ids.any()).toBe(true);
    expect(graph.reads).toBe(2);
  });
});

import { findChains } from "../../src/compiler/find-chains";
import type { ChainStep, ReadSteps } from "../../src/compiler/find-chains";

/** Steps of a made-up graph, written as `a>b`. */
function graphOf(...edges: string[]): { read: ReadSteps; asked: string[][] } {
  const steps = edges.map((edge): ChainStep => {
    const [from = "", to = ""] = edge.split(">");
    return { from, to, link: "L", behind: edge };
  });
  const asked: string[][] = [];
  const read: ReadSteps = (ids, direction) => {
    asked.push([direction, ...ids]);
    return Promise.resolve(steps.filter((step) => ids.includes(direction === "forward" ? step.from : step.to)));
  };
  return { read, asked };
}

const find = async (read: ReadSteps, from: string, to: string, maxLength = 6, first = 3): Promise<string[]> =>
  (await findChains({ from, to, maxLength, first }, read)).map((chain) => chain.map((step) => step.behind).join(" "));

describe("findChains", () => {
  it("finds the shortest chains, each once, and no longer one", async () => {
    const { read } = graphOf("a>b", "b>d", "a>c", "c>d", "a>e", "e>f", "f>d");
    expect((await find(read, "a", "d")).sort()).toEqual(["a>b b>d", "a>c c>d"]);
  });

  it("goes steps in their direction alone", async () => {
    const { read } = graphOf("b>a", "b>c");
    expect(await find(read, "a", "c")).toEqual([]);
  });

  it.each([
    [4, ["a>b b>c c>d d>e"]],
    [3, []],
  ])("keeps to a length of %d", async (maxLength, chains) => {
    const { read } = graphOf("a>b", "b>c", "c>d", "d>e");
    expect(await find(read, "a", "e", maxLength)).toEqual(chains);
  });

  it("gives as many as are wanted where there are more", async () => {
    const middle = Array.from({ length: 50 }, (_, index) => `m${index}`);
    const { read } = graphOf(...middle.flatMap((each) => [`a>${each}`, `${each}>z`]));
    expect(await find(read, "a", "z", 6, 4)).toHaveLength(4);
  });

  it("grows the smaller side, and enters each thing once", async () => {
    const { read, asked } = graphOf("a>b", "b>a", "b>c", ...Array.from({ length: 100 }, (_, index) => `x${index}>c`));
    expect(await find(read, "a", "c")).toEqual(["a>b b>c"]);
    expect(asked).toEqual([
      ["forward", "a"],
      ["forward", "b"],
    ]);
  });

  it("ends where one side has nowhere to go", async () => {
    const { read, asked } = graphOf("a>b", "c>d");
    expect(await find(read, "a", "d")).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it("has no gap on chains of odd and even length, from every meeting point", async () => {
    const { read } = graphOf("a>b", "a>c", "b>d", "c>d", "b>e", "c>e", "d>z", "e>z");
    const chains = await findChains({ from: "a", to: "z", maxLength: 5, first: 10 }, read);
    expect(chains).toHaveLength(4);
    for (const chain of chains) expect(chain.slice(1).map((step) => step.from)).toEqual(chain.slice(0, -1).map((step) => step.to));
  });
});

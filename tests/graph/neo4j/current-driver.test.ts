import type { Driver } from "neo4j-driver";
import { CurrentDriver, NoAnswer } from "../../../src/graph/neo4j/current-driver";

/** Drivers that only know how to be closed, numbered as they are made. */
function countedDrivers(): { readonly current: CurrentDriver; readonly made: number[]; readonly closed: Set<number> } {
  const made: number[] = [];
  const closed = new Set<number>();
  const current = new CurrentDriver(() => {
    const number = made.push(made.length) - 1;
    return { close: () => Promise.resolve(closed.add(number)) } as unknown as Driver;
  });
  return { current, made, closed };
}

const never = (): Promise<never> => new Promise<never>(() => undefined);

describe("CurrentDriver", () => {
  it("gives later calls a fresh driver after a call without an answer, and closes the old one", async () => {
    const { current, made, closed } = countedDrivers();
    await expect(current.call(never, 10)).rejects.toBeInstanceOf(NoAnswer);
    expect(made).toEqual([0, 1]);
    expect([...closed]).toEqual([0]);
    await current.close();
    expect([...closed]).toEqual([0, 1]);
  });

  it("makes no driver that nobody would close when a call ends without an answer after the end", async () => {
    const { current, made, closed } = countedDrivers();
    const call = current.call(never, 10);
    await current.close();
    await expect(call).rejects.toBeInstanceOf(NoAnswer);
    expect(made.filter((number) => !closed.has(number))).toEqual([]);
  });
});

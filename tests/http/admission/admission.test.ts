import { Admission } from "../../../src/http/admission/admission";

/** Two at work, one in line. */
function admission(): { here: Admission; database: { isDown: boolean } } {
  const database = { isDown: false };
  const here = new Admission({ maxAtWork: 2, maxWaiting: 1, maxLoopDelayMs: 10_000 }, () => database.isDown);
  return { here, database };
}

function heldWork(): { work: () => Promise<string>; end: () => void } {
  let end = (): void => undefined;
  const held = new Promise<void>((resolve) => (end = resolve));
  return { work: () => held.then(() => "done"), end: () => end() };
}

const codeOf = async (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => (error as { code: string }).code);

describe("Admission", () => {
  it("refuses whoever finds the line full as SERVER_BUSY", async () => {
    const { here } = admission();
    const { work, end } = heldWork();
    const asked = [here.run(work), here.run(work), here.run(work)];
    expect(await codeOf(here.run(work))).toBe("SERVER_BUSY");
    end();
    expect(await Promise.all(asked)).toEqual(["done", "done", "done"]);
  });

  it("lets nobody wait for a database that does not answer, and says so", async () => {
    const { here, database } = admission();
    const { work, end } = heldWork();
    const atWork = [here.run(work), here.run(work)];
    const inLine = codeOf(here.run(work));
    database.isDown = true;
    const late = [await codeOf(here.run(work)), await codeOf(here.run(work))];
    end();
    expect([...late, await inLine, ...(await Promise.all(atWork))]).toEqual([
      "DATABASE_UNAVAILABLE",
      "DATABASE_UNAVAILABLE",
      "DATABASE_UNAVAILABLE",
      "done",
      "done",
    ]);
    expect([here.line.atWork, here.line.waiting]).toEqual([0, 0]);
  });

  it("lets in whoever need not wait, since that is how an error is found and its end is noticed", async () => {
    const { here, database } = admission();
    database.isDown = true;
    expect(await here.run(() => Promise.resolve("an error of the database"))).toBe("an error of the database");
  });
});

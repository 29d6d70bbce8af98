import { QuestionLine } from "../../../src/http/admission/question-line";

const WAIT_MS = 40;
const line = (atOnce: number, inLine: number): QuestionLine => new QuestionLine({ atOnce, inLine, waitMs: WAIT_MS });

describe("QuestionLine", () => {
  it("lets so many in at once, so many wait, and refuses the next one at once", async () => {
    const here = line(2, 1);
    const entered = [await here.enter(), await here.enter()];
    void here.enter();
    expect([entered, here.atWork, here.waiting, await here.enter()]).toEqual([[true, true], 2, 1, false]);
  });

  it("lets those in line in by the order in which they came", async () => {
    const here = line(1, 5);
    await here.enter();
    const order: number[] = [];
    const all = [1, 2, 3].map(async (who) => {
      await here.enter();
      order.push(who);
      here.leave();
    });
    here.leave();
    await Promise.all(all);
    expect([order, here.atWork, here.waiting]).toEqual([[1, 2, 3], 0, 0]);
  });

  it("refuses whoever waited for too long, and keeps the place of nobody", async () => {
    const here = line(1, 1);
    await here.enter();
    expect(await here.enter()).toBe(false);
    here.leave();
    expect([here.waiting, here.atWork, await here.enter()]).toEqual([0, 0, true]);
  });
});

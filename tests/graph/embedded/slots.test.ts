import { EngineBusy } from "../../../src/errors";
import { Slots } from "../../../src/graph/embedded/slots";

const WAIT_MS = 30;

describe("Slots", () => {
  it("lets as many in at once as there are slots, and the next one when one leaves", async () => {
    const slots = new Slots(2, 10, 1000);
    const leave = await slots.enter();
    await slots.enter();
    const third = slots.enter();
    const early = await Promise.race([third.then(() => "in"), Promise.resolve("waiting")]);
    leave();
    expect(early).toBe("waiting");
    await expect(third).resolves.toBeInstanceOf(Function);
  });

  it("refuses whoever finds the line full", async () => {
    const slots = new Slots(1, 1, 1000);
    const leave = await slots.enter();
    const waiting = slots.enter();
    await expect(slots.enter()).rejects.toBeInstanceOf(EngineBusy);
    leave();
    (await waiting)();
  });

  it("refuses whoever waited as long as a statement may take, and forgets them", async () => {
    const slots = new Slots(1, 1, WAIT_MS);
    const leave = await slots.enter();
    await expect(slots.enter()).rejects.toBeInstanceOf(EngineBusy);
    const next = slots.enter();
    leave();
    await expect(next).resolves.toBeInstanceOf(Function);
  });

  it("gives a slot back once, however often its holder leaves", async () => {
    const slots = new Slots(1, 1, WAIT_MS);
    const leave = await slots.enter();
    leave();
    leave();
    await slots.enter();
    await expect(slots.enter()).rejects.toBeInstanceOf(EngineBusy);
  });
});

import { EventEmitter, getMaxListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { untilClientLeaves } from "../../../src/http/transport/until-client-leaves";

const response = (writableFinished: boolean): ServerResponse => Object.assign(new EventEmitter(), { writableFinished }) as never;

describe("untilClientLeaves", () => {
  it.each([
    [false, true],
    [true, false],
  ])("tells, where the whole answer was sent (%j) or not, that nobody waits any more: %j", (isSent, isGone) => {
    const each = response(isSent);
    const signal = untilClientLeaves(each);
    each.emit("close");
    expect(signal.aborted).toBe(isGone);
  });

  it("is listened to by as many root fields as a question may have, which is no leak", () => {
    expect(getMaxListeners(untilClientLeaves(response(true)))).toBe(Infinity);
  });
});

import { setMaxListeners } from "node:events";
import type { ServerResponse } from "node:http";

/** A signal that is aborted when the connection closes before the whole answer was handed to it. */
export function untilClientLeaves(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  // Each root field listens: as many as a question may have, which is no leak.
  setMaxListeners(Infinity, controller.signal);
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

import type { ServerResponse } from "node:http";

/** A signal that is aborted when the connection closes before the whole answer was handed to it. */
export function untilClientLeaves(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

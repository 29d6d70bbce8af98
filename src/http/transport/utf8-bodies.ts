import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";

/** Reads bodies as JSON, and refuses what is no UTF-8: read all the same, it would be asked with other letters than it was sent with. */
export function readUtf8Bodies(app: FastifyInstance): void {
  // Nothing is left out: `__proto__` is then a field of its own, which graphql-js refuses as it does any that it does not know.
  const readJson = app.getDefaultJsonParser("ignore", "ignore");
  app.removeContentTypeParser("application/json");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    if (!isUtf8(body)) return done(notUtf8());
    void readJson(request, body.toString("utf8"), done);
  });
}

/** Answered with 415 (`http-errors.ts`). */
export function notUtf8(): Error {
  return Object.assign(new Error("The request is no UTF-8."), { statusCode: 415 });
}

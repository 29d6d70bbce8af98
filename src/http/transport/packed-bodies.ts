import { PassThrough } from "node:stream";
import type { FastifyInstance } from "fastify";

/** In which a body may be packed. */
export const BODY_ENCODINGS = ["gzip", "deflate"] as const;

/**
 * Puts a stream between a packed body and whoever unpacks it. That one destroys what it reads from where something is not packed as it says;
 * were it the request, the connection would go with it, and the answer.
 */
export function spareRequests(app: FastifyInstance): void {
  app.addHook("preParsing", (request, _reply, body, done) => {
    // Names of codings may be written either way; whoever unpacks the body knows small letters alone.
    const encoding = request.headers["content-encoding"]?.toLowerCase();
    if (encoding !== undefined) request.headers["content-encoding"] = encoding;
    if (!BODY_ENCODINGS.some((each) => each === encoding)) return done(null, body);
    const between = new PassThrough();
    request.raw.once("close", () => {
      if (!request.raw.readableEnded) between.destroy();
    });
    done(null, body.pipe(between));
  });
}

import type { FastifyInstance } from "fastify";
import { REQUEST_ID } from "./request-note";
import type { RequestWatch } from "./request-watch";

/** Past this, codes of an answer with errors are not worth reading it again. */
const MAX_READ_AGAIN = 16_384;

/** Gives each request that the framework answers its id, and ends its note. To be set up before every other plugin. */
export function noteRequests(app: FastifyInstance, watch: RequestWatch): void {
  app.addHook("onRequest", (request, reply, done) => {
    const note = watch.noteOf(request.raw);
    note.route = request.routeOptions.url ?? null;
    void reply.header(REQUEST_ID, note.id);
    watch.endWith(reply.raw, note);
    done();
  });
  // Errors before and beside GraphQL are made in several places, one of them Apollo's; all pass here as text.
  app.addHook("onSend", (request, _reply, payload, done) => {
    const note = watch.noteOf(request.raw);
    if (note.codes.length === 0 && isShortError(payload)) note.codes = codesIn(payload);
    done(null, payload);
  });
}

function isShortError(payload: unknown): payload is string {
  return typeof payload === "string" && payload.startsWith('{"errors":') && payload.length <= MAX_READ_AGAIN;
}

function codesIn(payload: string): string[] {
  const { errors } = JSON.parse(payload) as { errors: readonly { extensions?: { code?: unknown } }[] };
  return errors.map(({ extensions }) => String(extensions?.code));
}

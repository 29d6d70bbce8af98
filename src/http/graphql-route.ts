import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Admission } from "./admission/admission";
import type { CachedAnswers } from "./answers/cached-answers";
import { setCacheHeaders } from "./answers/conditional-get";
import type { ConditionalGet } from "./answers/conditional-get";
import type { HttpContext } from "./apollo/http-context";
import { rateLimited } from "./cost/cost-gate";
import type { CostGate } from "./cost/cost-gate";
import { costReport, wantsCost, withCost } from "./cost/cost-report";
import { untilClientLeaves } from "./transport/until-client-leaves";
import { notUtf8 } from "./transport/utf8-bodies";
import type { RequestWatch } from "./watching/request-watch";

export interface GraphQLRouteParts {
  readonly apollo: ApolloServer<HttpContext>;
  /** @param signal aborted when the client leaves before its answer is sent */
  createContext(request: FastifyRequest, signal: AbortSignal): HttpContext;
  readonly admission: Admission;
  /** Null where nobody is held to points. */
  readonly gate: CostGate | null;
  readonly watch: RequestWatch;
  readonly conditional: ConditionalGet;
  /** Null where none are kept. */
  readonly cached: CachedAnswers | null;
  /** Answers a browser that opens the address; null where pages are off. */
  readonly showPage: ((request: FastifyRequest, reply: FastifyReply) => unknown) | null;
}

/** Starts Apollo, and sets up POST and GET /graphql. */
export async function addGraphQLRoute(app: FastifyInstance, parts: GraphQLRouteParts): Promise<void> {
  await parts.apollo.start();
  const ask = fastifyApolloHandler(parts.apollo, {
    context: (request, reply) => Promise.resolve(parts.createContext(request, untilClientLeaves(reply.raw))),
  });
  const askApollo: AskApollo = async (request, reply) => ask.call(app, request, reply);
  app.route({
    method: ["GET", "POST"],
    url: "/graphql",
    onRequest: [refuseOtherCharsets, (request, reply, done) => chargeArrival(parts, request, reply, done)],
    handler: async (request, reply) => parts.admission.run(async () => answer(parts, askApollo, request, reply)),
  });
}

type AskApollo = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

async function answer(parts: GraphQLRouteParts, ask: AskApollo, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const { conditional, cached, showPage, watch } = parts;
  if (showPage && isBrowser(request)) return showPage(request, reply);
  const isReported = wantsCost(request.headers);
  const tag = isReported ? null : await conditional.tagOf(request);
  const note = watch.noteOf(request.raw);
  if (conditional.isUnchanged(request, tag)) {
    note.cache = "hit";
    return sendUnchanged(reply, tag);
  }
  const text = await ask(request, reply);
  const isWhole = isWithoutErrors(reply, text);
  if (isWhole) setCacheHeaders(reply, tag);
  // What is left of a budget is true of one moment, and is nobody else's business.
  if (isReported && typeof text === "string") return withCost(text, costReport(note.question.cost, note.budget));
  return isWhole && cached?.finish(request.raw, reply, text) ? reply : text;
}

/** Whatever it is, a request costs a point; what a question costs beyond that is known when it has been measured. */
function chargeArrival(
  { gate, watch }: GraphQLRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const budget = gate?.take(request.raw, 1) ?? null;
  watch.noteOf(request.raw).budget = budget;
  if (budget === null || budget.waitSeconds === 0) return done();
  void reply.header("retry-after", String(budget.waitSeconds));
  done(rateLimited(budget, 1));
}

function sendUnchanged(reply: FastifyReply, tag: string): FastifyReply {
  setCacheHeaders(reply, tag);
  return reply.code(304).send();
}

/** Whether Apollo has answered a query in full: `errors` stand in front of `data` where there are any. */
function isWithoutErrors(reply: FastifyReply, text: unknown): text is string {
  return reply.statusCode === 200 && typeof text === "string" && text.startsWith('{"data":');
}

/** A browser's address bar prefers HTML; programs ask for JSON or for anything. */
function isBrowser(request: FastifyRequest): boolean {
  return request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
}

/** JSON is UTF-8 (RFC 8259); Fastify reads any other encoding as if it were. */
function refuseOtherCharsets(request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void {
  const charset = /charset\s*=\s*"?([^\s";]+)/i.exec(request.headers["content-type"] ?? "")?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return done();
  done(notUtf8());
}

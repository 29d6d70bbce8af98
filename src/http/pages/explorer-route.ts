import { gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { addToVary } from "../transport/add-to-vary";
import type { DatasetSummary } from "./dataset-summary";
import { idePage } from "./ide-page";
import type { Page } from "./page-frame";
import type { ReadyQuestion } from "./read-questions";
import { sandboxPage } from "./sandbox-page";
import { startPage } from "./start-page";

/** Routes of the pages for browsers, each with a Content-Security-Policy of its own. */
export function addExplorerRoutes(app: FastifyInstance): void {
  app.get("/", (_request, reply) => reply.redirect("/graphql"));
  app.get("/sandbox", (_request, reply) => sendPage(reply, sandboxPage()));
  let ide: Promise<Page & { readonly packed: Buffer }> | undefined;
  app.get("/ide", async (request, reply) => {
    // Packed once: it is the same nine megabytes for everybody.
    ide ??= idePage().then((page) => ({ ...page, packed: gzipSync(page.html) }));
    const page = await ide;
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return sendPage(reply, page);
    void reply.header("content-encoding", "gzip").header("vary", "accept-encoding");
    return sendPage(reply, { ...page, html: page.packed });
  });
}

/** The handler of a browser that opens /graphql. */
export function createStartPage(
  questions: readonly ReadyQuestion[],
  readDatasets: () => Promise<readonly DatasetSummary[]>,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  return async (_request, reply) => {
    // The page is of use without figures, too, when the database does not answer.
    const datasets = await readDatasets().catch(() => null);
    // The same address gives a program its answer.
    void reply.header("vary", addToVary(reply.getHeader("vary"), "accept"));
    return sendPage(reply, startPage(questions, datasets));
  };
}

function sendPage(reply: FastifyReply, page: { readonly html: string | Buffer; readonly policy: string }): FastifyReply {
  return reply
    .header("content-security-policy", page.policy)
    .header("cache-control", "no-cache")
    .type("text/html; charset=utf-8")
    .send(page.html);
}

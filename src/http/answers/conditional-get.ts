import type { FastifyReply, FastifyRequest } from "fastify";
import type { DataVersion } from "../data/data-version";
import { addToVary } from "../transport/add-to-vary";
import { entityTag, matchesTag } from "./entity-tag";
import type { TagSalt } from "./entity-tag";
import { isPreflighted } from "./is-preflighted";

/** Tags for the answers to GET, by which caches and browsers ask whether what they have still holds. */
export class ConditionalGet {
  constructor(
    private readonly version: DataVersion,
    private readonly salt: TagSalt,
  ) {}

  /** The tag that the answer will have; null where it gets none. To be asked for before the answer is worked out. */
  async tagOf({ method, url, headers }: FastifyRequest): Promise<string | null> {
    if (method !== "GET") return null;
    const version = await this.version.settle();
    return version === null ? null : entityTag(this.salt, version, url, headers.accept ?? "");
  }

  /** Whether the client has the answer already. A request that Apollo would refuse is for Apollo to answer. */
  isUnchanged({ headers }: FastifyRequest, tag: string | null): tag is string {
    return tag !== null && isPreflighted(headers) && matchesTag(headers["if-none-match"], tag);
  }
}

/** Says of an answer without errors whether it may be kept, and that it must be asked about each time. */
export function setCacheHeaders(reply: FastifyReply, tag: string | null): void {
  if (tag === null) return void reply.header("cache-control", "no-store");
  void reply
    .header("etag", tag)
    // Not `public`: whoever puts a login in front of Quoth must not find answers behind it in a shared cache.
    .header("cache-control", "no-cache")
    .header("vary", addToVary(reply.getHeader("vary"), "accept", "accept-encoding"));
}

import { createHash } from "node:crypto";

/** What an answer depends on besides the question and the data: program and settings. */
export type TagSalt = string;

/** @param parts whatever makes two servers answer one question differently on the same data */
export function tagSalt(...parts: readonly unknown[]): TagSalt {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * The tag of an answer to GET. It is made without the answer, so that it can be compared before there is one; and weak,
 * since packed and plain bytes have the same.
 * @param version that was known before the answer was worked out
 * @param accept the request's header: it decides on the media type
 */
export function entityTag(salt: TagSalt, version: string, url: string, accept: string): string {
  const hash = createHash("sha256").update([salt, version, url, accept].join("\n"));
  return `W/"${hash.digest("base64url").slice(0, 27)}"`;
}

/**
 * Whether a client has the answer with this tag already. `*` is not taken: whether there is any answer to this URL shows
 * only when it is worked out.
 */
export function matchesTag(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(",").some((each) => withoutWeak(each.trim()) === withoutWeak(tag));
}

function withoutWeak(tag: string): string {
  return tag.startsWith("W/") ? tag.slice(2) : tag;
}

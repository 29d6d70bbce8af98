/**
 * Ids are permanent and readable: `kind:slug` for what all corpora share, `kind:corpus/slug` for what belongs to one.
 */
export interface ParsedId {
  readonly kind: string;
  /** Absent where the kind is shared by all corpora. */
  readonly corpus?: string;
  readonly slug: string;
}

/** Lower-case letters and digits of any script, with `-`, `_` and `.` between them; at most 200 code points. */
const SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}](?:[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}._-]*[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}])?$/u;
const MAX_SLUG = 200;

/** In words, for messages. */
export const SLUG_RULE = "lower-case letters and digits, with - _ . between them, at most 200 characters";

export function isSlug(text: string): boolean {
  return [...text].length <= MAX_SLUG && SLUG.test(text);
}

export function makeId(kind: string, slug: string, corpus?: string): string {
  return corpus === undefined ? `${kind}:${slug}` : `${kind}:${corpus}/${slug}`;
}

/** @returns null where the text is no id. */
export function parseId(id: string): ParsedId | null {
  const colon = id.indexOf(":");
  if (colon <= 0) return null;
  const kind = id.slice(0, colon);
  const rest = id.slice(colon + 1);
  const slash = rest.indexOf("/");
  const parsed = slash < 0 ? { kind, slug: rest } : { kind, corpus: rest.slice(0, slash), slug: rest.slice(slash + 1) };
  if (!/^[a-z]+$/.test(kind) || parsed.slug === "" || parsed.corpus === "") return null;
  return parsed;
}

/** The kind that an id begins with, not checked: `person` of person:javad-zarif. */
export function prefixOf(id: string): string {
  return id.slice(0, id.indexOf(":"));
}

/** What stands behind the kind: the slug, after its corpus where it has one. Of a text without a kind, all of it. */
export function withoutPrefix(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

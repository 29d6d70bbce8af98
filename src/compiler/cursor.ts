import { BadUserInput } from "../errors";
import type { OrderTerm } from "./nodes/level-node";

export type CursorKey = string | number;

/** What a list is sorted by, as far as a cursor tells: numbers, or else text. */
export type KeyKind = Pick<OrderTerm, "isNumber">;

/**
 * The place of one item in one ordered list: the values it is sorted by. Opaque to callers, and safe: the values become
 * parameters. The list's name and order are part of it, so that a cursor of another list is recognised.
 */
export function writeCursor(list: string, keys: readonly CursorKey[]): string {
  return Buffer.from(JSON.stringify([list, ...keys]), "utf8").toString("base64url");
}

/** @throws BadUserInput for text that is no cursor, or one of another list or order: never page one instead. */
export function readCursor(cursor: string, list: string, terms: readonly KeyKind[], where: string): CursorKey[] {
  const parts = parse(cursor);
  const [name, ...keys] = parts ?? [];
  const isOwn = name === list && keys.length === terms.length && terms.every((term, index) => isKey(keys[index], term));
  if (!isOwn) {
    throw new BadUserInput(
      `\`${where}\` is no cursor of this list in this order. Give one of its own \`pageInfo\` or \`edges\`, with the same arguments.`,
    );
  }
  return keys as CursorKey[];
}

/** A number, or text that an engine can hold. */
function isKey(key: unknown, { isNumber }: KeyKind): boolean {
  return isNumber === true ? Number.isSafeInteger(key) : typeof key === "string" && !/[\0\p{Surrogate}]/u.test(key);
}

function parse(cursor: string): unknown[] | null {
  if (cursor.length > 4000 || !/^[\w-]+$/.test(cursor)) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parsed) && Buffer.from(JSON.stringify(parsed), "utf8").toString("base64url") === cursor ? parsed : null;
  } catch {
    // Not Quoth's own writing: the caller says so.
    return null;
  }
}

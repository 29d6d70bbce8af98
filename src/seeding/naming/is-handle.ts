/** `@ben_moor`, `u/throwaway`, `ben@oak.example`, `user123`, `ben_moor`, `realBenMoor`, `eBay`. */
const HANDLE =
  /^(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*|\/?u\/[\w-]+|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\p{Ll}+\p{Lu}[\p{L}\p{N}_]*|\p{L}[\p{L}.]*\d[\p{L}\p{N}_.]*|\p{L}[\p{L}\p{N}.-]*_[\p{L}\p{N}_.-]*)$/u;
const SIGN = /^(?:@|\/?u\/)(?=[\p{L}\p{N}_])/u;

/** Whether a text is the one word under which somebody has an account, which is a name however it is written. */
export function isHandle(text: string): boolean {
  return HANDLE.test(text);
}

/** `@ben_moor` without its sign, which is no part of a slug. */
export function withoutSign(text: string): string {
  return isHandle(text) ? text.replace(SIGN, "") : text;
}

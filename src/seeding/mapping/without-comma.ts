/** A name as notes show it: what joins it to an office that the row does not have is no part of it. */
export function withoutComma(name: string): string {
  return name.replace(/[\s,;:]+$/u, "");
}

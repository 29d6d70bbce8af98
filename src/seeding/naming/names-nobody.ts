/** What tables have in place of a name where there is none. */
const NO_NAME = /^(?:n\s?[./]\s?a\.?|unknown|none|[-–—?.]+)$/iu;

/** Whether a cell says in so many signs that it holds no name, as an empty one does. */
export function namesNobody(text: string): boolean {
  return NO_NAME.test(text.trim());
}

/** Of a long list, so many say what it is of. */
const SHOWN = 5;

/** The first of some texts, and how many there are besides. */
export function shortenList(texts: readonly string[]): string[] {
  const rest = texts.length - SHOWN;
  return rest <= 1 ? [...texts] : [...texts.slice(0, SHOWN), `${String(rest)} more`];
}

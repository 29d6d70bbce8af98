/** Two blanks before every line. */
export function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

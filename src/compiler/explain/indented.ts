/** Lines that belong below another one. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

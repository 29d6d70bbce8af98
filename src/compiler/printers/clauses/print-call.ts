import { indent } from "./indent";

/** A subquery of several branches, whose rows come one after the other. */
export function printUnion(imports: readonly string[], branches: readonly (readonly string[])[]): string {
  return `CALL (${imports.join(", ")}) {\n${branches.map((lines) => indent(lines.join("\n"))).join("\n  UNION ALL\n")}\n}`;
}

/** A subquery, told the variables that it needs. */
export function printCall(imports: readonly string[], lines: readonly string[]): string {
  return `CALL (${imports.join(", ")}) {\n${indent(lines.join("\n"))}\n}`;
}

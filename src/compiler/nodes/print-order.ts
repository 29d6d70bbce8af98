import type { PageNode } from "./level-node";

export function printOrder(page: PageNode): string {
  return `ORDER BY ${page.terms.map((term) => `${term.alias ?? term.expression} ${term.direction}`).join(", ")}`;
}

import type { SourceNode } from "../nodes/level-node";
import type { Values } from "./describe-condition";
import { printArrows } from "./describe-steps";
import { describeValue } from "./describe-value";
import { shortenList } from "./shorten-list";

/** The nodes of a source as a noun: those of a kind, or what they are to the node above. */
export function nameSource(source: SourceNode): string {
  switch (source.from) {
    case "label":
    case "id":
    case "ids":
      return `${source.label} nodes`;
    case "search":
      return "nodes that have the words";
    case "steps":
      return source.steps.length === 0 ? "the node above itself" : `nodes behind ${printArrows(source.steps)}`;
    case "list":
      return "entities that were chosen";
    case "namedRelations":
      return "relations that were found";
    case "property":
      return `${source.label} nodes whose ids stand in its ${source.property}`;
    case "relationProperty":
      return `${source.label} nodes whose ids stand in the ${source.property} of ${printArrows([source.step])}`;
    case "neighbours":
      return `entities linked by ${shortenList(source.links).join(", ")}`;
    case "linkStatements":
      return "statements that make the link";
    case "relations":
      return `relations ${shortenList(source.kinds).join(", ")}`;
  }
}

/** What is looked up by ids, with the ids; null for anything else. */
export function describeSource(source: SourceNode, values: Values): string | null {
  if (source.from === "id") return `the ${source.label} node with the id ${describeValue(values[source.idParameter] ?? null)}`;
  if (source.from !== "ids") return null;
  const rows = (values[source.rowsParameter] ?? []) as readonly { readonly id: string }[];
  return `${source.label} nodes with the ids ${describeValue(rows.map(({ id }) => id))}`;
}

import type { CypherValue } from "../../graph/cypher-statement";
import { shortenList } from "./shorten-list";

/** Longer texts are cut: what is shown is to tell one value from another. */
const CHARACTERS_SHOWN = 60;

/** A value as it can be shown within a line. */
export function describeValue(value: CypherValue): string {
  if (typeof value === "string") return describeText(value);
  if (Array.isArray(value)) return describeList(value as readonly CypherValue[]);
  return JSON.stringify(value);
}

function describeText(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= CHARACTERS_SHOWN) return JSON.stringify(text);
  return `${JSON.stringify(characters.slice(0, CHARACTERS_SHOWN).join(""))}… (${String(characters.length)} characters)`;
}

function describeList(items: readonly CypherValue[]): string {
  return `[${shortenList(items.map(describeValue)).join(", ")}]`;
}

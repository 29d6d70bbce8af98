import type { CypherValue } from "../../graph/cypher-statement";
import { instantText } from "../../model/instant-text";
import { EARLIEST_INSTANT } from "../../model/partial-date";
import type { ComparisonNode, ConditionNode, RelatedNode } from "../nodes/condition-node";
import { nameSteps } from "./describe-steps";
import { describeValue } from "./describe-value";
import { shortenList } from "./shorten-list";

/** What the parameters of a statement hold. */
export type Values = Readonly<Record<string, CypherValue>>;

/** What a filter demands, within one line, in the words of the API's filters where they have some. */
export function describeCondition(node: ConditionNode, values: Values): string {
  switch (node.kind) {
    case "comparison":
      return describeComparison(node, values);
    case "labels":
      return node.labels.length === 0 ? "is of no kind" : `is a ${node.labels.join(" or ")}`;
    case "told":
    case "listed":
      return "was found before";
    case "not":
      return `not (${describeCondition(node.part, values)})`;
    case "related":
      return describeRelated(node, values);
    case "all":
      return node.parts.map((part) => describePart(part, values)).join(" and ");
    case "any":
      return describeAny(node.parts, values);
  }
}

/** An alternative among others stands in brackets. */
function describePart(part: ConditionNode, values: Values): string {
  const text = describeCondition(part, values);
  return (part.kind === "any" && text.includes(" or ")) || (part.kind === "all" && text.includes(" and ")) ? `(${text})` : text;
}

function describeAny(parts: readonly ConditionNode[], values: Values): string {
  if (parts.length === 0) return "nothing fulfils it";
  return shortenList(parts.map((part) => describePart(part, values))).join(" or ");
}

function describeRelated({ steps, quantifier, inner }: RelatedNode, values: Values): string {
  const { name, isQuantified } = nameSteps(steps);
  const far = inner === null ? "" : ` {${describeCondition(inner, values)}}`;
  if (quantifier.is === "count")
    return `number of ${name}${far} ${quantifier.operator} ${describeValue(valueOf(quantifier.parameter, values))}`;
  // `speaker: { … }` is as much as `about: { some: { … } }`.
  return `${name}${quantifier.is === "some" && !isQuantified && far !== "" ? "" : ` ${quantifier.is}`}${far}`;
}

const OPERATORS: Readonly<Partial<Record<ComparisonNode["operator"], string>>> = {
  IN: "in",
  CONTAINS: "contains",
  "STARTS WITH": "starts with",
  "IS NULL": "is null",
  "IS NOT NULL": "is not null",
};

function describeComparison(node: ComparisonNode, values: Values): string {
  const { property, operator, parameter, of, fallbackParameter } = node;
  const value = valueOf(parameter, values);
  if (property === "namesText") return describeNames(value);
  const [, date, side] = /^(.*)(Earliest|Latest)$/.exec(property) ?? [];
  const name = date === undefined ? property.replace(/Folded$/, "") : `${side === "Earliest" ? "beginning" : "end"} of ${date}`;
  const told = parameter === null ? "" : ` ${date === undefined ? describeValue(value) : describeInstant(value)}`;
  const unknown = fallbackParameter === undefined ? "" : ", if known";
  return `${of === "relation" ? "the relation's " : ""}${name} ${OPERATORS[operator] ?? operator}${told}${unknown}`;
}

/** All forms of all names are kept in one text, each between line breaks (search/names-text.ts). */
function describeNames(value: CypherValue): string {
  if (Array.isArray(value)) return `name in ${describeValue((value as readonly string[]).map((each) => each.trim()))}`;
  const text = typeof value === "string" ? value : "";
  if (!text.startsWith("\n")) return `name contains ${describeValue(text)}`;
  return text.length > 1 && text.endsWith("\n")
    ? `name = ${describeValue(text.trim())}`
    : `name starts with ${describeValue(text.slice(1))}`;
}

function describeInstant(value: CypherValue): string {
  if (value === EARLIEST_INSTANT) return "as early as the longest dates of the data allow";
  return (typeof value === "number" ? instantText(value) : null) ?? describeValue(value);
}

function valueOf(parameter: string | null, values: Values): CypherValue {
  return values[parameter ?? ""] ?? null;
}

import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import type { ValueNode } from "graphql";
import { parseAskedDate } from "../../model/asked-date";
import { PARTIAL_DATE_FORMS } from "../../model/partial-date";

const TOLD_CHARACTERS = 40;

/** EDTF levels 0 and 1 as text; what is stored was checked when it was loaded. */
export const PartialDateScalar = new GraphQLScalarType<string, unknown>({
  name: "PartialDate",
  description:
    "A point or stretch of time as precisely as it is known: EDTF levels 0 and 1. `2020`, `2020-01`, `2020-01-03`, `2020-01-03T21:30:00Z`, `2020-01-03~` (approximate), `2020-01/2020-03`. Questions may also name a quarter or a week as buckets do: `2020-Q1`, `2020-W01`.",
  specifiedByURL: "https://www.loc.gov/standards/datetime/",
  serialize: (value) => value,
  parseValue: (value) => checkedDate(value),
  parseLiteral: (node) => checkedDate(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined, node),
});

/** @param node where the value stands in the query; graphql-js adds no place of its own to errors of scalars */
function checkedDate(value: unknown, node?: ValueNode): string {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text === "string" && parseAskedDate(text)) return text;
  throw new GraphQLError(`${told(value)} is not a date. Write it as text (${PARTIAL_DATE_FORMS}).`, {
    ...(node && { nodes: [node] }),
    extensions: { code: "BAD_USER_INPUT" },
  });
}

/** The value as the client wrote it, cut where it is long. */
function told(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number") return "The value";
  const characters = [...String(value)];
  return `"${characters.length > TOLD_CHARACTERS ? `${characters.slice(0, TOLD_CHARACTERS).join("")}…` : characters.join("")}"`;
}

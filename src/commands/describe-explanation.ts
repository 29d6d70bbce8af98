import type { ExplainedField } from "../api/explain-fields";
import type { Explanation } from "../http/explain-question";
import { plural } from "./output";
import { printable } from "./printable";

/** An explanation and what it is of. */
export interface Shown {
  /** The question's; `-` for stdin. */
  readonly file: string;
  readonly engine: string;
  /** Points that a question may cost. */
  readonly limit: number;
  readonly explanation: Explanation;
}

type Statement = ExplainedField["statements"][number];

/** An explanation for people: refusals first, then a paragraph for each root field. @param withCypher with all that a database would be sent */
export function describeExplanation({ file, engine, limit, explanation }: Shown, withCypher: boolean): string {
  const { cost, fields, refusals } = explanation;
  const refused = refusals.map((each) => `${placeOf(file, each)} ${each.code} ${each.message}`);
  const parts = refused.length === 0 ? [] : [refused.join("\n")];
  if (fields.length > 0 && cost !== null)
    parts.push(`${describeCost(cost, limit, fields)} Compiled for the ${engine} engine; no database was asked.`);
  parts.push(...fields.map(({ name, explained }) => describeField(name, explained, withCypher)));
  return printable(parts.join("\n\n"));
}

function placeOf(file: string, { line, column }: Explanation["refusals"][number]): string {
  const name = file === "-" ? "stdin" : file;
  return line === null || column === null ? name : `${name}:${String(line)}:${String(column)}`;
}

function describeCost(cost: number, limit: number, fields: Explanation["fields"]): string {
  const shown = fields.reduce((sum, { explained }) => sum + (explained?.cost ?? 0), 0);
  const rest = cost === shown ? "" : `; ${plural(cost - shown, "point")} of that for fields that are refused or skipped`;
  return `Costs ${plural(cost, "point")} of at most ${limit.toLocaleString("en")} (QUOTH_MAX_COST)${rest}.`;
}

function describeField(name: string, explained: ExplainedField | null, withCypher: boolean): string {
  if (explained === null) return `${name}: known from the schema, needs no database`;
  const { cost, tree, statements } = explained;
  const cypher = withCypher ? statements.flatMap(describeStatement) : [];
  return [`${name}: ${plural(cost, "point")}, ${countOf(statements)}`, ...indented([...tree, ...cypher])].join("\n");
}

function countOf(statements: readonly Statement[]): string {
  if (statements.length === 0) return "no statement";
  return statements.length === 1 ? "one statement" : "several statements, one after the other";
}

function describeStatement({ text, parameters, when, filledIn }: Statement): string[] {
  const values = Object.entries(parameters).map(
    ([name, value]) => `$${name} = ${JSON.stringify(value)}${filledIn.includes(name) ? "  (filled in when it is asked)" : ""}`,
  );
  return ["", `Cypher${when === null ? "" : ` (${when})`}:`, ...indented([...text.split("\n"), "", ...values])];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `  ${line}`));
}

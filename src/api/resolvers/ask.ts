import type { GraphQLResolveInfo } from "graphql";
import { compileOnce } from "../../compiler/compile-once";
import type { Compiled } from "../../compiler/compile";
import type { CypherValue } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import type { RequestContext } from "../request/request-context";

/** A root field: compiled to one statement, asked once, read. Only paths are searched in several (ADR 14). */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const compiled = compileOnce(info, context.limits, context.engine.dialect);
  const { statement, read, search } = compiled;
  const engine = context.engineFor?.(info.fieldName) ?? context.engine;
  if (search) return search((each) => engine.read(each));
  const answer = read(statement === null ? [] : await engine.read(statement));
  return isWhole(answer) ? answer : askFormer(compiled, engine, answer);
}

/** Of several things, each has to be there. */
function isWhole(answer: unknown): boolean {
  return Array.isArray(answer) ? !answer.includes(null) : answer !== null;
}

const FORMER = "MATCH (f:FormerId) WHERE f.id IN $p_former RETURN f.id AS former, f.entityId AS id";
const PREFIX = "former:";

/** Nothing has an id now; if it was given up for another, that one answers. */
async function askFormer(
  { statement, read, askedIds = [] }: Compiled,
  engine: Pick<GraphEngine, "read">,
  answer: unknown,
): Promise<unknown> {
  if (statement === null || askedIds.length === 0) return answer;
  const rows = await engine.read({ text: FORMER, parameters: { p_former: askedIds.map((id) => PREFIX + id) } });
  if (rows.length === 0) return answer;
  const ids = new Map(rows.map(({ former, id }) => [(former as string).slice(PREFIX.length), id as string]));
  const parameters = Object.entries(statement.parameters).map(([name, value]) => [name, withIds(value, ids)] as const);
  return read(await engine.read({ ...statement, parameters: Object.fromEntries(parameters) }));
}

/** A parameter that holds one id, or rows with ids. */
function withIds(value: CypherValue, ids: ReadonlyMap<string, string>): CypherValue {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (!Array.isArray(value)) return value;
  return (value as readonly CypherValue[]).map((row) => (hasId(row) ? { ...row, id: ids.get(row.id) ?? row.id } : row));
}

function hasId(row: CypherValue): row is { readonly id: string } {
  return typeof row === "object" && row !== null && "id" in row && typeof row.id === "string";
}

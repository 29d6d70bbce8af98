import type { GraphQLResolveInfo } from "graphql";
import { compileOnce } from "../../compiler/compile-once";
import type { Compiled } from "../../compiler/compile";
import type { GraphEngine } from "../../graph/engine";
import type { RequestContext } from "../request/request-context";

/** A root field: compiled to one statement, asked once, read. Only paths are searched in several (ADR 14). */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const compiled = compileOnce(info, context.limits, context.engine.dialect);
  const { statement, read, search } = compiled;
  const engine = context.engineFor?.(info.fieldName) ?? context.engine;
  if (search) return search((each) => engine.read(each));
  const answer = read(statement === null ? [] : await engine.read(statement));
  return answer ?? (await askFormer(compiled, engine));
}

const FORMER = "MATCH (f:FormerId {id: $p_former}) RETURN f.entityId AS id";

/** Nothing has this id now; if it was given up for another, that one answers. */
async function askFormer({ statement, read, askedId }: Compiled, engine: Pick<GraphEngine, "read">): Promise<unknown> {
  if (statement === null || askedId === undefined) return null;
  const [row] = await engine.read({ text: FORMER, parameters: { p_former: `former:${askedId}` } });
  const id = row?.["id"];
  if (typeof id !== "string") return null;
  const parameters = Object.entries(statement.parameters).map(([name, value]) => [name, value === askedId ? id : value] as const);
  return read(await engine.read({ ...statement, parameters: Object.fromEntries(parameters) }));
}

import type { GraphQLResolveInfo } from "graphql";
import { compileOnce } from "../../compiler/compile-once";
import type { RequestContext } from "../request/request-context";

/** A root field: compiled to one statement, asked once, read. Only paths are searched in several (ADR 12). */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const { statement, read, search } = compileOnce(info, context.limits, context.engine.dialect);
  if (search) return search((each) => context.engine.read(each));
  return read(statement === null ? [] : await context.engine.read(statement));
}

import type { GraphQLResolveInfo } from "graphql";
import { compileOnce } from "../../compiler/compile-once";
import type { RequestContext } from "../request/request-context";

/** A root field: compiled to one statement, asked once, read. */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const { statement, read } = compileOnce(info, context.limits, context.engine.dialect);
  return read(statement === null ? [] : await context.engine.read(statement));
}

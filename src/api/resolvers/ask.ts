import type { GraphQLResolveInfo } from "graphql";
import { compile } from "../../compiler/compile";
import type { RequestContext } from "../request/request-context";

/** A root field: compiled to one statement, asked once, read. */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const { statement, read } = compile(info, context.limits, context.engine.dialect);
  return read(statement === null ? [] : await context.engine.read(statement));
}

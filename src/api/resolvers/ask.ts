import type { GraphQLResolveInfo } from "graphql";
import { compile } from "../../compiler/compile";
import type { Compiled } from "../../compiler/compile";
import { compileOnce } from "../../compiler/compile-once";
import { fillBounds } from "../../compiler/deferred-bound";
import { readLongDates } from "../../compiler/read-long-dates";
import type { CypherStatement } from "../../graph/cypher-statement";
import { readCurrentIds } from "./current-ids";
import type { RequestContext } from "../request/request-context";

/**
 * A root field: compiled to one statement, asked once, read. Only paths are searched in several (ADR 14), and ids that may have been given up are
 * looked up before; so is how long dates are, once for each version of the data.
 */
export async function ask(info: GraphQLResolveInfo, context: RequestContext): Promise<unknown> {
  const engine = context.engineFor?.(info.fieldName) ?? context.engine;
  const compiled = await compileCurrent(info, context, engine);
  const { read, search, refusal } = compiled;
  if (refusal) throw refusal;
  if (search) return search((each) => engine.read(each));
  const statement = await bounded(compiled, context);
  return read(statement === null ? [] : await engine.read(statement));
}

/** The question with the ids that things have now: an id that somebody wrote down goes on naming what it named. */
async function compileCurrent(info: GraphQLResolveInfo, context: RequestContext, engine: RequestContext["engine"]): Promise<Compiled> {
  const { limits } = context;
  const compiled = compileOnce(info, limits, engine.dialect);
  const { askedIds } = compiled;
  if (askedIds.length === 0 || !(await context.hasFormerIds())) return compiled;
  const currentIds = await readCurrentIds(askedIds, engine);
  return currentIds.size === 0 ? compiled : compile(info, limits, engine.dialect, currentIds);
}

/** What goes on at some instant cannot have begun earlier than the long dates of the graph: only these are looked up. */
async function bounded({ statement, deferred }: Compiled, context: RequestContext): Promise<CypherStatement | null> {
  if (statement === null) return null;
  return fillBounds(statement, deferred, (date) =>
    context.oncePerVersion(`long dates: ${date.label}.${date.property}`, () => readLongDates(date, (each) => context.engine.read(each))),
  );
}

import type { FieldNode } from "graphql";
import { BoundedMap } from "../bounded-map";
import type { Dialect } from "../graph/dialect";
import { compile } from "./compile";
import type { Compiled, CompileInfo } from "./compile";
import type { Limits } from "./limits";

/** What was compiled for one root field of one document, by the values of its variables. */
interface Plans {
  readonly limits: Limits;
  readonly dialect: Dialect;
  readonly byVariables: BoundedMap<string, Compiled>;
}

/** A document that is forgotten takes its plans along. */
const PLANS = new WeakMap<FieldNode, Plans>();
const PLANS_A_FIELD = 50;
/** Values of this many characters come from no dashboard, and would not come again. */
const MAX_KEY = 4000;

/**
 * The same as `compile`, remembered: documents are kept by whoever parses them, so a root field is known by its place in
 * one. A question that is asked again, with the same values, costs a look-up.
 * @throws what `compile` throws; nothing is remembered of that
 */
export function compileOnce(info: CompileInfo, limits: Limits, dialect: Dialect): Compiled {
  const [field, ...more] = info.fieldNodes;
  // One response key that stands in several places is no single place.
  if (field === undefined || more.length > 0) return compile(info, limits, dialect);
  const key = JSON.stringify(info.variableValues);
  if (key.length > MAX_KEY) return compile(info, limits, dialect);
  const { byVariables } = plansOf(field, limits, dialect);
  let compiled = byVariables.get(key);
  if (compiled === undefined) {
    compiled = compile(info, limits, dialect);
    byVariables.set(key, compiled);
  }
  return compiled;
}

function plansOf(field: FieldNode, limits: Limits, dialect: Dialect): Plans {
  const known = PLANS.get(field);
  if (known && known.limits === limits && known.dialect === dialect) return known;
  const plans: Plans = { limits, dialect, byVariables: new BoundedMap(PLANS_A_FIELD) };
  PLANS.set(field, plans);
  return plans;
}

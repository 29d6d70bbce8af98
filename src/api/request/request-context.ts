import type { Limits } from "../../compiler/limits";
import type { GraphEngine } from "../../graph/engine";

/** What a request brings to the resolvers. */
export interface RequestContext {
  readonly engine: Pick<GraphEngine, "read" | "dialect">;
  readonly limits: Limits;
}

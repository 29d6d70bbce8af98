import type { Limits } from "../../compiler/limits";
import type { GraphEngine } from "../../graph/engine";

/** What a request brings to the resolvers. */
export interface RequestContext {
  readonly engine: Pick<GraphEngine, "read" | "dialect">;
  readonly limits: Limits;
  /** The engine for one root field, where somebody wants to know which one a statement belongs to. */
  engineFor?(rootField: string): RequestContext["engine"];
  /** Whether some ids may have been given up for others. Asked for each question that names ids: where none were, nothing has to be looked up. */
  hasFormerIds(): Promise<boolean>;
  /** What `read` finds, asked once for each version of the data under one name; each time where the version is not known. */
  oncePerVersion<Value>(name: string, read: () => Promise<Value>): Promise<Value>;
}

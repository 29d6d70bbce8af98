import type { IncomingMessage } from "node:http";
import type { Config } from "../../config/settings";
import type { GraphEngine } from "../../graph/engine";
import type { CostGate } from "../cost/cost-gate";
import type { FormerIds } from "../data/former-ids";
import type { OncePerVersion } from "../data/once-per-version";
import type { Metrics } from "../watching/metrics";
import type { RequestWatch } from "../watching/request-watch";
import { watchedEngine } from "../watching/watched-engine";
import type { HttpContext } from "./http-context";

/** What all requests share. */
export interface ContextParts {
  readonly config: Config;
  readonly engine: Pick<GraphEngine, "read" | "dialect">;
  readonly watch: RequestWatch;
  /** Null where nobody is held to points. */
  readonly gate: CostGate | null;
  /** Null where there are none. */
  readonly metrics: Metrics | null;
  readonly once: OncePerVersion;
  readonly formerIds: FormerIds;
}

/** @param signal aborted when the client leaves: then its statements end, since nobody waits for their rows */
export function createContext(request: IncomingMessage, signal: AbortSignal, parts: ContextParts): HttpContext {
  const { config, watch, gate, metrics, once, formerIds } = parts;
  const note = watch.noteOf(request);
  const engine: HttpContext["engine"] = {
    dialect: parts.engine.dialect,
    read: (statement) => parts.engine.read(statement, signal),
  };
  return {
    engine,
    engineFor: (field) => watchedEngine({ engine, note, field, onStatement: metrics && ((ms) => metrics.statement(field, ms)) }),
    limits: config.limits,
    note,
    charge: (points) => gate?.take(request, points) ?? null,
    hasFormerIds: () => formerIds.any(),
    oncePerVersion: (name, read) => once.find(name, read),
  };
}

import type { GraphEngine } from "../../graph/engine";
import type { OncePerVersion } from "./once-per-version";

const ANY = "MATCH (f:FormerId) RETURN f.id AS id LIMIT 1";

/** Whether the graph holds ids that were given up for others: most graphs hold none, and then no question has to look for its own. */
export class FormerIds {
  constructor(
    private readonly engine: Pick<GraphEngine, "read">,
    private readonly once: Pick<OncePerVersion, "find">,
  ) {}

  any(): Promise<boolean> {
    return this.once.find("former ids", async () => (await this.engine.read({ text: ANY, parameters: {} })).length > 0);
  }
}

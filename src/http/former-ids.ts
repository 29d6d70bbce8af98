import type { GraphEngine } from "../graph/engine";
import type { DataVersion } from "./data-version";

const ANY = "MATCH (f:FormerId) RETURN f.id AS id LIMIT 1";

/** Whether the graph holds ids that were given up for others: most graphs hold none, and then no question has to look for its own. */
export class FormerIds {
  private found: { readonly version: string; readonly any: boolean } | undefined;

  constructor(
    private readonly engine: Pick<GraphEngine, "read">,
    private readonly version: Pick<DataVersion, "settle">,
  ) {}

  /** @returns what was found under the version that the data has now; asked anew where that is not known */
  async any(): Promise<boolean> {
    const version = await this.version.settle();
    if (version !== null && version === this.found?.version) return this.found.any;
    const any = (await this.engine.read({ text: ANY, parameters: {} })).length > 0;
    if (version !== null) this.found = { version, any };
    return any;
  }
}

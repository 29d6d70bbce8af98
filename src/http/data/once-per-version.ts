import type { DataVersion } from "./data-version";

interface Found {
  readonly version: string;
  readonly value: unknown;
}

/**
 * What is found out of the data once, as long as it is the same. What is read after a version was settled may be of newer data, never of older; so
 * answers that are made by it hold all that this version has, as kept answers do (ADR 11).
 */
export class OncePerVersion {
  private readonly found = new Map<string, Found>();

  constructor(private readonly version: Pick<DataVersion, "settle">) {}

  /**
   * @param name of few: all are kept
   * @returns what was read under the version that the data has now; read anew where that is not known
   */
  async find<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    const version = await this.version.settle();
    const known = this.found.get(name);
    // Under one name there is one reader, and so values of one type.
    if (known !== undefined && known.version === version) return known.value as Value;
    const value = await read();
    if (version !== null) this.found.set(name, { version, value });
    return value;
  }
}

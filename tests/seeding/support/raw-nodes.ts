import type { RawEntry, RawMap, RawNode } from "../../../src/seeding/readers/raw-node";
import { readYaml } from "../../../src/seeding/readers/read-yaml";

/** A record as YAML writes it; what is wrong with it is an error of the test. */
export function rawMap(yaml: string): RawMap {
  const { file, content } = readYaml("record.yaml", Buffer.from(yaml));
  if (file.faults.length > 0) throw new Error(JSON.stringify(file.faults));
  return { is: "map", entries: content.entries, at: 0 };
}

/** A structure without its places, to be compared at a glance. */
export function plain(node: RawNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.is === "scalar") return node.broken ? "(broken)" : node.text;
  return node.is === "list" ? node.items.map(plain) : plainEntries(node.entries);
}

/** Entries as an object; one key twice is an error. */
export function plainEntries(entries: readonly RawEntry[]): Record<string, unknown> {
  if (new Set(entries.map(({ key }) => key)).size < entries.length)
    throw new Error(`one key twice: ${entries.map(({ key }) => key).join()}`);
  return Object.fromEntries(entries.map(({ key, value }) => [key, plain(value)]));
}

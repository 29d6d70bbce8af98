import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawList, RawMap, RawNode } from "../readers/raw-node";

/** Two values for one field of one record, of which the first was kept. */
export interface Difference {
  readonly field: string;
  readonly kept: string;
  readonly other: string;
  readonly at: number;
}

/** By which field the items of a list are told apart; items of other lists by all that they say. */
const ITEM_KEYS = ["slug", "in", "speaker", "entity", "statement", "claim", "organization", "place", "author", "account", "start"];

/** Entries of one key become one: the same record or field, said in several places. */
export function mergeEntries(entries: readonly RawEntry[], differences: Difference[] = []): RawEntry[] {
  if (new Set(entries.map(({ key }) => key)).size === entries.length) return [...entries];
  const merged = new Map<string, RawEntry>();
  for (const entry of entries) {
    const before = merged.get(entry.key);
    merged.set(
      entry.key,
      before === undefined ? entry : { ...before, value: mergeNodes(before.value, entry.value, entry.key, differences) },
    );
  }
  return [...merged.values()];
}

/**
 * What two rows say of one thing: maps field by field, lists joined without doubles, and of two different texts the
 * first, which is noted. Another name of an entity becomes an alias.
 */
export function mergeMaps(a: RawMap, b: RawMap, differences: Difference[]): RawMap {
  const own: Difference[] = [];
  const entries = mergeEntries([...a.entries, ...b.entries], own);
  const names = own.filter(({ field }) => field === "name");
  differences.push(...own.filter(({ field }) => field !== "name"));
  return { ...a, entries: names.reduce((all, { other, at }) => withAlias(all, other, at), entries) };
}

function withAlias(entries: readonly RawEntry[], name: string, at: number): RawEntry[] {
  const alias: RawEntry = { key: "aliases", at, value: { is: "list", items: [scalarNode(name, at)], at } };
  return mergeEntries([...entries, alias]);
}

function mergeNodes(a: RawNode, b: RawNode, field: string, differences: Difference[]): RawNode {
  if (a.is === "map" && b.is === "map") return mergeMaps(a, b, differences);
  if (a.is === "list" || b.is === "list") return mergeLists(asList(a), asList(b), differences);
  if (a.is === "scalar" && b.is === "scalar" && a.text !== b.text && !b.broken)
    differences.push({ field, kept: a.text, other: b.text, at: b.at });
  else if (a.is !== b.is) differences.push({ field, kept: a.is, other: b.is, at: b.at });
  return a;
}

/** Where the items of a list that was put together stand: thousands of rows may add one item each. */
const known = new WeakMap<RawList, Map<string, number>>();

function mergeLists(a: RawList, b: RawList, differences: Difference[]): RawList {
  const items = [...a.items];
  const places = known.get(a) ?? new Map(items.map((item, at) => [identity(item), at]));
  known.delete(a);
  for (const item of b.items) {
    const at = places.get(identity(item));
    const before = at === undefined ? undefined : items[at];
    if (at === undefined || before === undefined) {
      places.set(identity(item), items.length);
      items.push(item);
    } else if (before.is === "map" && item.is === "map") items[at] = mergeMaps(before, item, differences);
    else if (item.is === "map") items[at] = item;
  }
  const list = { ...a, items };
  known.set(list, places);
  return list;
}

/** A plain slug and a map that says more about the same one are the same item. */
function identity(node: RawNode): string {
  if (node.is === "scalar") return node.text;
  if (node.is === "list") return JSON.stringify(node.items.map(identity));
  for (const key of ITEM_KEYS) {
    const value = node.entries.find((entry) => entry.key === key)?.value;
    if (value?.is === "scalar") return value.text;
  }
  return JSON.stringify(node.entries.map(({ key, value }) => [key, identity(value)]));
}

function asList(node: RawNode): RawList {
  return node.is === "list" ? node : { is: "list", items: [node], at: node.at };
}

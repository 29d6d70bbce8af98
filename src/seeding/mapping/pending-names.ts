import type { RawEntry, RawList, RawNode } from "../readers/raw-node";
import { mergeEntries } from "./merge-records";

/** No text of a table and no id begins so. */
const PENDING = "\u0000";

/**
 * Stands for an answer that is not known yet: entities and relations are kept from the first time through the tables, in which
 * names are only noted. What holds nothing but a name would be taken for empty otherwise, and be left out.
 */
export function pendingName(key: string): string {
  return PENDING + key;
}

/**
 * A record with its pending names answered. A name without an answer is left out, and so is a map that only such a name kept.
 * @param idOf the id that the answer to a request names, by the request's key
 */
export function answerNames(entry: RawEntry, idOf: (key: string) => string | undefined): RawEntry {
  const value = answered(entry.value, idOf);
  return value === entry.value ? entry : { ...entry, value: value ?? { is: "map", entries: [], at: entry.at } };
}

function answered(node: RawNode, idOf: (key: string) => string | undefined, isItem = false): RawNode | undefined {
  if (node.is === "scalar") return answeredScalar(node, idOf);
  if (node.is === "list") return answeredList(node, idOf);
  let isSame = true;
  let isLost = false;
  const entries = node.entries.flatMap((entry): RawEntry[] => {
    const value = answered(entry.value, idOf);
    isSame &&= value === entry.value;
    // In an item such as `{ organization: <name>, startedAt: … }` nothing is left to say once nobody is meant.
    isLost ||= isItem && value === undefined;
    return value === undefined ? [] : [{ ...entry, value }];
  });
  if (isSame) return node;
  return isLost || entries.length === 0 ? undefined : { ...node, entries };
}

function answeredScalar(node: RawNode & { readonly is: "scalar" }, idOf: (key: string) => string | undefined): RawNode | undefined {
  if (!node.text.startsWith(PENDING)) return node;
  const text = idOf(node.text.slice(PENDING.length));
  return text === undefined ? undefined : { ...node, text };
}

/** Two names may come to one entity, which stands once. */
function answeredList(node: RawList, idOf: (key: string) => string | undefined): RawNode | undefined {
  const items = node.items.map((item) => answered(item, idOf, true));
  if (items.every((item, at) => item === node.items[at])) return node;
  const left = items.filter((item) => item !== undefined);
  if (left.length === 0) return undefined;
  const lists = left.map((item): RawEntry => ({ key: "items", at: node.at, value: { ...node, items: [item] } }));
  return mergeEntries(lists)[0]?.value;
}

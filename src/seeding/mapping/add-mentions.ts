import type { NameDictionary } from "../naming/name-dictionary";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import { mergeEntries } from "./merge-records";
import { textOf } from "./survey";

/**
 * Adds to a statement the entities that its words name: each as a mention, and, where its report says at which place of
 * the document the words stand, as a span that denotes it.
 * @param idOf the id of an entry of the dictionary, which is defined by then
 */
export function addMentions(statement: RawMap, dictionary: NameDictionary): RawMap {
  const at = statement.at;
  const words = textOf(statement, "text") ?? "";
  const finds = findsIn(words, dictionary);
  const reports = entryOf(statement, "reports")?.value;
  const withTargets = reports?.is === "list" ? reports.items.map((report) => addTargets(report, words, finds, dictionary)) : [];
  if (finds.length === 0 && withTargets.length === 0) return statement;
  const items = [...new Set(finds.map(({ id }) => id))].map((id) => scalarNode(id, at));
  const mentions: RawEntry[] = items.length === 0 ? [] : [{ key: "mentions", at, value: { is: "list", items, at } }];
  const entries = mergeEntries([...statement.entries, ...mentions]);
  return {
    ...statement,
    entries: entries.map((entry) => (entry.key === "reports" ? { ...entry, value: { is: "list", items: withTargets, at } } : entry)),
  };
}

function findsIn(text: string, dictionary: NameDictionary): Find[] {
  const found = dictionary.find(text);
  if (found.length === 0) return [];
  const points = [...text];
  return found.map(({ id, start, end }) => ({ id, start, end, exact: points.slice(start, end).join("") }));
}

interface Find {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

/** Only words that stand in the document in one stretch have a place there: looked for in the document's own wording. */
function addTargets(report: RawNode, words: string, finds: readonly Find[], dictionary: NameDictionary): RawNode {
  const spans = report.is === "map" ? entryOf(report, "spans")?.value : undefined;
  const content = spans?.is === "map" ? entryOf(spans, "content")?.value : undefined;
  const [only, second] = content?.is === "list" ? content.items : [];
  if (report.is !== "map" || spans?.is !== "map" || only?.is !== "map" || second !== undefined || entryOf(spans, "target")) return report;
  const offset = Number(textOf(only, "start") ?? NaN);
  const own = textOf(only, "exact") ?? words;
  const targets = own === words ? finds : findsIn(own, dictionary);
  if (!Number.isInteger(offset) || targets.length === 0) return report;
  const at = report.at;
  const items = targets.map(({ id, start, end, exact }): RawNode => {
    const fields = { start: String(offset + start), end: String(offset + end), exact, denotes: id };
    return { is: "map", entries: Object.entries(fields).map(([key, text]) => ({ key, at, value: scalarNode(text, at) })), at };
  });
  const target: RawEntry = { key: "target", at, value: { is: "list", items, at } };
  const value: RawMap = { ...spans, entries: [...spans.entries, target] };
  return { ...report, entries: report.entries.map((entry) => (entry.key === "spans" ? { ...entry, value } : entry)) };
}

import type { NameDictionary } from "../naming/name-dictionary";
import { entryOf } from "../read-fields";
import type { RawEntry, RawList, RawMap, RawNode } from "../readers/raw-node";
import { mergeEntries } from "./merge-records";
import { textOf } from "./survey";

/**
 * Adds to a statement the entities that its words name: each as a mention, and, where its report says at which place of
 * the document the words stand, as a span that denotes it.
 * @param idOf the id of an entry of the dictionary, which is defined by then
 */
export function addMentions(statement: RawMap, dictionary: NameDictionary): RawMap {
  const found = dictionary.find(textOf(statement, "text") ?? "");
  if (found.length === 0) return statement;
  const at = statement.at;
  const items = [...new Set(found.map(({ id }) => id))].map((id) => scalar(id, at));
  const mentions: RawEntry = { key: "mentions", at, value: { is: "list", items, at } };
  const entries = mergeEntries([...statement.entries, mentions]);
  const text = [...(textOf(statement, "text") ?? "")];
  const spans = found.map(({ id, start, end }) => ({ id, start, end, exact: text.slice(start, end).join("") }));
  return {
    ...statement,
    entries: entries.map((entry) => (entry.key === "reports" ? { ...entry, value: withSpans(entry.value, spans) } : entry)),
  };
}

interface Find {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

function withSpans(reports: RawNode, finds: readonly Find[]): RawNode {
  if (reports.is !== "list") return reports;
  return { ...reports, items: reports.items.map((report) => (report.is === "map" ? withTargets(report, finds) : report)) };
}

/** Only words that stand in the document in one stretch have a place there. */
function withTargets(report: RawMap, finds: readonly Find[]): RawMap {
  const spans = entryOf(report, "spans")?.value;
  const content = spans?.is === "map" ? entryOf(spans, "content")?.value : undefined;
  const [only, second] = content?.is === "list" ? content.items : [];
  if (spans?.is !== "map" || only?.is !== "map" || second !== undefined || entryOf(spans, "target")) return report;
  const offset = Number(textOf(only, "start") ?? NaN);
  if (!Number.isInteger(offset)) return report;
  const at = report.at;
  const items = finds.map(({ id, start, end, exact }): RawNode => {
    const fields = { start: String(offset + start), end: String(offset + end), exact, denotes: id };
    return { is: "map", entries: Object.entries(fields).map(([key, text]) => ({ key, at, value: scalar(text, at) })), at };
  });
  const target: RawEntry = { key: "target", at, value: { is: "list", items, at } satisfies RawList };
  const value: RawMap = { ...spans, entries: [...spans.entries, target] };
  return { ...report, entries: report.entries.map((entry) => (entry.key === "spans" ? { ...entry, value } : entry)) };
}

function scalar(text: string, at: number): RawNode {
  return { is: "scalar", text, plain: false, at };
}

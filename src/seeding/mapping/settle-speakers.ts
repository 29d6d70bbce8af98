import type { RawEntry, RawNode } from "../readers/raw-node";
import type { NameAnswer } from "./name-request";

/**
 * Says of a statement what its sources' names came to: whoever may be meant is an attribution with a probability and
 * nobody is the speaker; where the source names nobody, its reports say so.
 */
export function settleSpeakers(statement: readonly RawEntry[], answers: readonly NameAnswer[], at: number): RawEntry[] {
  const candidates = answers.flatMap((each) => each.candidates ?? []);
  const kind = answers.find((each) => each.sourceKind !== undefined)?.sourceKind;
  const isOpen = candidates.length > 0 && !statement.some(({ key }) => key === "attributions");
  const entries = isOpen ? [...statement, attributions(candidates, at)] : [...statement];
  if (kind === undefined) return entries;
  return entries.map((entry) => (entry.key === "reports" ? { ...entry, value: withSourceKind(entry.value, kind) } : entry));
}

function attributions(candidates: readonly { id: string; probability: number }[], at: number): RawEntry {
  const items = candidates.map(({ id, probability }): RawNode => {
    const fields = { speaker: id, rank: "NORMAL", probability: String(Math.round(probability * 1000) / 1000) };
    return { is: "map", entries: Object.entries(fields).map(([key, text]) => ({ key, at, value: scalar(text, at) })), at };
  });
  return { key: "attributions", at, value: { is: "list", items, at } };
}

function withSourceKind(reports: RawNode, kind: string): RawNode {
  if (reports.is !== "list") return reports;
  const items = reports.items.map((report): RawNode => {
    if (report.is !== "map" || report.entries.some(({ key }) => key === "sourceKind")) return report;
    return { ...report, entries: [...report.entries, { key: "sourceKind", at: report.at, value: scalar(kind, report.at) }] };
  });
  return { ...reports, items };
}

function scalar(text: string, at: number): RawNode {
  return { is: "scalar", text, plain: false, at };
}

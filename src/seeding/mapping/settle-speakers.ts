import type { RawEntry, RawNode } from "../readers/raw-node";
import type { NameAnswer } from "./name-request";

/**
 * Says of a statement what its sources' names came to: whoever may be meant is an attribution with a probability, whoever is named
 * together with others one without, and nobody is the speaker; where the source names nobody, its reports say so.
 */
export function settleSpeakers(statement: readonly RawEntry[], answers: readonly NameAnswer[], at: number): RawEntry[] {
  const candidates = answers.flatMap(attributedIn);
  const kind = answers.find((each) => each.sourceKind !== undefined)?.sourceKind;
  const isOpen = candidates.length > 0 && !statement.some(({ key }) => key === "attributions");
  const entries = isOpen ? [...statement, attributions(candidates, at)] : [...statement];
  if (kind === undefined) return entries;
  return entries.map((entry) => (entry.key === "reports" ? { ...entry, value: withSourceKind(entry.value, kind) } : entry));
}

function attributedIn({ candidates = [], together = [] }: NameAnswer): Attributed[] {
  return [...candidates, ...together.map((id): Attributed => ({ id }))];
}

interface Attributed {
  readonly id: string;
  readonly probability?: number;
}

function attributions(candidates: readonly Attributed[], at: number): RawEntry {
  const items = candidates.map(({ id, probability }): RawNode => {
    const share: Record<string, string> = probability === undefined ? {} : { probability: String(Math.round(probability * 1000) / 1000) };
    const fields = { speaker: id, rank: "NORMAL", ...share };
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

import { parseId } from "../../model/id";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawNode } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import type { NameAnswer } from "./name-request";

/**
 * Says of a statement what its sources' names came to: whoever may be meant is an attribution with a probability, whoever is named
 * together with others one without, and nobody is the speaker; where the source names nobody, its reports say so.
 */
export function settleSpeakers(statement: readonly RawEntry[], answers: readonly NameAnswer[], at: number): RawEntry[] {
  const kind = answers.find((each) => each.sourceKind !== undefined)?.sourceKind;
  const entries = withAttributions(statement, answers.flatMap(attributedIn), at);
  if (kind === undefined) return entries;
  return entries.map((entry) => (entry.key === "reports" ? { ...entry, value: withSourceKind(entry.value, kind) } : entry));
}

/** Whom a name of `attributions` may mean, each with what stands beside the name: whoever was perhaps misquoted is not said to be quoted. */
export function attributionsOf(answer: NameAnswer, details: readonly RawEntry[], at: number): RawNode[] {
  return attributedIn(answer).map((each) => asItem(each, details, at));
}

/** Beside those that the mapping attributes the statement to itself; whom it names so is not a mere candidate, too. */
function withAttributions(statement: readonly RawEntry[], found: readonly Attributed[], at: number): RawEntry[] {
  const written = statement.find(({ key }) => key === "attributions");
  const items = itemsOf(written?.value);
  const named = new Set(items.flatMap(idsOf));
  const own = ownReports(statement, items, at);
  const others = found.filter(({ id }) => !named.has(id)).map((each) => asItem(each, own, at));
  if (others.length === 0) return [...statement];
  const entry: RawEntry = { key: "attributions", at: written?.at ?? at, value: { is: "list", items: [...items, ...others], at } };
  return [...statement.filter((each) => each !== written), entry];
}

/** As for a speaker: reports that name somebody else by the mapping's own word name none of these. */
function ownReports(statement: readonly RawEntry[], attributions: readonly RawNode[], at: number): RawEntry[] {
  const taken = new Set(attributions.flatMap((each) => itemsOf(fieldOf(each, "reports")).flatMap(textIn)));
  const all = itemsOf(statement.find(({ key }) => key === "reports")?.value);
  const left = all
    .map((each) => fieldOf(each, "slug") ?? fieldOf(each, "in"))
    .filter((each) => textIn(each).some((text) => !taken.has(text)));
  const items = left.filter((each) => each !== undefined);
  return taken.size === 0 || items.length === 0 ? [] : [{ key: "reports", at, value: { is: "list", items, at } }];
}

function fieldOf(node: RawNode, name: string): RawNode | undefined {
  return node.is === "map" ? entryOf(node, name)?.value : undefined;
}

function itemsOf(node: RawNode | undefined): readonly RawNode[] {
  if (node === undefined) return [];
  return node.is === "list" ? node.items : [node];
}

function textIn(node: RawNode | undefined): string[] {
  return node?.is === "scalar" ? [node.text] : [];
}

/** A slug alone may be a person's or an organization's. */
function idsOf(item: RawNode): string[] {
  return textIn(item.is === "map" ? fieldOf(item, "speaker") : item).flatMap((text) =>
    parseId(text) === null ? [`person:${text}`, `organization:${text}`] : [text],
  );
}

function attributedIn({ candidates = [], together = [] }: NameAnswer): Attributed[] {
  return [...candidates, ...together.map((id): Attributed => ({ id }))];
}

interface Attributed {
  readonly id: string;
  readonly probability?: number;
}

function asItem({ id, probability }: Attributed, details: readonly RawEntry[], at: number): RawNode {
  const share: Record<string, string> = probability === undefined ? {} : { probability: String(Math.round(probability * 1000) / 1000) };
  const own = Object.entries({ speaker: id, rank: "NORMAL", ...share }).filter(([name]) => !details.some(({ key }) => key === name));
  return { is: "map", entries: [...own.map(([key, text]) => ({ key, at, value: scalarNode(text, at) })), ...details], at };
}

function withSourceKind(reports: RawNode, kind: string): RawNode {
  if (reports.is !== "list") return reports;
  const items = reports.items.map((report): RawNode => {
    if (report.is !== "map" || report.entries.some(({ key }) => key === "sourceKind")) return report;
    return { ...report, entries: [...report.entries, { key: "sourceKind", at: report.at, value: scalarNode(kind, report.at) }] };
  });
  return { ...reports, items };
}

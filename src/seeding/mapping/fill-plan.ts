import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawNode, RawScalar } from "../readers/raw-node";
import type { Cell } from "../readers/table-row";
import { fillTemplate, fillText } from "./fill-template";
import type { Scope } from "./fill-template";
import type { Conditions, EntryPlan, ListPlan, MapPlan, NamePlan, Plan, TextPlan } from "./mapping";
import { mergeEntries } from "./merge-records";
import type { Difference } from "./merge-records";
import type { NameAnswer, NameRequest } from "./name-request";
import { attributionsOf, settleSpeakers } from "./settle-speakers";
import { asList, isEmpty, RowProblem } from "./template";
import type { Template } from "./template";
import type { RowFile } from "./row-file";

/** One row while its records are made. */
export interface RowContext {
  readonly file: RowFile;
  readonly refer: (request: NameRequest, file: RowFile) => NameAnswer;
  /** Takes the answers that the speaker of the statement at hand got. */
  readonly speakers: NameAnswer[];
}

/** The entries that a map gives for one row, several of one slug among them; slugs and fields that are empty are left out. */
export function fillEntries(plan: MapPlan, scope: Scope, row: RowContext): RawEntry[] {
  return scopesOf(plan, scope, row).flatMap((inner) => plan.entries.flatMap((entry) => fillEntry(entry, inner, row) ?? []));
}

/** Parts of a record by their slugs: two of one slug are one, and where they disagree one of them would be lost. */
function fillParts(plan: MapPlan, scope: Scope, row: RowContext): RawEntry[] {
  const found: Difference[] = [];
  const entries = mergeEntries(fillEntries(plan, scope, row), found);
  for (const { field, kept, other, at } of found) {
    row.file.fault(
      at,
      "DUPLICATE_KEY",
      `two parts of one slug have another "${field}": "${kept}" and "${other}"; give them slugs of their own`,
    );
  }
  return entries;
}

function fillEntry({ key, plan }: EntryPlan, scope: Scope, row: RowContext): RawEntry | undefined {
  const name = textOf(key, scope, row);
  if (name === undefined || name === "") return undefined;
  const value = fillPlan(plan, scope, row);
  return value && { key: name, at: key.number, value };
}

/** What a field holds; undefined where the row has nothing for it. */
function fillPlan(plan: Plan, scope: Scope, row: RowContext): RawNode | undefined {
  if (plan.is === "text") {
    const nodes = fillValue(plan, scope, row);
    if (plan.asList) return nodes.length === 0 ? undefined : listOf(nodes, plan.template.number);
    return nodes.length > 1 ? listOf(nodes, plan.template.number) : nodes[0];
  }
  if (plan.is === "list") return fillList(plan, scope, row);
  const nodes = plan.is === "name" ? fillNames(plan, scope, row) : fillMaps(plan, scope, row);
  if (plan.asList) return nodes.length === 0 ? undefined : listOf(nodes, plan.number);
  return nodes.length > 1 ? listOf(nodes, plan.number) : nodes[0];
}

function fillList(plan: ListPlan, scope: Scope, row: RowContext): RawNode | undefined {
  const nodes = plan.items.flatMap((item) => {
    const node = fillPlan(item, scope, row);
    return node === undefined ? [] : node.is === "list" ? node.items : [node];
  });
  const [only, second] = nodes;
  if (plan.isOne && second === undefined) return only;
  return nodes.length === 0 ? undefined : listOf(nodes, plan.number);
}

/** Equal texts stand once: a cell that names a thing twice says no more than one that names it once. */
function listOf(nodes: readonly RawNode[], at: number): RawNode {
  const seen = new Set<string>();
  const items = nodes.filter((node) => node.is !== "scalar" || node.broken || (!seen.has(node.text) && seen.add(node.text)));
  return { is: "list", items, at };
}

function fillValue({ template, isExact }: TextPlan, scope: Scope, row: RowContext): RawScalar[] {
  const broken = (): RawScalar[] => [{ is: "scalar", text: "", plain: false, at: template.number, broken: true }];
  const value = attempt(() => fillTemplate(template, scope, isExact), template.number, row.file);
  if (value === undefined) return broken();
  const texts = asList(value);
  if (texts.some((each) => typeof each !== "string")) {
    row.file.fault(
      template.number,
      "MAPPING",
      "a list or map stands where a text is needed; name one of its fields, such as <column.field>",
    );
    return broken();
  }
  return texts
    .filter((each) => !isEmpty(each))
    .map((text) => ({
      is: "scalar",
      text: isExact === true ? (text as string) : (text as string).trim(),
      plain: false,
      at: template.number,
    }));
}

function fillMaps(plan: MapPlan, scope: Scope, row: RowContext): RawNode[] {
  if (plan.isBySlug) {
    const entries = fillParts(plan, scope, row);
    return entries.length === 0 ? [] : [{ is: "map", entries, at: plan.number }];
  }
  return scopesOf(plan, scope, row).flatMap((inner): RawNode[] => {
    const entries = plan.isStatement ? fillStatement(plan, inner, row) : fillFields(plan, inner, row);
    const only = plan.only === undefined ? undefined : entries.find(({ key }) => key === plan.only)?.value;
    if (plan.only !== undefined) return only === undefined ? [] : [only];
    return entries.length === 0 || isWithoutTarget(plan, entries) ? [] : [{ is: "map", entries, at: plan.number }];
  });
}

/** Words of the mapping alone, such as the kind of an answer, say nothing of a row that has no answer. */
function isWithoutTarget({ target, entries: plans }: MapPlan, entries: readonly RawEntry[]): boolean {
  if (target === undefined || entries.some(({ key }) => key === target)) return false;
  const fixed = plans.filter(({ plan }) => plan.is === "text" && plan.template.parts.every((part) => typeof part === "string"));
  return entries.every(({ at }) => fixed.some(({ key }) => key.number === at));
}

function fillFields(plan: MapPlan, scope: Scope, row: RowContext): RawEntry[] {
  return mergeEntries(plan.entries.flatMap((entry) => fillEntry(entry, scope, row) ?? []));
}

function fillStatement(plan: MapPlan, scope: Scope, row: RowContext): RawEntry[] {
  const speakers: NameAnswer[] = [];
  return settleSpeakers(fillFields(plan, scope, { ...row, speakers }), speakers, plan.number);
}

function fillNames(plan: NamePlan, scope: Scope, row: RowContext): RawNode[] {
  return scopesOf(plan, scope, row).flatMap((inner) => {
    const request = readRequest(plan, inner, row);
    if (request === undefined) return [];
    const answer = row.refer(request, row.file);
    if (plan.isAttribution && answer.id === undefined) {
      const { sourceKind } = answer;
      if (sourceKind !== undefined) row.speakers.push({ sourceKind });
      return attributionsOf(answer, detailsOf(plan, inner, row), plan.number);
    }
    if (plan.key === "speaker") row.speakers.push(answer);
    return answer.id === undefined ? [] : [reference(answer.id, answer, plan, inner, row)];
  });
}

function readRequest(plan: NamePlan, scope: Scope, row: RowContext): NameRequest | undefined {
  const name = textOf(plan.name, scope, row);
  const slug = plan.slug && textOf(plan.slug, scope, row);
  if (name === undefined || (name === "" && (slug === undefined || slug === ""))) return undefined;
  const record = plan.record.flatMap((entry) => fillEntry(entry, scope, row) ?? []);
  const isSpeaker = plan.key === "speaker";
  return { name, ...(slug !== undefined && slug !== "" && { slug }), kinds: plan.kinds, isSpeaker, record, number: plan.number };
}

function reference(id: string, { position }: NameAnswer, plan: NamePlan, scope: Scope, row: RowContext): RawNode {
  const at = plan.number;
  const target: RawScalar = scalarNode(id, at);
  const details = detailsOf(plan, scope, row);
  const hasPosition = position !== undefined && plan.key === "speaker" && !details.some(({ key }) => key === "position");
  const all = hasPosition ? [...details, { key: "position", at, value: { ...target, text: position } }] : details;
  return all.length === 0 ? target : { is: "map", entries: [{ key: plan.key, at, value: target }, ...all], at };
}

function detailsOf({ details }: NamePlan, scope: Scope, row: RowContext): RawEntry[] {
  return details.flatMap((entry) => fillEntry(entry, scope, row) ?? []);
}

/** None where the conditions do not hold, one without `each`, else one for every item. */
function scopesOf(plan: Pick<MapPlan, "each" | "when" | "unless">, scope: Scope, row: RowContext): Scope[] {
  const { each } = plan;
  const list = each === undefined ? [undefined] : attempt(() => asList(fillTemplate(each.list, scope)), each.list.number, row.file);
  const inner = (list ?? []).map((item) => (each === undefined || item === undefined ? scope : withItem(each.variable, item, scope)));
  return inner.filter((candidate) => doesHold(plan, candidate, row.file));
}

/** Whether what stands under these conditions is said at all. */
export function doesHold({ when, unless }: Conditions, scope: Scope, file: RowFile): boolean {
  const isFilled = (template: Template): boolean => !isEmpty(attempt(() => fillTemplate(template, scope), template.number, file));
  return (when === undefined || isFilled(when)) && (unless === undefined || !isFilled(unless));
}

function withItem(variable: string, item: Cell, scope: Scope): Scope {
  return { lookup: scope.lookup, value: (name) => (name === variable ? item : scope.value(name)) };
}

function textOf(template: Template, scope: Scope, row: RowContext): string | undefined {
  return attempt(() => fillText(template, scope), template.number, row.file);
}

/** @returns undefined, with the fault reported, where a value cannot be understood */
export function attempt<T>(fill: () => T, number: number, file: RowFile): T | undefined {
  try {
    return fill();
  } catch (problem) {
    if (!(problem instanceof RowProblem)) throw problem;
    file.fault(number, "MAPPING", problem.message);
    return undefined;
  }
}

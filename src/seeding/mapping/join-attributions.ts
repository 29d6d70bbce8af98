import { scalarNode } from "../readers/raw-node";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import { mergeMaps } from "./merge-records";
import type { Difference } from "./merge-records";
import { textOf } from "./survey";

/** A statement and the slugs of its reports, which name whom it is attributed to. */
export interface ReportedStatement {
  readonly map: RawMap;
  readonly reports: readonly string[];
}

/** The fields of a statement that say who said it. */
export const ATTRIBUTION_FIELDS: readonly string[] = ["speaker", "attributions"];

/**
 * Who said words that several statements have, as one statement's fields: everybody that any of them names, with the reports that name
 * them. The first one's speaker stays the speaker; where it has none, that of the next one which has.
 * @param differences takes what two say of one speaker in different ways; the first is kept
 */
export class JoinedAttributions {
  private readonly all = new Map<string, RawMap>();
  private isSettled = false;

  constructor(private readonly first: ReportedStatement) {
    this.add(first, []);
  }

  add(statement: ReportedStatement, differences: Difference[]): void {
    // Of a later one's readings none is favoured over an earlier one's.
    const { isSettled } = this;
    for (const each of attributionsOf(statement)) {
      this.isSettled ||= isPreferred(each);
      put(isSettled ? asNormal(each) : each, this.all, differences);
    }
  }

  fields(): RawEntry[] {
    const items = [...this.all.values()];
    const preferred = items.find(isPreferred);
    const others = items.filter((each) => each !== preferred);
    const at = preferred?.at ?? this.first.map.at;
    return [
      ...(preferred === undefined ? [] : [{ key: "speaker", at, value: preferred }]),
      ...(others.length === 0 ? [] : [{ key: "attributions", at, value: { is: "list" as const, items: others, at } }]),
    ];
  }
}

/** Speaker and other candidates as items that say which reports name them, as they would be read without it. */
function attributionsOf({ map, reports }: ReportedStatement): RawMap[] {
  const list = entryOf(map, "attributions")?.value;
  const others = list?.is === "list" ? list.items.map(asItem) : [];
  const taken = new Set(others.flatMap((each) => textsOf(entryOf(each, "reports")?.value)));
  const speaker = entryOf(map, "speaker");
  const own =
    speaker === undefined
      ? []
      : [
          withDefaults(
            asItem(speaker.value),
            "PREFERRED",
            reports.filter((each) => !taken.has(each)),
          ),
        ];
  return [...own, ...others.map((each) => withDefaults(each, "NORMAL", reports))];
}

function asItem(node: RawNode): RawMap {
  return node.is === "map" ? node : { is: "map", entries: [{ key: "speaker", at: node.at, value: node }], at: node.at };
}

function withDefaults(item: RawMap, rank: string, reports: readonly string[]): RawMap {
  const { at } = item;
  const scalar = (text: string): RawNode => scalarNode(text, at);
  const defaults: RawEntry[] = [
    { key: "rank", at, value: scalar(rank) },
    { key: "reports", at, value: { is: "list", items: reports.map(scalar), at } },
  ];
  return { ...item, entries: [...item.entries, ...defaults.filter(({ key }) => entryOf(item, key) === undefined)] };
}

/** Whom one source names and another holds possible was named: neither rank nor probability of the guess is left. */
function put(item: RawMap, all: Map<string, RawMap>, differences: Difference[]): void {
  const who = textOf(item, "speaker") ?? "";
  const before = all.get(who);
  if (before === undefined) return void all.set(who, item);
  const isNamed = [before, item].some((each) => textOf(each, "probability") === undefined);
  const isFavoured = isPreferred(before) || isPreferred(item);
  const settled = (each: RawMap): RawMap => {
    const ranked = isFavoured ? withRank(each, "PREFERRED") : each;
    return isNamed ? without(ranked, "probability") : ranked;
  };
  all.set(who, mergeMaps(settled(before), settled(item), differences));
}

function isPreferred(item: RawMap): boolean {
  return textOf(item, "rank") === "PREFERRED";
}

function asNormal(item: RawMap): RawMap {
  return isPreferred(item) ? withRank(item, "NORMAL") : item;
}

function withRank(item: RawMap, rank: string): RawMap {
  const entries = item.entries.map((entry): RawEntry => {
    return entry.key === "rank" ? { ...entry, value: scalarNode(rank, entry.at) } : entry;
  });
  return { ...item, entries };
}

function without(item: RawMap, field: string): RawMap {
  return { ...item, entries: item.entries.filter(({ key }) => key !== field) };
}

function textsOf(node: RawNode | undefined): string[] {
  return node?.is === "list" ? node.items.flatMap((each) => (each.is === "scalar" ? each.text : [])) : [];
}

import { makeId } from "../../model/id";
import { kindOf } from "../../model/ontology";
import { foldText } from "../../search/fold-text";
import { asMap, entryOf, reportUnknown } from "../read-fields";
import { isAbsent } from "../read-value";
import type { RawFile, RawMap, RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { concreteLabels } from "../slug-index";

/** In place of an id: the words name nobody. */
export const NOBODY = "nobody";

/** What people decided on who is who: `entities.yaml` of a corpus. */
export interface EntityDecisions {
  /** From the id that is given up to the one that stands for both. */
  readonly same: ReadonlyMap<string, string>;
  /** Pairs of ids that are not the same, in order, joined by a blank. */
  readonly different: ReadonlySet<string>;
  /** The kind of what a table takes for something else, by slug or id. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Who is meant by a name, by its folded form; `nobody` where it names nobody. */
  readonly names: ReadonlyMap<string, string>;
}

export const NO_DECISIONS: EntityDecisions = { same: new Map(), different: new Set(), kinds: new Map(), names: new Map() };

const ENTITY_KINDS = concreteLabels(["Entity"]);
const KEYS = ["same", "different", "is", "names"];

/** Reads the decisions; every fault goes to the file. */
export function readEntityDecisions({ file, content }: { file: SourceFile; content: RawFile }): EntityDecisions {
  const root: RawMap = { is: "map", entries: content.entries, at: 0 };
  reportUnknown(root, KEYS, file);
  return { same: readSame(root, file), different: readDifferent(root, file), kinds: readKinds(root, file), names: readNames(root, file) };
}

/** Two ids in one order, whatever order they are named in. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function part(root: RawMap, name: string, file: SourceFile): RawMap | undefined {
  const entry = entryOf(root, name);
  return entry === undefined || isAbsent(entry.value) ? undefined : asMap(entry.value, `"${name}"`, file);
}

function readSame(root: RawMap, file: SourceFile): Map<string, string> {
  const same = new Map<string, string>();
  for (const { key, at, value } of part(root, "same", file)?.entries ?? []) {
    if (!isEntityId(key)) file.fault(at, "MISSING_REF", `"${key}" is no id of an entity; write the whole id, such as person:ada-novak`);
    for (const item of value.is === "list" ? value.items : [value]) {
      const id = idOf(item, file);
      if (id === undefined) continue;
      const other = same.get(id);
      if (other !== undefined && other !== key) file.fault(item.at, "DUPLICATE_KEY", `${id} is said to be ${other} already`);
      else same.set(id, key);
    }
  }
  for (const [from, to] of same) {
    if (same.has(to))
      file.fault(entryOf(root, "same")?.at ?? 0, "CYCLE", `${from} is ${to}, which is said to be another one; name the last of them only`);
  }
  return same;
}

function readDifferent(root: RawMap, file: SourceFile): Set<string> {
  const node = entryOf(root, "different")?.value;
  const pairs = new Set<string>();
  if (node === undefined || isAbsent(node)) return pairs;
  for (const item of node.is === "list" ? node.items : [node]) {
    const ids = item.is === "list" ? item.items.flatMap((each) => idOf(each, file) ?? []) : [];
    if (ids.length < 2) file.fault(item.at, "SHAPE", `an item of "different" is a list of two ids or more: [person:a, person:b]`);
    for (const a of ids) for (const b of ids) if (a !== b) pairs.add(pairOf(a, b));
  }
  return pairs;
}

function readKinds(root: RawMap, file: SourceFile): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const { key, value } of part(root, "is", file)?.entries ?? []) {
    const label = ENTITY_KINDS.find((each) => value.is === "scalar" && each.toLowerCase() === value.text);
    if (label === undefined)
      file.fault(value.at, "ENUM", `"${key}" is one of ${ENTITY_KINDS.map((each) => each.toLowerCase()).join(", ")}; a medium is a work`);
    else kinds.set(key, label);
  }
  return kinds;
}

function readNames(root: RawMap, file: SourceFile): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, value } of part(root, "names", file)?.entries ?? []) {
    const id = value.is === "scalar" && value.text === NOBODY ? NOBODY : idOf(value, file);
    if (id !== undefined) names.set(foldText(key), id);
  }
  return names;
}

function idOf(node: RawNode, file: SourceFile): string | undefined {
  if (node.is === "scalar" && isEntityId(node.text)) return node.text;
  const got = node.is === "scalar" ? `"${node.text}"` : `a ${node.is}`;
  file.fault(node.at, "MISSING_REF", `${got} is no id of an entity; write the whole id, such as person:ada-novak`);
  return undefined;
}

function isEntityId(text: string): boolean {
  return ENTITY_KINDS.some((label) => text.startsWith(makeId(kindOf(label).prefix ?? "", "")) && !/\s/.test(text));
}

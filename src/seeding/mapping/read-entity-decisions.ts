import { makeId, parseId } from "../../model/id";
import { kindOf } from "../../model/ontology";
import { foldText } from "../../search/fold-text";
import { concreteLabels } from "../draft/corpus-labels";
import type { RawFile, RawMap, RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { asMap, entryOf, reportUnknown } from "../records/read-fields";
import { isAbsent } from "../records/read-value";

/** In place of an id: the words name nobody. */
export const NOBODY = "nobody";

/** What people decided on who is who: `entities.yaml` of a corpus. */
export interface EntityDecisions {
  /** From the id that is given up to the one that stands for both. */
  readonly same: ReadonlyMap<string, string>;
  /** Where each id is given up. */
  readonly givenUpAt: ReadonlyMap<string, number>;
  /** Pairs of ids that are not the same, in order, joined by a blank. */
  readonly different: ReadonlySet<string>;
  /** The kind of what a table takes for something else, by slug or id. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Who is meant by a name, by its folded form; `nobody` where it names nobody. */
  readonly names: ReadonlyMap<string, string>;
  /** Every entity that has to exist for a decision to mean anything. */
  readonly named: readonly NamedDecision[];
}

/** An id, or under `is` a slug, that a decision names. */
export interface NamedDecision {
  readonly part: "same" | "different" | "is" | "names";
  readonly id: string;
  /** What the same decision names beside it. */
  readonly besides: readonly string[];
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

export const NO_DECISIONS: EntityDecisions = {
  same: new Map(),
  givenUpAt: new Map(),
  different: new Set(),
  kinds: new Map(),
  names: new Map(),
  named: [],
};

const ENTITY_KINDS = concreteLabels(["Entity"]);
const KEYS = ["same", "different", "is", "names"];

/** Reads the decisions; every fault goes to the file. */
export function readEntityDecisions({ file, content }: { file: SourceFile; content: RawFile }): EntityDecisions {
  const root: RawMap = { is: "map", entries: content.entries, at: 0 };
  reportUnknown(root, KEYS, file);
  const named: NamedDecision[] = [];
  const name: Note = (part, id, at, besides = []) => named.push({ part, id, besides, place: { file: file.path, ...file.place(at) } });
  const given = readSame(root, file, name);
  const same = followed(given, file);
  return {
    same,
    givenUpAt: new Map([...given].map(([id, { at }]) => [id, at])),
    different: readDifferent(root, same, file, name),
    kinds: readKinds(root, file, name),
    names: readNames(root, file, name),
    named,
  };
}

/** Notes that a decision names something, at a place of the file. */
type Note = (part: NamedDecision["part"], id: string, at: number, besides?: readonly string[]) => void;

/** Two ids in one order, whatever order they are named in. */
export function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function part(root: RawMap, name: string, file: SourceFile): RawMap | undefined {
  const entry = entryOf(root, name);
  return entry === undefined || isAbsent(entry.value) ? undefined : asMap(entry.value, `"${name}"`, file);
}

interface Given {
  readonly to: string;
  readonly at: number;
}

function readSame(root: RawMap, file: SourceFile, name: Note): Map<string, Given> {
  const given = new Map<string, Given>();
  for (const { key, at, value } of part(root, "same", file)?.entries ?? []) {
    if (!isEntityId(key)) file.fault(at, "MISSING_REF", `"${key}" is no id of an entity; write the whole id, such as person:ada-novak`);
    const items = value.is === "list" ? value.items : [value];
    for (const item of items) addSame(key, item, given, file);
    // Of those that are given up, an earlier state of the table may have been the last to have one.
    if (isEntityId(key))
      name(
        "same",
        key,
        at,
        items.flatMap((item) => (item.is === "scalar" ? [item.text] : [])),
      );
  }
  return given;
}

function addSame(key: string, item: RawNode, given: Map<string, Given>, file: SourceFile): void {
  const id = idOf(item, file);
  if (id === undefined) return;
  const other = given.get(id);
  if (other !== undefined && other.to !== key) file.fault(item.at, "DUPLICATE_KEY", `${id} is said to be ${other.to} already`);
  else if (isEntityId(key) && parseId(id)?.kind !== parseId(key)?.kind)
    file.fault(
      item.at,
      "REF_KIND",
      `${id} cannot be the same as ${key}, which is of another kind; say under "is" what kind it is of, or correct the id`,
    );
  else given.set(id, { to: key, at: item.at });
}

/** What stands for each in the end, where that one is another's, too. */
function followed(given: ReadonlyMap<string, Given>, file: SourceFile): Map<string, string> {
  const same = new Map<string, string>();
  for (const [id, { to, at }] of given) {
    const seen = new Set([id]);
    let last = to;
    for (let next = given.get(last); next !== undefined && !seen.has(last); next = given.get(last)) {
      seen.add(last);
      last = next.to;
    }
    if (last === id) file.fault(at, "CYCLE", `${[...seen, id].join(" is ")}: name the one that stays as key, and all others in its list`);
    // One that only leads to a cycle is told of at the cycle.
    else if (!seen.has(last)) same.set(id, last);
  }
  return same;
}

function readDifferent(root: RawMap, same: ReadonlyMap<string, string>, file: SourceFile, name: Note): Set<string> {
  const node = entryOf(root, "different")?.value;
  const pairs = new Set<string>();
  if (node === undefined || isAbsent(node)) return pairs;
  for (const item of node.is === "list" ? node.items : [node]) {
    const nodes = item.is === "list" ? item.items : [];
    const ids = nodes.flatMap((each) => idOf(each, file) ?? []);
    if (ids.length < 2) file.fault(item.at, "SHAPE", `an item of "different" is a list of two ids or more: [person:a, person:b]`);
    for (const each of nodes) if (each.is === "scalar" && isEntityId(each.text)) name("different", each.text, each.at, ids);
    for (const a of ids) for (const b of ids) if (a !== b) pairs.add(pairOf(a, b));
    checkNotSame(ids, item.at, same, file);
  }
  return pairs;
}

function checkNotSame(ids: readonly string[], at: number, same: ReadonlyMap<string, string>, file: SourceFile): void {
  const firsts = new Map<string, string>();
  for (const id of new Set(ids)) {
    const stands = same.get(id) ?? id;
    const other = firsts.get(stands);
    if (other !== undefined)
      file.fault(at, "DUPLICATE_KEY", `${other} and ${id} are different here, and one thing under "same"; take out what is wrong`);
    else firsts.set(stands, id);
  }
}

function readKinds(root: RawMap, file: SourceFile, name: Note): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const { key, at, value } of part(root, "is", file)?.entries ?? []) {
    const label = ENTITY_KINDS.find((each) => value.is === "scalar" && each.toLowerCase() === value.text);
    if (label === undefined)
      file.fault(value.at, "ENUM", `"${key}" is one of ${ENTITY_KINDS.map((each) => each.toLowerCase()).join(", ")}; a medium is a work`);
    else {
      kinds.set(key, label);
      name("is", key, at);
    }
  }
  return kinds;
}

function readNames(root: RawMap, file: SourceFile, name: Note): Map<string, string> {
  const names = new Map<string, string>();
  for (const { key, value } of part(root, "names", file)?.entries ?? []) {
    const id = value.is === "scalar" && value.text === NOBODY ? NOBODY : idOf(value, file);
    if (id !== undefined) names.set(foldText(key), id);
    if (id !== undefined && id !== NOBODY) name("names", id, value.at);
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

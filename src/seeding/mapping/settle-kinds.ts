import { parseId } from "../../model/id";
import { makeId } from "../../model/id";
import { kindOf } from "../../model/ontology";
import type { RawEntry, RawMap, RawNode } from "../readers/raw-node";
import { entryOf } from "../records/read-fields";
import { settleSpeakers } from "./settle-speakers";

const SPEAKERS = ["person", "organization"];

/**
 * A "speaker" who by decision is a medium or a topic said nothing: the statement has no speaker then, and its reports say that
 * their source names nobody. One who is an organization held no position.
 */
export function settleKinds(statement: RawMap, moved: ReadonlyMap<string, string>): RawMap {
  const speaker = entryOf(statement, "speaker");
  if (speaker === undefined) return statement;
  const id = movedTo(speaker.value, moved);
  const kind = id === undefined ? undefined : parseId(id)?.kind;
  if (id === undefined || kind === undefined) return statement;
  const others = statement.entries.filter((entry) => entry !== speaker);
  if (!SPEAKERS.includes(kind)) return { ...statement, entries: settleSpeakers(others, [{ sourceKind: "UNNAMED" }], statement.at) };
  if (kind === "person" || speaker.value.is !== "map") return statement;
  const entries = speaker.value.entries.filter(({ key }) => key !== "position");
  const value: RawNode = { ...speaker.value, entries };
  return { ...statement, entries: statement.entries.map((entry): RawEntry => (entry === speaker ? { ...entry, value } : entry)) };
}

function movedTo(node: RawNode, moved: ReadonlyMap<string, string>): string | undefined {
  const target = node.is === "map" ? entryOf(node, "speaker")?.value : node;
  if (target?.is !== "scalar") return undefined;
  if (parseId(target.text) !== null) return moved.get(target.text);
  const ids = ["Person", "Organization"].map((label) => makeId(kindOf(label).prefix ?? "", target.text));
  return ids.map((each) => moved.get(each)).find((each) => each !== undefined);
}

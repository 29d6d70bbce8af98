import type { DraftChunk, DraftNode, Spoken } from "../draft/draft";
import { knownBuckets, knownDate } from "../draft/known-date";
import { dateKey } from "./node-row";

/** Tells statements who their favoured speaker is, and the relations to what they are about who said it, and when (ADR 18). */
export function withSpeakers(chunk: DraftChunk): DraftChunk {
  const speakers = new Map<string, string>();
  for (const { type, from, to, properties } of chunk.relations) {
    if (type === "ATTRIBUTED_TO" && properties["rank"] === "PREFERRED") speakers.set(from, to);
  }
  const said = new Map<string, Omit<Spoken, "aboutId">>();
  const nodes = chunk.nodes.map((node) => {
    if (node.label !== "Statement") return node;
    const speakerId = speakers.get(node.id);
    said.set(node.id, saidOf(node, speakerId));
    return speakerId === undefined ? node : { ...node, speakerId };
  });
  if (said.size === 0) return chunk;
  const relations = chunk.relations.map((relation) => {
    const of = relation.type === "ABOUT" ? said.get(relation.from) : undefined;
    return of === undefined ? relation : { ...relation, spoken: { aboutId: relation.to, ...of } };
  });
  return { nodes, relations };
}

function saidOf({ id, properties }: DraftNode, speakerId: string | undefined): Omit<Spoken, "aboutId"> {
  const saidAt = properties["saidAt"];
  const date = typeof saidAt === "string" ? knownDate(saidAt) : null;
  const { Year: saidAtYear, Month: saidAtMonth } = date === null ? {} : knownBuckets(date);
  return {
    saidKey: dateKey(date?.earliest, id),
    ...(speakerId !== undefined && { speakerId }),
    ...(saidAtYear !== undefined && { saidAtYear }),
    ...(saidAtMonth !== undefined && { saidAtMonth }),
  };
}

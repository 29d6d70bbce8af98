import type { GraphEngine } from "../../src/graph/engine";
import type { DraftChunk } from "../../src/seeding/draft/draft";
import { withSpeakers } from "../../src/seeding/stored/with-speakers";
import { createSpoken } from "../../src/seeding/loading/write-spoken";
import { byText, createNode, createRelation } from "../../src/seeding/loading/write-statements";

const RECORDED = "2026-01-01T00:00:00.000Z";

/** Stores records as the seeder does, with all that it keeps beside them. */
export async function writeChunk(engine: GraphEngine, dataset: string, chunk: DraftChunk): Promise<void> {
  const { nodes, relations } = withSpeakers(chunk);
  const statements = [
    ...nodes.map((node) => createNode(node, dataset, RECORDED, "")),
    ...relations.flatMap((relation) => [createRelation(relation, dataset), ...createSpoken(relation)]),
  ];
  await engine.write(byText(statements));
}

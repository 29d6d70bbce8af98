import type { GraphEngine } from "../../../src/graph/engine";
import { describeOnEngines } from "../../support/engines";
import { removeCorpusFolders } from "../support/corpus-folder";
import { meddledEngine } from "../support/faulty-engine";
import { graphDump } from "../support/graph-dump";
import { TOWN, TOWN_2 } from "../support/town-corpus";
import { seed } from "../support/seed";

jest.setTimeout(120_000);
afterAll(removeCorpusFolders);

const without = (id: string): string => `MATCH (n {id: '${id}'}) DETACH DELETE n`;

/** What is gone, when, and of which load. */
const MEDDLED = [
  ["the end of a relation that comes", "person:ben", "CREATE (a)-[r:`RELATED_TO`]", TOWN, null],
  ["the speaker of what is about something", "person:ann", "CREATE (p)-[r:SPOKE_ABOUT]", TOWN, null],
  ["the end of a relation that changes", "person:ben", "MERGE (a)-[r:`RELATED_TO` {key", TOWN_2, TOWN],
  ["a record that changes", "person:ann", "MATCH (n:Entity {id: row.id}) SET n +=", TOWN_2, TOWN],
] as const;

describeOnEngines("a record that goes away during a load", (testEngine) => {
  let engine: GraphEngine;
  beforeEach(async () => {
    engine = await testEngine.open();
  });
  afterEach(() => engine.close());

  it.each(MEDDLED)("is missed: %s", async (_case, id, part, corpus, before) => {
    if (before !== null) await seed(engine, before);
    const refused: unknown = await seed(meddledEngine(engine, part, without(id)), corpus).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "WRITE_INCOMPLETE" });
    expect((refused as Error).message).toContain(`: "${id}" went away`);
    expect((await seed(engine, corpus)).faults).toEqual([]);
    const mended = await graphDump(engine);

    const fresh = await testEngine.open();
    if (before !== null) await seed(fresh, before);
    await seed(fresh, corpus);
    const wanted = await graphDump(fresh);
    await fresh.close();
    expect(mended).toEqual(wanted);
  });
});

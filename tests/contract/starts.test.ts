import type { CypherStatement, GraphRecord } from "../../src/graph/cypher-statement";
import type { GraphEngine } from "../../src/graph/engine";
import { ONTOLOGY } from "../../src/model/ontology";
import { nodeRow, relationRow } from "../../src/seeding/node-row";
import { describeOnEngines } from "../support/engines";
import { ask } from "./ask";

const DATASET = "dataset:skew";
const RECORDED = "2026-01-01T00:00:00.000Z";
const STATEMENTS = 3000;

/** Topic and speaker of a statement: one busy topic and one prolific speaker, and one of each with a handful. */
const topicOf = (index: number): string => (index % 150 === 7 || index % 400 === 9 ? "topic:rare" : "topic:busy");
const speakerOf = (index: number): string => (index % 150 === 7 || index % 500 === 3 ? "person:rare" : "person:prolific");

function write(label: string, id: string, properties: Record<string, string>): CypherStatement {
  const { properties: stored } = nodeRow({ label, id, properties }, DATASET, RECORDED);
  const merge = label === "Statement" ? "Statement" : "Entity";
  return { text: `MERGE (n:${merge} {id: $p_id}) SET n:${label}, n += $p_row`, parameters: { p_id: id, p_row: stored } };
}

async function load(engine: GraphEngine): Promise<void> {
  await engine.ensureSchema(ONTOLOGY);
  const entities = [
    ["Topic", "topic:rare", "Rare topic"],
    ["Topic", "topic:busy", "Busy topic"],
    ["Person", "person:rare", "Rarely Heard"],
    ["Person", "person:prolific", "Always Talking"],
  ] as const;
  await engine.write(entities.map(([label, id, name]) => write(label, id, { name })));
  const rows = Array.from({ length: STATEMENTS }, (_, index) => {
    const id = `statement:skew/s${index}`;
    const saidAt = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return {
      id,
      topic: topicOf(index),
      speaker: speakerOf(index),
      row: nodeRow({ label: "Statement", id, properties: { text: `Words ${index}`, saidAt } }, DATASET, RECORDED).properties,
    };
  });
  const about = relationRow({ type: "ABOUT", from: "", to: "", key: "about", properties: {} }, DATASET).properties;
  const said = relationRow({ type: "ATTRIBUTED_TO", from: "", to: "", key: "said", properties: { rank: "PREFERRED" } }, DATASET).properties;
  for (let at = 0; at < rows.length; at += 1000) {
    const text = `UNWIND $p_rows AS row MERGE (s:Statement {id: row.id}) SET s += row.row
WITH s, row MATCH (t:Entity {id: row.topic}) MATCH (p:Entity {id: row.speaker})
MERGE (s)-[a:ABOUT {key: 'about'}]->(t) SET a += $p_about MERGE (s)-[b:ATTRIBUTED_TO {key: 'said'}]->(p) SET b += $p_said`;
    await engine.write([{ text, parameters: { p_rows: rows.slice(at, at + 1000), p_about: about, p_said: said } }]);
  }
}

/** The latest statements that plain looking through all of them finds. */
function latest(wanted: { topic?: string; speaker?: string }, first: number): { id: string }[] {
  const found = Array.from({ length: STATEMENTS }, (_, index) => STATEMENTS - 1 - index).filter(
    (index) => (!wanted.topic || topicOf(index) === wanted.topic) && (!wanted.speaker || speakerOf(index) === wanted.speaker),
  );
  return found.slice(0, first).map((index) => ({ id: `statement:skew/s${index}` }));
}

const QUESTIONS = ["topic:rare", "topic:busy", undefined].flatMap((topic) =>
  ["person:rare", "person:prolific", undefined].map((speaker) => ({ ...(topic ? { topic } : {}), ...(speaker ? { speaker } : {}) })),
);

describeOnEngines("beginnings on a skewed graph", (testEngine) => {
  let engine: GraphEngine;
  const asked: CypherStatement[] = [];
  beforeAll(async () => {
    engine = await testEngine.open();
    await load(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (
    wanted: (typeof QUESTIONS)[number],
    paging: string,
  ): Promise<{ nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } }> => {
    const where = [
      ...("topic" in wanted ? [`about: { some: { id: "${wanted.topic}" } }`] : []),
      ...("speaker" in wanted ? [`speaker: { id: "${wanted.speaker}" }`] : []),
    ].join(", ");
    const watched = {
      ...engine,
      dialect: engine.dialect,
      read: (statement: CypherStatement): Promise<GraphRecord[]> => (asked.push(statement), engine.read(statement)),
    };
    const source = `{ statements(where: { ${where} }, ${paging}) { totalCount nodes { id } pageInfo { endCursor } } }`;
    return (await ask<{ statements: { nodes: { id: string }[]; totalCount: number; pageInfo: { endCursor: string } } }>(watched, source))
      .statements;
  };

  it.each(QUESTIONS)("give the latest of %j, whichever side is the rare one", async (wanted) => {
    const all = latest(wanted, STATEMENTS);
    const { nodes, totalCount, pageInfo } = await find(wanted, "first: 5");
    expect(nodes).toEqual(all.slice(0, 5));
    expect(totalCount).toBe(all.length);
    expect((await find(wanted, `first: 5, after: "${pageInfo.endCursor}"`)).nodes).toEqual(all.slice(5, 10));
    expect((await find(wanted, "last: 3")).nodes).toEqual(all.slice(-3));
  });

  it("join from the rare and walk along the busy", async () => {
    if (!engine.dialect.walksIndexInOrder) return;
    const chosen = async (topic: string): Promise<unknown> => {
      asked.length = 0;
      await find({ topic }, "first: 5");
      const [statement] = asked;
      const text = statement?.text ?? "";
      const [, branch = ""] = / AS (b\d+)\n/.exec(text) ?? [];
      // The statement up to its choice, which it then tells.
      const choice = text.slice(text.indexOf("CALL () {\n    MATCH"), text.indexOf(`CALL (`, text.indexOf(`AS ${branch}`)));
      const [row] = await engine.read({ text: `${choice}\nRETURN ${branch} AS chosen`, parameters: statement?.parameters ?? {} });
      return row?.["chosen"];
    };
    expect(await chosen("topic:rare")).toBe(1);
    expect(await chosen("topic:busy")).toBe(0);
  });
});

import type { GraphEngine } from "../src/graph/engine";
import { DEEP, HIGHEST } from "./operations/operation";
import type { Marks } from "./operations/operation";

/** Looks up what the questions of a Neo4j have to name; cursors are each server's own and come later. */
export async function findMarks(engine: GraphEngine): Promise<Marks> {
  const deepest =
    "MATCH (s:Statement) WHERE s.saidKey < $p_highest WITH s ORDER BY s.saidKey DESC SKIP $p_skip LIMIT 1 RETURN s.id AS id, s.saidKey AS key";
  const [row] = await engine.read({ text: deepest, parameters: { p_highest: HIGHEST, p_skip: DEEP - 1 } });
  const smallest =
    "MATCH (o:Organization)<-[:MEMBER_OF]-(p:Person) WITH o, count(p) AS members WHERE members = 3 RETURN o.id AS id ORDER BY id LIMIT 1";
  const [organization] = await engine.read({ text: smallest, parameters: {} });
  const indexes =
    "SHOW FULLTEXT INDEXES YIELD name, labelsOrTypes, properties WHERE labelsOrTypes = ['Statement'] AND 'searchText' IN properties RETURN name";
  const [index] = await engine.read({ text: indexes, parameters: {} });
  return {
    deepId: textOf(row?.["id"]),
    deepKey: textOf(row?.["key"]),
    quothCursor: "",
    postgraphileCursor: "",
    smallOrganization: textOf(organization?.["id"]),
    fulltextIndex: textOf(index?.["name"]),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

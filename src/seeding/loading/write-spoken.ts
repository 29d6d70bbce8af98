import { SPOKE_ABOUT, SPOKE_ABOUT_TOTAL } from "../../model/spoke-about";
import type { DraftRelation, Spoken } from "../draft/draft";
import type { RelationEnds } from "../draft/relation-name";
import { SAYS_WRITTEN } from "./write-statements";
import type { WriteRow, WriteStatement } from "./write-statements";

const ENDS = "MATCH (p:Entity {id: row.speakerId}) MATCH (b:Entity {id: row.target})";
/** Behind relations that were made: as many more between the two ends. */
const ADD = `WITH p, b, count(*) AS made MERGE (p)-[t:${SPOKE_ABOUT_TOTAL}]->(b) ON CREATE SET t.statements = made ON MATCH SET t.statements = t.statements + made RETURN sum(made)${SAYS_WRITTEN}`;
/** Behind relations of which some may have been there. */
const COUNT_ANEW = `WITH p, b, count(*) AS made CALL (p, b) { MATCH (p)-[x:${SPOKE_ABOUT}]->(b) RETURN count(x) AS total } MERGE (p)-[t:${SPOKE_ABOUT_TOTAL}]->(b) SET t.statements = total RETURN sum(made)${SAYS_WRITTEN}`;
/** Behind relations that were taken away: as many fewer, and none where none is left. */
const TAKE_AWAY = `WITH p, b, count(*) AS gone MATCH (p)-[t:${SPOKE_ABOUT_TOTAL}]->(b) SET t.statements = t.statements - gone WITH t WHERE t.statements < 1 DELETE t`;

/** Whether a helper relation may stand beside one of this type. */
export function isSpoken({ type }: Pick<RelationEnds, "type">): boolean {
  return type === "ABOUT";
}

/** Beside an ABOUT relation of a dataset that is loaded first; nothing where nobody is favoured as the speaker. */
export function createSpoken(relation: DraftRelation): readonly WriteStatement[] {
  const { spoken } = relation;
  if (spoken?.speakerId === undefined) return [];
  return [[`UNWIND $p_rows AS row ${ENDS} CREATE (p)-[r:${SPOKE_ABOUT}]->(b) SET r += row.properties ${ADD}`, rowOf(relation, spoken)]];
}

/** Beside one of a dataset that was there before; one that is updated stands behind `dropSpoken`. */
export function mergeSpoken(relation: DraftRelation): readonly WriteStatement[] {
  const { spoken } = relation;
  if (spoken?.speakerId === undefined) return [];
  const merge = `MERGE (p)-[r:${SPOKE_ABOUT} {saidKey: row.properties.saidKey}]->(b) SET r += row.properties`;
  return [[`UNWIND $p_rows AS row ${ENDS} ${merge} ${COUNT_ANEW}`, rowOf(relation, spoken)]];
}

/** Takes away what stands beside an ABOUT relation, as that still has it: before it is updated or moved aside. */
export function dropSpoken({ from, to, key }: RelationEnds): WriteStatement {
  const told = "MATCH (a:Statement {id: row.source})-[r:ABOUT {key: row.key}]->(b:Entity {id: row.target})";
  const beside = `MATCH (p:Entity {id: r.speakerId})-[x:${SPOKE_ABOUT} {saidKey: r.saidKey}]->(b)`;
  return [`UNWIND $p_rows AS row ${told} ${beside} DELETE x ${TAKE_AWAY}`, { source: from, target: to, key }];
}

function rowOf({ properties }: DraftRelation, { speakerId = "", aboutId, ...said }: Spoken): WriteRow {
  const stance = properties["stance"];
  return { speakerId, target: aboutId, properties: { ...said, ...(typeof stance === "string" && { stance }) } };
}

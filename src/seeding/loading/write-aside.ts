import type { GraphRecord } from "../../graph/cypher-statement";
import type { GraphEngine } from "../../graph/engine";
import { RETRACTED_LABEL } from "../../model/ontology";
import type { Aside, AsideNode, AsideRelation, PlannedCorpus } from "../draft/draft";
import { mergeLabelOfId } from "../draft/merge-label";
import { relationName } from "../draft/relation-name";
import { nodeRow, relationRow } from "../stored/node-row";
import { asText, readNodeStates } from "../stored/read-graph-state";
import type { SeedSession } from "./seed-session";
import { byText, writeAsideNode, writeAsideRelation } from "./write-statements";
import type { WriteStatement } from "./write-statements";

type Reader = Pick<GraphEngine, "read">;

/**
 * Writes what another graph had moved aside, so that nothing is lost on the way: after all that is live, and only what
 * this graph does not have moved aside in the same form. What is live here stays so. No answer depends on it, so the data
 * version stays.
 * @returns how many records and relations were written
 */
export async function writeAside(corpora: readonly PlannedCorpus[], engine: Reader, session: SeedSession): Promise<number> {
  let written = 0;
  // Of all corpora the records first: a relation may end at one of another corpus.
  for (const what of ["node", "relation"] as const) {
    for (const corpus of corpora) {
      for await (const page of corpus.aside?.() ?? []) written += await writePage(page, what, `dataset:${corpus.id}`, engine, session);
    }
  }
  return written;
}

async function writePage(
  page: readonly Aside[],
  what: "node" | "relation",
  dataset: string,
  engine: Reader,
  session: SeedSession,
): Promise<number> {
  const nodes = page.flatMap((each) => ("node" in each ? [each.node] : []));
  const relations = page.flatMap((each) => ("relation" in each ? [each.relation] : []));
  const wanted = what === "node" ? await nodeStatements(nodes, dataset, engine) : await relationStatements(relations, dataset, engine);
  if (wanted.length === 0) return 0;
  await session.note(byText(wanted));
  return wanted.length;
}

async function nodeStatements(nodes: readonly AsideNode[], dataset: string, engine: Reader): Promise<WriteStatement[]> {
  if (nodes.length === 0) return [];
  const ids = nodes.map(({ id }) => id);
  const live = await readNodeStates(engine, ids);
  const text = "UNWIND $p_ids AS wanted MATCH (n:Retracted {id: wanted}) RETURN n.id AS id, n.hash AS hash, n.dataset AS dataset";
  const rows = await engine.read({ text, parameters: { p_ids: ids } });
  const aside = new Map(rows.map((row) => [asText(row["id"]), row]));
  return nodes
    .filter((node) => !live.has(node.id) && isWanted(node, dataset, aside.get(node.id)))
    .map((node) => writeAsideNode(node, dataset));
}

/** What another dataset left behind here stays what it is. */
function isWanted(node: AsideNode, dataset: string, before: GraphRecord | undefined): boolean {
  if (before === undefined) return true;
  return asText(before["dataset"]) === dataset && asText(before["hash"]) !== nodeRow(node, dataset, "").hash;
}

async function relationStatements(relations: readonly AsideRelation[], dataset: string, engine: Reader): Promise<WriteStatement[]> {
  if (relations.length === 0) return [];
  const ids = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  const live = await readNodeStates(engine, ids);
  const aside = await readAsideIds(engine, ids);
  const labelOf = (id: string): string => (live.has(id) ? mergeLabelOfId(id) : RETRACTED_LABEL);
  const isThere = (id: string): boolean => live.has(id) || aside.has(id);
  const before = await readAsideRelations(relations, labelOf, engine);
  return relations
    .filter(({ from, to }) => isThere(from) && isThere(to))
    .filter((relation) => before.get(relationName(relation)) !== relationRow(relation, dataset).hash)
    .map((relation) => writeAsideRelation(relation, dataset, labelOf));
}

async function readAsideIds(engine: Reader, ids: readonly string[]): Promise<Set<string>> {
  const text = "UNWIND $p_ids AS wanted MATCH (n:Retracted {id: wanted}) RETURN n.id AS id";
  return new Set((await engine.read({ text, parameters: { p_ids: ids } })).map((row) => asText(row["id"])));
}

/** The hashes of those that this graph has moved aside already, by name. */
async function readAsideRelations(
  relations: readonly AsideRelation[],
  labelOf: (id: string) => string,
  engine: Reader,
): Promise<Map<string, string>> {
  const byLabel = new Map<string, Set<string>>();
  for (const { from } of relations) byLabel.set(labelOf(from), (byLabel.get(labelOf(from)) ?? new Set()).add(from));
  const found = new Map<string, string>();
  for (const [label, ids] of byLabel) {
    const text = `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[x:RETRACTED]->(b)
RETURN a.id AS source, x.type AS type, b.id AS target, x.key AS key, x.hash AS hash`;
    for (const row of await engine.read({ text, parameters: { p_ids: [...ids] } })) {
      const [type, from, to, key] = ["type", "source", "target", "key"].map((name) => asText(row[name])) as [
        string,
        string,
        string,
        string,
      ];
      found.set(relationName({ type, from, to, key }), asText(row["hash"]));
    }
  }
  return found;
}

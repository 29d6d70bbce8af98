import type { GraphEngine } from "../../graph/engine";
import type { KnownEntity } from "../draft/known-entity";
import { labelOfId } from "../draft/merge-label";
import { asText } from "./read-graph-state";

const PAGE = 5000;
const TEXT = `MATCH (n:Entity) WHERE n.id > $p_after
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.wikidataId AS wikidataId, n.dataset AS dataset ORDER BY n.id LIMIT $p_limit`;

/** Every entity in the graph that no corpus of these defines, page by page. */
export async function* readKnownEntities(engine: GraphEngine, exceptCorpora: readonly string[]): AsyncGenerator<KnownEntity> {
  const except = new Set(exceptCorpora.map((id) => `dataset:${id}`));
  for (let after = ""; ; ) {
    const rows = await engine.read({ text: TEXT, parameters: { p_after: after, p_limit: PAGE } });
    for (const row of rows) {
      const { id, name, aliases, wikidataId, dataset } = row;
      if (except.has(asText(dataset))) continue;
      const names = [name, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])].filter(
        (each): each is string => typeof each === "string",
      );
      yield { id: asText(id), label: labelOfId(asText(id)), names, ...(typeof wikidataId === "string" && { wikidataId }) };
    }
    if (rows.length < PAGE) return;
    after = asText(rows[rows.length - 1]?.["id"]);
  }
}

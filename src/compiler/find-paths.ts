import { QueryTooSlow } from "../errors";
import type { CypherStatement, CypherValue, GraphRecord } from "../graph/cypher-statement";
import { KEY_SEPARATOR } from "../model/ontology";
import { relationKindOf } from "../model/relation-kinds";
import type { AnswerRow, RawRow, ReadRow } from "./answer-row";
import { findChains } from "./find-chains";
import type { ChainStep } from "./find-chains";
import type { LevelNode } from "./nodes/level-node";
import { RELATION_SEPARATOR } from "./printers/sources/print-paths";
import type { RowPlan } from "./row-plan";

/** Asks the engine one statement. */
export type Read = (statement: CypherStatement) => Promise<GraphRecord[]>;

/** A field of a step under its response key, and which row of the thing it shows. */
export interface StepView {
  readonly key: string;
  readonly of: "from" | "to" | "statement" | "relation";
  readonly row: number;
}

/** One kind of thing on a path, and how its rows are read. */
export interface ToldKind {
  readonly level: LevelNode;
  readonly rows: readonly RowPlan[];
  /** Carries what is to be told, as a list of maps with the place of each. */
  readonly rowsParameter: string;
}

/** A search for paths: its statements, written; only ids come in while it runs. */
export interface PathsSearch {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly first: number;
  readonly forward: string;
  readonly backward: string;
  readonly told: string;
  readonly idsParameter: string;
  readonly parameters: Readonly<Record<string, CypherValue>>;
  readonly entities: ToldKind;
  readonly statements: ToldKind;
  readonly relations: ToldKind;
  readonly views: readonly { readonly key: string; readonly steps: readonly StepView[] }[];
}

/** So many links of one step are looked at; beyond, the two ends are too far apart in too dense a graph. */
export const MOST_LINKS = 200_000;

/**
 * Shortest chains, searched step by step from both ends: as many small statements as the chain has steps, and one that tells
 * what lies on it. One statement for all would need paths with conditions, which the two engines answer differently.
 * @throws QueryTooSlow where a step leads to too much
 */
export async function findPaths(search: PathsSearch, read: Read, readRow: ReadRow): Promise<AnswerRow[]> {
  const chains = await findChains(search, async (ids, direction) => {
    const parameters = { ...search.parameters, [search.idsParameter]: [...ids] };
    const [record] = await read({ text: direction === "forward" ? search.forward : search.backward, parameters });
    const steps = (record?.["steps"] ?? []) as [string, string, string, string][];
    if (steps.length >= MOST_LINKS)
      throw new QueryTooSlow("The two are far apart, and too much lies between them. Give a smaller `maxLength`, or only some `links`.");
    return steps.map(
      ([near, far, link, behind]): ChainStep =>
        direction === "forward" ? { from: near, to: far, link, behind } : { from: far, to: near, link, behind },
    );
  });
  if (chains.length === 0) return [];
  return tellPaths(search, chains, read, readRow);
}

/** Each thing on the chains once, by its name. */
class Things {
  readonly rows: Record<string, CypherValue>[] = [];
  private readonly places = new Map<string, number>();

  add(name: string, row: Readonly<Record<string, CypherValue>>): void {
    if (this.places.has(name)) return;
    this.places.set(name, this.rows.length);
    this.rows.push({ ...row, at: this.rows.length });
  }

  placeOf(name: string): number | undefined {
    return this.places.get(name);
  }
}

async function tellPaths(search: PathsSearch, chains: readonly ChainStep[][], read: Read, readRow: ReadRow): Promise<AnswerRow[]> {
  const [entities, statements, relations] = [new Things(), new Things(), new Things()];
  for (const { from, to, behind } of chains.flat()) {
    for (const id of [from, to]) entities.add(id, { id });
    const statement = statementOf(behind);
    if (statement !== null) statements.add(statement, { id: statement });
    else relations.add(behind, relationOf(behind));
  }
  const [record = {}] = await read({
    text: search.told,
    parameters: {
      ...search.parameters,
      [search.entities.rowsParameter]: entities.rows,
      [search.statements.rowsParameter]: statements.rows,
      [search.relations.rowsParameter]: relations.rows,
    },
  });
  const tell = (kind: ToldKind, things: Things): ((name: string, row: number) => AnswerRow | null) => {
    const byPlace = new Map(
      ((record[kind.level.gives.alias] ?? []) as unknown as [number, ...RawRow[]][]).map(([at, ...rows]) => [at, rows]),
    );
    return (name, row) => {
      const raw = byPlace.get(things.placeOf(name) ?? -1)?.[row];
      return raw === undefined ? null : readRow(raw, kind.rows[row] as RowPlan);
    };
  };
  const tellers = {
    end: tell(search.entities, entities),
    statement: tell(search.statements, statements),
    relation: tell(search.relations, relations),
  };
  return chains.map((steps) => ({
    length: steps.length,
    edges: Object.fromEntries(search.views.map((view) => [view.key, steps.map((step) => tellStep(step, view.steps, tellers))])),
  }));
}

type Teller = (name: string, row: number) => AnswerRow | null;

function tellStep(
  step: ChainStep,
  views: readonly StepView[],
  tellers: { readonly end: Teller; readonly statement: Teller; readonly relation: Teller },
): AnswerRow {
  const statement = statementOf(step.behind);
  const edges = views.map(({ key, of, row }): [string, unknown] => {
    if (of === "statement") return [key, statement === null ? null : tellers.statement(statement, row)];
    if (of === "relation") return [key, statement === null ? tellers.relation(step.behind, row) : null];
    return [key, tellers.end(step[of], row)];
  });
  // A relation's own kind says more than that there is one.
  return { link: statement === null ? kindOf(step.behind) : step.link, edges: Object.fromEntries(edges) };
}

/** A statement is named by its sort key, which ends in its id. */
function statementOf(behind: string): string | null {
  return behind.includes(RELATION_SEPARATOR) ? null : behind.slice(behind.lastIndexOf(KEY_SEPARATOR) + 1);
}

function relationOf(behind: string): Record<string, string> {
  const [type = "", start = "", end = "", key = ""] = behind.split(RELATION_SEPARATOR);
  return { type, start, end, key };
}

function kindOf(behind: string): string {
  return relationKindOf(relationOf(behind)["type"] ?? "");
}

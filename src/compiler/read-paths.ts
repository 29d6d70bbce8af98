import type { AnswerRow, RawRow } from "./answer-row";
import type { RootTree } from "./root-tree";
import type { RowPlan } from "./row-plan";

type PathsTree = Extract<RootTree, { is: "paths" }>;
type ReadRow = (raw: RawRow, plan: RowPlan) => AnswerRow;

/** A field of a step under its response key, and which row of the thing it shows. */
export interface StepView {
  readonly key: string;
  readonly of: "from" | "to" | "statement" | "relation";
  readonly row: number;
}

export interface PathsPlan {
  readonly views: readonly { readonly key: string; readonly steps: readonly StepView[] }[];
  readonly entities: readonly RowPlan[];
  readonly statements: readonly RowPlan[];
  readonly relations: readonly RowPlan[];
  /** The links that were asked for. */
  readonly links: readonly string[];
  readonly maxLength: number;
}

/** A path as the engine gives it: ids of its nodes, types of its relations, and where each relation begins. */
type RawPath = readonly [ids: readonly string[], types: readonly string[], starts: readonly string[]];

interface Step {
  readonly from: string;
  readonly to: string;
  readonly link: string;
  readonly statement: string | null;
  /** Start, type and end of the relation between the two. */
  readonly relation: string | null;
}

/** Chains of relations as chains of entities, each step with what justifies it. */
export function readPaths(record: Record<string, unknown>, tree: PathsTree, readRow: ReadRow): AnswerRow[] {
  const { plan } = tree;
  const told = {
    ends: rowsById(record[tree.entities.gives.alias]),
    statement: rowsById(record[tree.statements?.gives.alias ?? ""]),
    relation: rowsById(record[tree.relations?.gives.alias ?? ""]),
  };
  const find = (step: Step, view: StepView): AnswerRow | null => {
    const [of, plans, id] =
      view.of === "statement"
        ? [told.statement, plan.statements, step.statement]
        : view.of === "relation"
          ? [told.relation, plan.relations, step.relation]
          : [told.ends, plan.entities, step[view.of]];
    const raw = id === null ? undefined : of.get(id)?.[view.row];
    return raw === undefined ? null : readRow(raw as RawRow, plans[view.row] as RowPlan);
  };
  const paths = ((record[`${tree.paths.list}_found`] ?? []) as RawPath[]).map(stepsOf);
  return paths
    .filter((steps) => steps.length <= plan.maxLength)
    .map((steps) => {
      const lists = plan.views.map((view): [string, unknown] => [
        view.key,
        steps.map((step) => ({ link: step.link, edges: Object.fromEntries(view.steps.map((each) => [each.key, find(step, each)])) })),
      ]);
      return { length: steps.length, edges: Object.fromEntries(lists) };
    });
}

function rowsById(items: unknown): ReadonlyMap<string, RawRow> {
  return new Map(((items ?? []) as RawRow[]).map(([id, ...rows]) => [String(id), rows]));
}

function isEntity(id: string): boolean {
  return /^(person|organization|place|event|work|topic):/.test(id);
}

/** Cuts a path at its entities. */
function stepsOf([ids, types, starts]: RawPath): Step[] {
  const steps: Step[] = [];
  let begin = 0;
  for (let at = 1; at < ids.length; at++) {
    if (!isEntity(ids[at] ?? "")) continue;
    steps.push(stepOf(ids.slice(begin, at + 1), types.slice(begin, at), starts.slice(begin, at)));
    begin = at;
  }
  return steps;
}

function stepOf(ids: readonly string[], types: readonly string[], starts: readonly string[]): Step {
  const [from, to] = [ids[0] ?? "", ids.at(-1) ?? ""];
  const statements = ids.filter((id) => id.startsWith("statement:"));
  if (statements.length > 0)
    return { from, to, link: linkOf(types, statements), statement: statementOf(statements, types, starts), relation: null };
  // The first relation between two entities, or the one by which a position was held.
  const at = Math.max(0, types.indexOf("HELD"));
  const [start = "", other = ""] = starts[at] === ids[at] ? [ids[at], ids[at + 1]] : [ids[at + 1], ids[at]];
  const type = types[at] ?? "";
  return { from, to, link: type === "HELD" ? "HELD_POSITION" : type, statement: null, relation: `${start} ${type} ${other}` };
}

/** Of an answer and what it answers, the answer justifies the step. */
function statementOf(statements: readonly string[], types: readonly string[], starts: readonly string[]): string | null {
  const answers = types.indexOf("RESPONDS_TO");
  return (answers < 0 ? statements[0] : starts[answers]) ?? null;
}

/** The kind of link, by the part that the two entities play in the statement. */
function linkOf(types: readonly string[], statements: readonly string[]): string {
  const [first, last] = [types[0], types.at(-1)];
  const has = (type: string): boolean => first === type || last === type;
  if (types.includes("RESPONDS_TO")) return "RESPONDED_TO";
  if (types.includes("REPORTS") || statements.length > 1) return "REPORTED";
  if (has("SAID_IN")) return "SAID_IN";
  if (has("SAID_DURING")) return "SAID_DURING";
  if (has("ADDRESSED_TO")) return "SPOKE_TO";
  if (first === "ABOUT" && last === "ABOUT") return "SPOKEN_ABOUT_WITH";
  if (first === "ATTRIBUTED_TO" && last === "ATTRIBUTED_TO") return "ATTRIBUTED_TOGETHER";
  return first === "ATTRIBUTED_TO" ? "SPOKE_ABOUT" : "SPOKEN_ABOUT_BY";
}

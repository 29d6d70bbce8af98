import { execute, parse } from "graphql";
import type { GraphQLSchema } from "graphql";
import type { RequestContext } from "../api/request/request-context";
import type { CypherStatement } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";

/** What takes longest to plan: each form of a search, by itself and within what another one found, and what goes along links of many kinds. */
export const USUAL_QUESTIONS: readonly string[] = [
  ...["one* -other", "two words", "war"].flatMap((text) => [
    `{ search(query: "war", first: 1) { nodes { ... on Person { said(search: "${text}", first: 10) { totalCount nodes { id } } } } } }`,
    `{ people(search: "${text}", first: 10) { totalCount edges { cursor node { id } } } }`,
    `{ statements(search: "${text}", first: 10) { totalCount edges { score cursor node { id } } } }`,
    `{ search(query: "${text}", first: 10) { totalCount edges { score highlights { text } node { ... on Node { id } } } } }`,
  ]),
  '{ network(around: ["person:nobody"]) { truncated nodes { entity { id } } edges { mainStat } } }',
  '{ person(id: "person:nobody") { neighbours(first: 10) { edges { count node { id } } } } }',
];

interface PlanningParts {
  readonly schema: GraphQLSchema;
  /** GraphQL queries, as somebody might ask them. */
  readonly questions: readonly string[];
  readonly engine: Pick<GraphEngine, "dialect" | "plan">;
  readonly limits: RequestContext["limits"];
  /** After so many milliseconds the rest is left to whoever asks. */
  readonly withinMs: number;
}

/**
 * Has the database plan the statements of some questions. One that has just been started takes 0.3 to 2 s for its first plans, and a
 * tenth of that for the next ones, whatever they are for: its planner has to be loaded and compiled itself. So the first to ask need not
 * wait for that. Whatever fails here fails again, and is told, where it is asked.
 * @returns how many statements were planned
 */
export async function planQuestions({ schema, questions, engine, limits, withinMs }: PlanningParts): Promise<number> {
  if (withinMs === 0) return 0;
  const end = performance.now() + withinMs;
  let planned = 0;
  for (const question of questions) {
    for (const statement of await statementsOf(question, schema, engine, limits)) {
      if (performance.now() > end) return planned;
      try {
        await engine.plan(statement);
      } catch {
        return planned;
      }
      planned++;
    }
  }
  return planned;
}

/** The statements that the root fields of a query would be answered by. */
async function statementsOf(
  question: string,
  schema: GraphQLSchema,
  { dialect }: PlanningParts["engine"],
  limits: RequestContext["limits"],
): Promise<CypherStatement[]> {
  const statements: CypherStatement[] = [];
  const read = (statement: CypherStatement): Promise<never> => {
    statements.push(statement);
    return Promise.reject(new Error("It is only planned."));
  };
  const contextValue: RequestContext = { engine: { dialect, read }, limits };
  await execute({ schema, document: parse(question), contextValue });
  return statements;
}

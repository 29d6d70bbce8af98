import { execute, getNamedType, isObjectType, isRequiredArgument, isUnionType, parse } from "graphql";
import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import type { RequestContext } from "../api/request/request-context";
import type { CypherStatement } from "../graph/cypher-statement";
import type { GraphEngine } from "../graph/engine";

/** Each form that a search can take: a beginning or an exclusion, several words, one word. */
const SEARCHES = ["one* -other", "two words", "war"];

/** What takes longest to plan: each form of a search, by itself and within what another one found, and what goes along links of many kinds. */
export const USUAL_QUESTIONS: readonly string[] = [
  ...SEARCHES.flatMap((text) => [
    `{ search(query: "war", first: 1) { nodes { ... on Person { said(search: "${text}", first: 10) { totalCount nodes { id } } } } } }`,
    `{ people(search: "${text}", first: 10) { totalCount edges { cursor node { id } } } }`,
    `{ statements(search: "${text}", first: 10) { totalCount edges { score cursor node { id } } } }`,
    `{ search(query: "${text}", first: 10) { totalCount edges { score highlights { text } node { ... on Node { id } } } } }`,
  ]),
  '{ network(around: ["person:nobody"]) { truncated nodes { entity { id } } edges { mainStat } } }',
  '{ person(id: "person:nobody") { neighbours(first: 10) { edges { count node { id } } } } }',
];

/** Every list of the schema that can be searched, in each form: at the root, and within what a search of everything finds. */
export function everySearch(schema: GraphQLSchema): string[] {
  const query = schema.getQueryType();
  const found = schema.getType("SearchResult");
  const root = query ? searchesIn(query) : [];
  const within = (isUnionType(found) ? found.getTypes() : []).flatMap((type) =>
    searchesIn(type).map((field) => `search(query: "war", first: 1) { nodes { ... on ${type.name} { ${field} } } }`),
  );
  return [...root, ...within].map((field) => `{ ${field} }`);
}

function searchesIn(type: GraphQLObjectType): string[] {
  const lists = Object.values(type.getFields()).filter((field) => {
    const connection = getNamedType(field.type);
    const isSearched = field.args.some(({ name }) => name === "search") && field.args.every((arg) => !isRequiredArgument(arg));
    return isSearched && isObjectType(connection) && "nodes" in connection.getFields();
  });
  return lists.flatMap(({ name }) =>
    SEARCHES.map((text) => `${name}(search: "${text}", first: 10) { totalCount edges { cursor node { ... on Node { id } } } }`),
  );
}

interface PlanningParts {
  readonly schema: GraphQLSchema;
  /** GraphQL queries, as somebody might ask them. */
  readonly questions: readonly string[];
  readonly engine: Pick<GraphEngine, "dialect" | "plan">;
  readonly limits: RequestContext["limits"];
}

/**
 * Has the database plan the statements of some questions, in their order. One that has just been started takes 0.3 to 2 s for its
 * first plans, and a tenth of that for the next ones, whatever they are for: its planner has to be loaded and compiled itself. So the
 * first to ask need not wait for that. Whatever fails here fails again, and is told, where it is asked.
 */
export class QuestionPlanner {
  private readonly left: string[];
  private statements: CypherStatement[] = [];
  private isStopped = false;

  constructor(private readonly parts: PlanningParts) {
    this.left = [...parts.questions];
  }

  /**
   * Goes on from where the last call ended, one statement at a time.
   * @param withinMs after so many milliseconds the rest is left
   * @returns how many statements were planned
   */
  async plan(withinMs = Infinity): Promise<number> {
    const end = performance.now() + withinMs;
    let planned = 0;
    for (let next = await this.next(); next !== undefined; next = await this.next()) {
      if (this.isStopped || performance.now() >= end) {
        this.statements.unshift(next);
        return planned;
      }
      try {
        await this.parts.engine.plan(next);
      } catch {
        this.stop();
        return planned;
      }
      planned++;
    }
    return planned;
  }

  /** No further statement is planned. */
  stop(): void {
    this.isStopped = true;
  }

  private async next(): Promise<CypherStatement | undefined> {
    while (this.statements.length === 0) {
      const question = this.left.shift();
      if (question === undefined) return undefined;
      this.statements = await statementsOf(question, this.parts);
    }
    return this.statements.shift();
  }
}

/** The statements that the root fields of a query would be answered by. */
async function statementsOf(question: string, { schema, engine, limits }: PlanningParts): Promise<CypherStatement[]> {
  const { dialect } = engine;
  const statements: CypherStatement[] = [];
  const read = (statement: CypherStatement): Promise<never> => {
    statements.push(statement);
    return Promise.reject(new Error("It is only planned."));
  };
  // What is looked up for a question finds nothing, so that the question is asked, too.
  const lookUp = (statement: CypherStatement): Promise<never[]> => {
    statements.push(statement);
    return Promise.resolve([]);
  };
  const contextValue: RequestContext = {
    engine: { dialect, read: lookUp },
    engineFor: () => ({ dialect, read }),
    limits,
    hasFormerIds: () => Promise.resolve(false),
    oncePerVersion: (_name, find) => find(),
  };
  await execute({ schema, document: parse(question), contextValue });
  return statements;
}

import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { dialectOf } from "../graph/dialect-of";
import type { GraphEngine } from "../graph/engine";
import { explainQuestion } from "../http/explain-question";
import { describeExplanation } from "./describe-explanation";
import type { Shown } from "./describe-explanation";
import { printData } from "./output";
import { readQuestion, readVariables } from "./read-question";

export interface ExplainFlags {
  readonly variables?: string;
  readonly operation?: string;
  readonly engine?: GraphEngine["name"];
  readonly cypher?: boolean;
  readonly json?: boolean;
}

/**
 * `quoth explain`: what a question costs, where each of its lists begins, and what a database would be sent; asks none.
 * @param file the question, `-` for stdin
 * @returns 0 when the server would take it, 1 when it would refuse it, or a part of it
 * @throws BadSetting, CannotRun
 */
export async function explain(file: string, asked: ExplainFlags, flags: Flags): Promise<number> {
  const config = readConfig(flags);
  const engine = asked.engine ?? (config.neo4jUri === undefined ? "embedded" : "neo4j");
  const question = { query: readQuestion(file), variables: readVariables(asked.variables), operationName: asked.operation };
  const explanation = await explainQuestion(question, config, dialectOf(engine));
  const { maxCost: limit } = config.limits;
  const shown = { file, engine, limit, explanation };
  printData(asked.json === true ? asData(shown) : describeExplanation(shown, asked.cypher ?? false));
  return explanation.refusals.length > 0 ? 1 : 0;
}

function asData({ engine, limit, explanation }: Shown): object {
  const { cost, fields, refusals } = explanation;
  return {
    engine,
    cost,
    limit,
    fields: fields.map(({ name, explained }) => explained ?? { name, cost: 0, tree: [], statements: [] }),
    refusals,
  };
}

import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import neo4j from "neo4j-driver";
import { toEngineMap } from "../src/graph/neo4j/to-engine-value";
import { allOperations } from "./operations/all-operations";
import { isMissing } from "./operations/operation";
import type { Marks } from "./operations/operation";

/**
 * What Quoth is measured against: the driver, hand-written Cypher and JSON over plain HTTP, in a process of its own.
 * `POST /` with `{"operation": "one person"}` answers `{"data": …}`.
 */
function main(): void {
  const [port = "0", uri = "", user = "", password = "", marks = "{}"] = process.argv.slice(2);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true });
  const questions = new Map(allOperations(JSON.parse(marks) as Marks).map(({ name, handWritten }) => [name, handWritten]));
  const server = createServer((request, response) => {
    const answer = async (): Promise<string> => {
      const { operation } = JSON.parse(await bodyOf(request)) as { operation: string };
      const question = questions.get(operation);
      if (!question || isMissing(question)) throw new Error(`There is no operation "${operation}".`);
      const { records } = await driver.executeQuery(question.cypher, toEngineMap(question.parameters), { routing: neo4j.routing.READ });
      return JSON.stringify({ data: records[0]?.get("data") as unknown });
    };
    answer().then(
      (text) => {
        response.setHeader("content-type", "application/json");
        response.end(text);
      },
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  });
  server.listen(Number(port), "127.0.0.1", () => console.log("READY"));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

main();

import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import neo4j from "neo4j-driver";
import { toEngineMap } from "../src/graph/neo4j/to-engine-value";
import { OPERATIONS } from "./operations";

/**
 * What Quoth is measured against: the driver, hand-written Cypher and JSON over plain HTTP, in a process of its own.
 * `POST /` with `{"operation": "one person"}` answers `{"data": …}`.
 */
function main(): void {
  const [port = "0", uri = "", user = "", password = ""] = process.argv.slice(2);
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true, telemetryDisabled: true });
  const server = createServer((request, response) => {
    void (async () => {
      const { operation } = JSON.parse(await bodyOf(request)) as { operation: string };
      const { cypher, parameters } = OPERATIONS.find((each) => each.name === operation) ?? {
        cypher: "RETURN null AS data",
        parameters: {},
      };
      const { records } = await driver.executeQuery(cypher, toEngineMap(parameters), { routing: neo4j.routing.READ });
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ data: records[0]?.get("data") as unknown }));
    })();
  });
  server.listen(Number(port), "127.0.0.1", () => console.log("READY"));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

main();

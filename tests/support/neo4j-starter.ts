import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Neo4jProcess } from "./neo4j-process";
import { startNeo4j } from "./neo4j-process";

/** Starts the databases of a run, when the first test file asks for one: most folders of tests need none. */
export class Neo4jStarter {
  private started: Promise<Neo4jProcess> | null = null;
  private readonly server: Server;

  private constructor(private readonly ports: readonly number[]) {
    this.server = createServer((_request, response) => {
      // What could not be started is not tried again: each file says why.
      this.started ??= startNeo4j({ ports: this.ports, use: "for a run" });
      this.started.then(
        () => response.end(),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  }

  /** @param ports Bolt ports, one for each database */
  static async listen(ports: readonly number[]): Promise<Neo4jStarter> {
    const starter = new Neo4jStarter(ports);
    await new Promise<void>((resolve) => starter.server.listen(0, "127.0.0.1", resolve));
    return starter;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    const started = await this.started?.catch(() => null);
    await started?.stop();
  }
}

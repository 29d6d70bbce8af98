import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Neo4jProcess } from "./neo4j-process";
import { startNeo4j } from "./neo4j-process";

/** Starts the databases of a run, each when the first test file asks for it: most folders of tests need none. */
export class Neo4jStarter {
  private readonly started = new Map<number, Promise<Neo4jProcess>>();
  private readonly server: Server;

  private constructor(private readonly ports: readonly number[]) {
    this.server = createServer((request, response) => {
      this.pidOf(Number(request.url?.slice(1))).then(
        (pid) => response.end(String(pid)),
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
    const started = await Promise.allSettled(this.started.values());
    await Promise.all(started.map(async (each) => (each.status === "fulfilled" ? each.value.stop() : undefined)));
  }

  private async pidOf(index: number): Promise<number> {
    // One that could not be started is not tried again: each file says why.
    const starting = this.started.get(index) ?? startNeo4j(this.ports[index], undefined, "for a run");
    this.started.set(index, starting);
    return (await starting).pid;
  }
}

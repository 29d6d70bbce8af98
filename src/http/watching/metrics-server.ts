import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics";

const TIMEOUT_MS = 5000;

/**
 * Serves /metrics at an address of its own, so that no proxy in front of Quoth can show them to the world by mistake.
 * @throws what listening throws
 */
export async function serveMetrics(metrics: Metrics, host: string, port: number): Promise<{ address: string; close(): Promise<void> }> {
  const options = { headersTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, connectionsCheckingInterval: 1000 };
  const server = createServer(options, (request, response) => void answer(metrics, request, response));
  await listen(server, host, port);
  return {
    address: addressOf(server),
    close: async () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${String(port)}`;
}

async function answer(metrics: Metrics, { method, url }: IncomingMessage, response: ServerResponse): Promise<void> {
  if (method !== "GET" || url?.split("?", 1)[0] !== "/metrics") return void response.writeHead(404).end("Metrics are at /metrics.\n");
  try {
    const { type, text } = await metrics.print();
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(text);
  } catch {
    // It is only a reading: the next one may go better.
    response.writeHead(500).end("The metrics cannot be read right now.\n");
  }
}

import { Agent, request } from "node:http";

/** One way to ask a question over HTTP. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly body: string;
}

const CONNECTIONS = 4;

/** @returns requests per second over `milliseconds`, on four connections that are kept open. */
export async function requestsPerSecond(target: Target, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + milliseconds;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await post(target, agent);
      done++;
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return done / seconds;
}

/** @throws Error for any answer but 200. */
export function post(target: Target, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(target.body) };
    const outgoing = request(target.url, { method: "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${target.name}: ${String(response.statusCode)} ${text.slice(0, 300)}`));
      });
    });
    outgoing.on("error", reject);
    outgoing.end(target.body);
  });
}

import { Agent, request } from "node:http";

/** One question as it travels over HTTP. */
export interface Target {
  readonly name: string;
  readonly url: string;
  readonly body: string;
}

const CONNECTIONS = 4;
/** Whoever takes longer has no answer. */
const PATIENCE_MS = 30_000;

/** @returns requests per second over `milliseconds`, on so many connections that are kept open. */
export async function requestsPerSecond(target: Target, milliseconds: number, connections = CONNECTIONS): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + milliseconds;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await post(target, agent);
      done++;
    }
  };
  const start = performance.now();
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } finally {
    agent.destroy();
  }
  return done / ((performance.now() - start) / 1000);
}

/** @returns the bytes of the answer as text. @throws Error for any answer but 200, and for none within half a minute. */
export function post(target: Target, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", accept: "application/json", "content-length": Buffer.byteLength(target.body) };
    const outgoing = request(target.url, { method: "POST", headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("error", reject);
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${target.name}: ${String(response.statusCode)} ${text.slice(0, 600)}`));
      });
    });
    outgoing.setTimeout(PATIENCE_MS, () => outgoing.destroy(new Error(`${target.name}: no answer within ${String(PATIENCE_MS / 1000)} s`)));
    outgoing.on("error", reject);
    outgoing.end(target.body);
  });
}

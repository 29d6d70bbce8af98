import { request } from "node:http";
import type { IncomingHttpHeaders, RequestOptions } from "node:http";

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came, packed or not. */
  readonly body: Buffer;
  readonly json: { data?: Record<string, unknown>; errors?: { message: string; extensions: Record<string, unknown> }[] };
}

/** One request by a connection of its own, with these headers and no others. */
export async function send(url: string, options: RequestOptions = {}, ...body: (string | Buffer)[]): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const whole = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole, json: parsed(whole) });
      });
    });
    outgoing.on("error", reject);
    for (const each of body) outgoing.write(each);
    outgoing.end();
  });
}

/** POSTs JSON to /graphql of a server. */
export async function post(address: string, question: object | string, headers: Record<string, string> = {}): Promise<Received> {
  const body = typeof question === "string" ? question : JSON.stringify(question);
  const length = String(Buffer.byteLength(body));
  return send(
    `${address}/graphql`,
    { method: "POST", headers: { "content-type": "application/json", "content-length": length, ...headers } },
    body,
  );
}

/** GETs an answer, with the header that shows that no page of another site asks. */
export async function get(address: string, parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Received> {
  return send(`${address}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { "apollo-require-preflight": "1", ...headers },
  });
}

function parsed(body: Buffer): Received["json"] {
  try {
    return JSON.parse(body.toString()) as Received["json"];
  } catch {
    return {};
  }
}

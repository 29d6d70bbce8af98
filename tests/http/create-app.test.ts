import { readConfig } from "../../src/config/read-config";
import { createApp } from "../../src/http/create-app";
import { RequestWatch } from "../../src/http/watching/request-watch";

/** The request headers that a page of an allowed origin is told that it may send. */
async function allowedHeaders(environment: Record<string, string>): Promise<string[]> {
  const config = readConfig({}, { QUOTH_LOG: "silent", QUOTH_CORS_ORIGINS: "https://other.example", ...environment });
  const app = await createApp({ config, front: null, watch: new RequestWatch(), logStream: { write: () => undefined } });
  const headers = { origin: "https://other.example", "access-control-request-method": "POST" };
  const answer = await app.inject({ method: "OPTIONS", url: "/graphql", headers });
  await app.close();
  return String(answer.headers["access-control-allow-headers"]).split(", ");
}

describe("a page of an allowed origin", () => {
  it("may hand on a trace where traces are kept", async () => {
    expect(await allowedHeaders({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318" })).toEqual(
      expect.arrayContaining(["traceparent", "tracestate"]),
    );
  });

  it("may not where nobody reads it", async () => {
    expect(await allowedHeaders({})).not.toEqual(expect.arrayContaining(["traceparent"]));
  });
});

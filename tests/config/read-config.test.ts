import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig, targetConfig } from "../../src/config/read-config";

describe("readConfig", () => {
  it("gives the defaults when nothing is set", () => {
    expect(readConfig({}, {})).toMatchObject({
      neo4jUri: undefined,
      dataDir: ".quoth",
      host: "127.0.0.1",
      port: 4000,
      introspection: true,
      corsOrigins: [],
      readTimeoutMs: 10_000,
      limits: { maxDepth: 10, maxCost: 50_000, maxBodyKb: 256 },
    });
  });

  it("lets a flag beat the environment", () => {
    expect(readConfig({ port: "4001" }, { QUOTH_PORT: "4002" }).port).toBe(4001);
  });

  it("takes an empty text for not set", () => {
    expect(readConfig({}, { QUOTH_PORT: " " }).port).toBe(4000);
  });

  it("reads the password from its file, without the line break at its end", () => {
    const file = join(mkdtempSync(join(tmpdir(), "quoth-config-")), "password");
    writeFileSync(file, "from a file\n");
    expect(readConfig({}, { NEO4J_PASSWORD_FILE: file }).neo4jPassword).toBe("from a file");
  });

  it.each([
    [{ QUOTH_PORT: "http" }, 'QUOTH_PORT wants a whole number from 0 to 65535 (port), got "http".'],
    [{ QUOTH_PORT: "65536" }, 'QUOTH_PORT wants a whole number from 0 to 65535 (port), got "65536".'],
    [{ QUOTH_MAX_DEPTH: "-1" }, 'QUOTH_MAX_DEPTH wants a whole number from 1 to 1000000 (levels), got "-1".'],
    [{ QUOTH_READ_TIMEOUT: "10s" }, 'QUOTH_READ_TIMEOUT wants a number of seconds from 1 to 600 (seconds), got "10s".'],
    [{ QUOTH_INTROSPECTION: "maybe" }, 'QUOTH_INTROSPECTION wants on or off, got "maybe".'],
    [{ QUOTH_LOG: "loud" }, 'QUOTH_LOG wants one of silent, error, warn, info, debug, got "loud".'],
    [
      { QUOTH_CORS_ORIGINS: "https://a.example,*" },
      'QUOTH_CORS_ORIGINS wants origins such as https://example.org, separated by commas, without a path or "*"; got "*".',
    ],
    [{ NEO4J_URI: "localhost:7687" }, "NEO4J_URI wants bolt://host:7687, bolt+s://host:7687, neo4j://host:7687 or neo4j+s://host."],
    [{ NEO4J_URI: "bolt://neo4j:hunter2@db" }, "NEO4J_URI must not hold user or password; use NEO4J_USER and NEO4J_PASSWORD."],
    [
      { NEO4J_URI: "neo4j+s://db.example", NEO4J_PASSWORD: "neo4j" },
      "NEO4J_PASSWORD is one that everybody tries first. Change it in Neo4j, then set the new one.",
    ],
    [{ NEO4J_PASSWORD: "a", NEO4J_PASSWORD_FILE: "b" }, "NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set; keep one of them."],
    [
      { NEO4J_PASSWORD_FILE: "/no/such/file" },
      "NEO4J_PASSWORD_FILE: /no/such/file cannot be read (ENOENT). Name a file that holds the password.",
    ],
  ])("refuses %j, naming the setting and what it wants", (environment, message) => {
    expect(() => readConfig({}, environment)).toThrow(expect.objectContaining({ code: "BAD_SETTING", message }) as Error);
  });

  it("names the flag where the value came from one", () => {
    expect(() => readConfig({ port: "x" }, {})).toThrow("--port (QUOTH_PORT) wants a whole number");
  });

  it.each(["collector:4318", "grpc://127.0.0.1:4317", "http://user:hunter2@127.0.0.1:4318"])(
    "refuses %s for a collector, without repeating a password",
    (address) => {
      const read = (): unknown => readConfig({}, { OTEL_EXPORTER_OTLP_ENDPOINT: address });
      expect(read).toThrow(/^OTEL_EXPORTER_OTLP_ENDPOINT (?!.*hunter2)/);
    },
  );
});

describe("targetConfig", () => {
  const source = readConfig(
    { "to-user": "writer" },
    { NEO4J_URI: "bolt://a.example:7687", NEO4J_PASSWORD: "of the source", QUOTH_TO_PASSWORD: "of it" },
  );

  it("takes user and password of the target alone", () => {
    expect(targetConfig(source, "neo4j+s://b.example")).toMatchObject({
      neo4jUri: "neo4j+s://b.example",
      neo4jUser: "writer",
      neo4jPassword: "of it",
      neo4jDatabase: undefined,
    });
  });

  it("takes what is no address for the folder of an embedded store", () => {
    expect(targetConfig(source, "graph-folder")).toMatchObject({ neo4jUri: undefined, dataDir: "graph-folder" });
  });

  it("names --to where the address is none", () => {
    expect(() => targetConfig(source, "http://b.example")).toThrow(/^--to wants bolt:/);
  });

  it("refuses a password in the address, and says where it belongs", () => {
    expect(() => targetConfig(source, "bolt://u:p@b.example")).toThrow(
      /^--to must not hold user or password; use QUOTH_TO_USER and QUOTH_TO_PASSWORD/,
    );
  });
});

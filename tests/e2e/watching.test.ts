import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { post } from "../http/send";
import { ensureBuilt, exitOf, startQuoth, untilSaid } from "../support/built-cli";

jest.setTimeout(60_000);
beforeAll(ensureBuilt, 240_000);

const folder = mkdtempSync(join(tmpdir(), "quoth-watching-"));
let server: ChildProcess;
let address: string;
let metrics: string;
let said = "";
beforeAll(async () => {
  server = startQuoth([], { QUOTH_DATA_DIR: join(folder, "store"), QUOTH_PORT: "0", QUOTH_METRICS_PORT: "0", QUOTH_LOG: "info" });
  server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [, api = "", place = ""] = await untilSaid(server, /API\s+(http:\/\/\S+)\/graphql[^]*Metrics\s+(http:\/\/\S+\/metrics)/);
  [address, metrics] = [api, place];
}, 60_000);
afterAll(async () => {
  server.kill("SIGKILL");
  await exitOf(server);
  rmSync(folder, { recursive: true, force: true });
});

/** The first line of the log that has this text, as soon as it is there. */
async function lineWith(text: string): Promise<Record<string, number>> {
  for (let tries = 0; ; tries++) {
    const line = said.split("\n").find((each) => each.includes(text));
    if (line !== undefined) return JSON.parse(line) as Record<string, number>;
    if (tries > 200) throw new Error(`No line has ${text}:\n${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

interface Dashboard {
  readonly panels: readonly { readonly title: string; readonly targets: readonly { readonly expr: string }[] }[];
}

describe("docs/grafana-dashboard.json", () => {
  const { panels } = JSON.parse(readFileSync(join(__dirname, "../../docs/grafana-dashboard.json"), "utf8")) as Dashboard;
  const expressions = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  // What stands in front of a brace, bracket or operator and has an underscore is a metric; functions have a bracket behind.
  const names = [...new Set(expressions.join("\n").match(/\b(quoth|process|nodejs)_\w+/g))];

  it("reads no metric that a server at work does not have", async () => {
    await post(address, { query: "{ people(first: 1) { nodes { name } } nope }" });
    await post(address, { query: "{ people(first: 1) { nodes { name } } }" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const text = await (await fetch(metrics)).text();
    const present = new Set([...text.matchAll(/^(\w+)/gm)].map(([, name]) => name));
    expect(names.filter((name) => !present.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(15);
  });

  it("reads every metric of Quoth's own", async () => {
    const text = await (await fetch(metrics)).text();
    const own = [...text.matchAll(/^# TYPE (quoth_\w+)/gm)].map(([, name]) => String(name));
    expect(own.filter((name) => !names.some((read) => read.startsWith(name)))).toEqual([]);
  });
});

describe("a question to a real server", () => {
  it("is a line with its statements, rows and times, and counts under its root field", async () => {
    const { headers } = await post(address, {
      query: "query Two { people(first: 2) { nodes { name } } events(first: 1) { nodes { id } } }",
    });
    const parsed = await lineWith('"operation":"Two"');
    expect(parsed).toMatchObject({ id: headers["x-request-id"], statements: 2, rows: 2, status: 200, cache: "miss" });
    expect(parsed["databaseMs"]).toBeGreaterThan(0);
    expect(Number(parsed["databaseMs"]) + Number(parsed["otherMs"])).toBeCloseTo(Number(parsed["ms"]), 1);
    expect(parsed["cost"]).toBeGreaterThan(0);
    expect(await (await fetch(metrics)).text()).toMatch(/quoth_statement_duration_seconds_count\{field="events"\} 1/);
  });
});

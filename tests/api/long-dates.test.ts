import { execute, parse } from "graphql";
import type { ExecutionResult } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import type { RequestContext } from "../../src/api/request/request-context";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import type { CypherStatement } from "../../src/graph/cypher-statement";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";
import { OncePerVersion } from "../../src/http/data/once-per-version";
import { sortableInstant } from "../../src/model/partial-date";

const schema = buildQuothSchema();
const LATEST = `{
  latest: statements(where: { saidAt: { from: "2020-01-03" } }, first: 5) { nodes { id } }
  oldest: statements(where: { saidAt: { from: "2020-01-03" } }, last: 5) { nodes { id } }
}`;

/** A server whose engine finds nothing but long dates, and writes down what it is asked. */
class Server {
  version = "v1";
  longDates: { days: number; latest: number; earliest: number }[] = [];
  lookedUp: CypherStatement[] = [];
  asked: CypherStatement[] = [];
  private readonly once = new OncePerVersion({ settle: () => Promise.resolve(this.version) });

  constructor(private readonly dialect = NEO4J_DIALECT) {}

  async ask(source = LATEST): Promise<ExecutionResult> {
    const { dialect } = this;
    const contextValue: RequestContext = {
      engine: { dialect, read: (statement) => Promise.resolve(this.lookedUp.push(statement) > 0 ? this.longDates : []) },
      engineFor: () => ({ dialect, read: (statement) => Promise.resolve(this.asked.push(statement) > 0 ? [] : []) }),
      limits: DEFAULT_LIMITS,
      hasFormerIds: () => Promise.resolve(false),
      oncePerVersion: (name, read) => this.once.find(name, read),
    };
    return execute({ schema, document: parse(source), contextValue });
  }

  /** Keys that bound the last questions. */
  bounds(): unknown[] {
    return this.asked
      .splice(0)
      .map(({ parameters }) => Object.values(parameters).find((value) => typeof value === "string" && /^\d{17}$/.test(value)));
  }
}

const back = (days: number): string => sortableInstant(Date.UTC(2020, 0, 3) - days * 86_400_000 + 1);

describe("how long dates are", () => {
  it("is looked up once for each version of the data, beside the one statement of each root field", async () => {
    const server = new Server();
    await server.ask('{ statements(where: { saidAt: { from: "2020-01-03" } }, first: 5) { nodes { id } } }');
    expect([server.lookedUp.length, server.bounds()]).toEqual([1, [back(1)]]);
    server.longDates = [{ days: 31, latest: Date.UTC(2020, 1) - 1, earliest: 0 }];
    await server.ask();
    expect([server.lookedUp.length, server.bounds()]).toEqual([1, [back(1), back(1)]]);
    server.version = "v2";
    await server.ask('{ statements(where: { saidAt: { from: "2020-01-03" } }, first: 5) { nodes { id } } }');
    expect([server.lookedUp.length, server.bounds()]).toEqual([2, [back(31)]]);
  });

  it.each([
    ["a page without a date", "{ statements(first: 5) { nodes { id } } }"],
    ["a page within a day", '{ statements(where: { saidAt: { within: "2020-01-03" } }, first: 5) { nodes { id } } }'],
    ["a count", '{ statements(where: { saidAt: { from: "2020-01-03" } }) { totalCount } }'],
  ])("is not looked up for %s", async (_, source) => {
    const server = new Server();
    await server.ask(source);
    expect([server.lookedUp.length, server.asked.length]).toEqual([0, 1]);
  });

  it("is not looked up on an engine whose indexes give no order", async () => {
    const server = new Server(EMBEDDED_DIALECT);
    await server.ask();
    expect([server.lookedUp.length, server.asked.length]).toEqual([0, 2]);
  });
});

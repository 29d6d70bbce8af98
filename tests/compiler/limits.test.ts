import { buildQuothSchema } from "../../src/api/build-schema";
import * as limits from "../../src/compiler/limits";

interface Argument {
  readonly defaultValue?: unknown;
  readonly description?: string | null | undefined;
}

function argumentOf(type: string, field: string, name: string): Argument | undefined {
  const given = buildQuothSchema().getType(type);
  if (given === undefined || !("getFields" in given)) throw new Error(`The schema has no fields of ${type}.`);
  const found = given.getFields()[field];
  return found !== undefined && "args" in found ? found.args.find((each) => each.name === name) : undefined;
}

/** The schema tells what stands for an argument that is left out; the compiler takes the same for one that is null. */
describe("the usual sizes", () => {
  it.each([
    ["Person", "neighbours", "first", limits.DEFAULT_PAGE],
    ["NeighbourEdge", "examples", "first", limits.DEFAULT_EXAMPLES],
    ["StatementConnection", "facets", "first", limits.DEFAULT_BUCKETS],
    ["Query", "statementCounts", "first", limits.DEFAULT_ROWS],
    ["Query", "whoSpokeAboutWhom", "first", limits.DEFAULT_ROWS],
    ["Query", "statementRows", "first", limits.DEFAULT_ROWS],
    ["Query", "network", "limit", limits.DEFAULT_NETWORK_NODES],
    ["Query", "network", "depth", limits.DEFAULT_NETWORK_DEPTH],
    ["Query", "paths", "first", limits.DEFAULT_PATHS],
    ["Query", "paths", "maxLength", limits.DEFAULT_PATH_LENGTH],
  ])("of %s.%s(%s:) are those of the schema", (type, field, argument, usual) => {
    expect(argumentOf(type, field, argument)?.defaultValue).toBe(usual);
  });
});

/** Each is a setting: what the schema tells is the default. */
describe("the limits", () => {
  const { maxPage, maxRows, maxNetworkDepth, maxNetworkNodes, maxPathLength } = limits.DEFAULT_LIMITS;
  it.each([
    ["Query", "statements", "first", maxPage],
    ["Query", "statements", "last", maxPage],
    ["Person", "neighbours", "first", maxPage],
    ["NeighbourEdge", "examples", "first", maxPage],
    ["StatementConnection", "facets", "first", maxPage],
    ["Query", "statementCounts", "first", maxRows],
    ["Query", "whoSpokeAboutWhom", "first", maxRows],
    ["Query", "statementRows", "first", maxRows],
    ["Query", "network", "limit", maxNetworkNodes],
    ["Query", "network", "depth", maxNetworkDepth],
    ["Query", "paths", "first", maxPage],
    ["Query", "paths", "maxLength", maxPathLength],
  ])("of %s.%s(%s:) are those that the schema tells", (type, field, argument, most) => {
    expect(argumentOf(type, field, argument)?.description).toContain(`1 to ${most.toLocaleString("en")} (the server's default limit)`);
  });

  it("of a list of ids is the one that the schema tells", () => {
    const most = limits.DEFAULT_LIMITS.maxListItems;
    expect(argumentOf("Query", "nodes", "ids")?.description).toContain(`at most ${String(most)} (the server's default limit)`);
  });
});

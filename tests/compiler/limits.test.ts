import { buildQuothSchema } from "../../src/api/build-schema";
import * as limits from "../../src/compiler/limits";

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
    const given = buildQuothSchema().getType(type);
    if (given === undefined || !("getFields" in given)) throw new Error(`The schema has no fields of ${type}.`);
    const found = given.getFields()[field];
    const args = found !== undefined && "args" in found ? found.args : [];
    expect(args.find((each) => each.name === argument)?.defaultValue).toBe(usual);
  });
});

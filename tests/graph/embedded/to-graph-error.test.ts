import { toOpenError } from "../../../src/graph/embedded/to-graph-error";

const PREFIX = "Database error: GRAFEO-X001: Internal error:";

describe("toOpenError", () => {
  it.each([
    ["opened by another process", `${PREFIX} database file cannot be locked for reading: /data/graph.db | GQLSTATUS 22000`],
    ["made by another process at this moment", `${PREFIX} database file is locked by another process: /data/graph.db | GQLSTATUS 22000`],
    ["locked as a whole", `${PREFIX} the database file is locked by another process | GQLSTATUS 22000`],
  ])("says of a store %s that it is in use, and not that it is damaged", (_, message) => {
    const error = toOpenError(new Error(message), "/data");
    expect([error.code, error.message]).toEqual(["STORE_IN_USE", expect.stringMatching(/^\/data is in use by another process/)]);
  });

  it("says of anything else that nothing can be read there", () => {
    expect(toOpenError(new Error(`${PREFIX} invalid magic number`), "/data").code).toBe("STORE_UNUSABLE");
  });
});

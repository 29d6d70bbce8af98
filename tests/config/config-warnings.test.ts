import { configWarnings } from "../../src/config/config-warnings";
import { readConfig } from "../../src/config/read-config";

describe("configWarnings", () => {
  it("has nothing to say of the defaults", () => {
    expect(configWarnings(readConfig({}, {}))).toEqual([]);
  });

  it("warns of a database on another machine without encryption", () => {
    expect(configWarnings(readConfig({}, { NEO4J_URI: "bolt://db.example:7687" }))).toEqual([
      expect.stringContaining("without encryption"),
    ]);
  });

  it.each(["bolt://127.0.0.1:7687", "bolt://[::1]:7687", "neo4j+s://db.example"])("does not warn of %s", (uri) => {
    expect(configWarnings(readConfig({}, { NEO4J_URI: uri }))).toEqual([]);
  });

  it("warns of a server that is open to other machines", () => {
    expect(configWarnings(readConfig({}, { QUOTH_HOST: "0.0.0.0" }))).toEqual([expect.stringContaining("QUOTH_HOST=0.0.0.0")]);
  });
});

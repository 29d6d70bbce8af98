import { readFileSync } from "node:fs";
import { join } from "node:path";
import { emitSettings } from "../../src/config/emit-settings";
import { SETTINGS } from "../../src/config/settings";

describe("the table of settings", () => {
  it("gives each setting a help line that is a sentence, and a unit", () => {
    expect(SETTINGS.filter((each) => !/^[A-Z].*\.$/.test(each.help) || each.unit === "")).toEqual([]);
  });

  it.each(["key", "env", "flag"] as const)("uses no %s twice", (column) => {
    const names = SETTINGS.flatMap((each) => (column in each ? [each[column as "env"]] : []));
    expect(new Set(names).size).toBe(names.length);
  });

  it("is documented as it stands in docs/settings.md (else run `npm run schema`)", () => {
    expect(readFileSync(join(__dirname, "../../docs/settings.md"), "utf8")).toBe(emitSettings());
  });
});

import { SETTINGS } from "../../src/config/settings";
import { readText } from "./source-files";

describe("the settings", () => {
  it("have each a help line and a unit", () => {
    expect(SETTINGS.filter(({ help, unit }) => !help.endsWith(".") || unit.trim() === "").map(({ env }) => env)).toEqual([]);
  });

  it("have names of their own, as variables and as flags", () => {
    const names = SETTINGS.flatMap((setting) => [setting.env, ...("flag" in setting ? [setting.flag] : [])]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("are all in docs/settings.md", () => {
    const page = readText("docs/settings.md");
    expect(SETTINGS.filter(({ env }) => !page.includes(`\`${env}\``)).map(({ env }) => env)).toEqual([]);
  });

  it("are all of them that the documentation names", () => {
    const pages = ["README.md", "docs/operations.md", "docs/errors.md"].map(readText).join("\n");
    const named = new Set(pages.match(/\bQUOTH_[A-Z_]+\b/g));
    const known: readonly string[] = [...SETTINGS.map(({ env }) => env), "QUOTH_REQUIRE_NEO4J"];
    expect([...named].filter((name) => !known.includes(name))).toEqual([]);
  });
});

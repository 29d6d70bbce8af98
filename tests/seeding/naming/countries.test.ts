import { isSlug } from "../../../src/model/id";
import { foldText } from "../../../src/search/fold-text";
import { countries } from "../../../src/seeding/naming/countries";

const byCode = new Map(countries().map((entry) => [entry.iso3, entry]));
/** The codes in the names of the UN General Debate Corpus's files that ISO 3166-1 no longer has, and some that it has. */
const UN_CODES = ["CSK", "DDR", "EU", "YMD", "YUG", "RUS", "COD", "PSE", "VAT", "SSD"];

describe("countries", () => {
  it("have slugs that ids take, each its own", () => {
    const slugs = countries().map(({ slug }) => slug);
    expect(slugs.filter((slug) => !isSlug(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it("have no name of another country among their names", () => {
    const names = countries().flatMap(({ name, aliases }) => [...new Set([name, ...aliases].map(foldText))]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(UN_CODES)("have %s of the UN's records", (code) => {
    expect(byCode.has(code)).toBe(true);
  });

  it.each([
    ["USA", "united-states", "US", ["US", "U.S.A."]],
    ["GBR", "united-kingdom", "GB", ["UK", "Britain", "Great Britain"]],
    ["DEU", "germany", "DE", ["Deutschland", "Federal Republic of Germany"]],
    ["COD", "dr-congo", "CD", ["Zaire", "Democratic Republic of the Congo"]],
    ["TUR", "turkiye", "TR", ["Turkey"]],
    ["SUN", "soviet-union", "SU", ["USSR"]],
  ])("know %s by slug, code and names", (code, slug, countryCode, aliases) => {
    const entry = byCode.get(code);
    expect(entry).toMatchObject({ slug, countryCode });
    expect(aliases.filter((alias) => !entry?.aliases.some((known) => foldText(known) === foldText(alias)))).toEqual([]);
  });

  it("have no bare codes among their names", () => {
    expect(byCode.get("DEU")?.aliases).not.toContain("DE");
  });

  it("stand where they are", () => {
    const germany = byCode.get("DEU");
    expect([Math.round(germany?.latitude ?? 0), Math.round(germany?.longitude ?? 0)]).toEqual([51, 9]);
  });
});

import { isSlug } from "../../../src/model/id";
import { makeSlug } from "../../../src/seeding/wording/make-slug";

const LONG = "a statement that goes on and on ".repeat(10);

describe("makeSlug", () => {
  it.each([
    ["Dwayne Bohac", "dwayne-bohac"],
    ["  Dr. Ján Novák,  dietológ ", "dr-jan-novak-dietolog"],
    ["U.S. Senate", "us-senate"],
    ["John F. Kennedy", "john-f-kennedy"],
    ["Martin O’Malley", "martin-omalley"],
    ["Straße & Ærø", "strasse-aero"],
    ["breitbart.com", "breitbart-com"],
    ["Владимир Зеленський", "владимир-зеленський"],
    ["हिन्दी भाषा", "हिन्दी-भाषा"],
    ["محمد بن سلمان", "محمد-بن-سلمان"],
    ["習近平", "習近平"],
    ["Αθήνα", "αθήνα"],
    ["２０２０ ½", "2020-1-2"],
    ["co\u00ADoperate", "cooperate"],
  ])("makes %j into %s", (text, slug) => {
    expect(makeSlug(text)).toBe(slug);
  });

  it.each(["", "!?", "🦭", "---"])("gives a hash for %j, which has no letters", (text) => {
    expect(makeSlug(text)).toMatch(/^[0-9a-f]{12}$/);
  });

  it("gives different hashes for different signs", () => {
    expect(makeSlug("🦭")).not.toBe(makeSlug("🦊"));
  });

  it("cuts what is long, with a hash behind that tells long texts apart", () => {
    const [one, other] = [makeSlug(LONG), makeSlug(`${LONG} more`)];
    expect([one.length <= 120, one.slice(0, 100) === other.slice(0, 100), one === other]).toEqual([true, true, false]);
  });

  it.each(["Dwayne Bohac", "", LONG, "ŉǅ İstanbul", "हिन्दी", "_x_", "…a…", "\u0301a", "Ⅷ ª ʰ", "🦭 x 🦭", "字".repeat(300), "ᏣᎳᎩ"])(
    "gives for %j what an id takes",
    (text) => {
      expect(isSlug(makeSlug(text))).toBe(true);
    },
  );
});

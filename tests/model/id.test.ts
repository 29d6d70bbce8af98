import { isSlug, makeId, parseId, prefixOf, withoutPrefix } from "../../src/model/id";

describe("isSlug", () => {
  it.each(["a", "javad-zarif", "2020", "a.b", "a_b", "سلیمانی", "ünal", "é"])("takes %s", (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  it.each(["", "A", "a b", "a:b", "a/b", "-a", "a-", ".a", "__proto__", "a\n", " a", "a`b", "x".repeat(201)])("refuses %j", (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
});

describe("parseId", () => {
  it.each([
    ["person", "javad-zarif", undefined],
    ["statement", "zarif-rogue", "soleimani-2020"],
  ])("takes apart what makeId made of %s and %s", (kind, slug, corpus) => {
    expect(parseId(makeId(kind, slug, corpus))).toEqual(corpus === undefined ? { kind, slug } : { kind, corpus, slug });
  });

  it.each(["", "person", ":x", "person:", "statement:/x", "statement:c/", "Person:x", "per son:x"])("takes %j for no id", (text) => {
    expect(parseId(text)).toBeNull();
  });
});

describe("prefixOf and withoutPrefix", () => {
  it.each([
    ["person:javad-zarif", "person", "javad-zarif"],
    ["statement:soleimani-2020/zarif-rogue", "statement", "soleimani-2020/zarif-rogue"],
  ])("cut %s at its colon", (id, prefix, rest) => {
    expect([prefixOf(id), withoutPrefix(id)]).toEqual([prefix, rest]);
  });

  it("leave a slug as it is", () => {
    expect(withoutPrefix("javad-zarif")).toBe("javad-zarif");
  });
});

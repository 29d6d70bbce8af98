import { entityTag, matchesTag, tagSalt } from "../../../src/http/answers/entity-tag";

const SALT = tagSalt("0.1.0", true, { maxDepth: 10 });
const tag = entityTag(SALT, "v1", "/graphql?query=%7Ba%7D", "application/json");

describe("the tag of an answer", () => {
  it("is weak, and the same on every server with the same program, settings and data", () => {
    const again = entityTag(tagSalt("0.1.0", true, { maxDepth: 10 }), "v1", "/graphql?query=%7Ba%7D", "application/json");
    expect(tag).toMatch(/^W\/"[\w-]{27}"$/);
    expect(again).toBe(tag);
  });

  it.each([
    ["data", entityTag(SALT, "v2", "/graphql?query=%7Ba%7D", "application/json")],
    ["URL", entityTag(SALT, "v1", "/graphql?query=%7Bb%7D", "application/json")],
    ["accepted media type", entityTag(SALT, "v1", "/graphql?query=%7Ba%7D", "application/graphql-response+json")],
    ["version of Quoth", entityTag(tagSalt("0.2.0", true, { maxDepth: 10 }), "v1", "/graphql?query=%7Ba%7D", "application/json")],
    ["limit", entityTag(tagSalt("0.1.0", true, { maxDepth: 9 }), "v1", "/graphql?query=%7Ba%7D", "application/json")],
  ])("is another one with another %s", (_what, other) => {
    expect(other).not.toBe(tag);
  });
});

describe("If-None-Match", () => {
  it.each([
    ["the tag itself", tag, true],
    ["the tag without its mark of weakness, as some proxies send it", tag.slice(2), true],
    ["a list that holds it", `"other" , ${tag}`, true],
    ["another tag", 'W/"other"', false],
    ["a part of the tag", tag.slice(0, -2), false],
    ["an asterisk, which would need the answer first", "*", false],
    ["nothing", undefined, false],
  ])("with %s", (_name, header, matches) => {
    expect(matchesTag(header, tag)).toBe(matches);
  });
});

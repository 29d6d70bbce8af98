import { compileOne } from "../../compile-query";

const networkOf = (given: string): string => compileOne(`{ network(around: ["person:x"], ${given}) { edges { id } } }`).text;
const FILTER = 'where: { language: { eq: "en" } }';

describe("ways of links that are walked within bounds", () => {
  it.each([1, 2, 3])("are told the filter once a step and once between the chosen, in %i steps", (depth) => {
    expect(networkOf(`depth: ${String(depth)}, ${FILTER}`).match(/\.language = /g)).toHaveLength(depth + 1);
  });

  it("sift and count out the statements before they are walked on from", () => {
    const text = networkOf(FILTER);
    expect(text).toMatch(/WITH (x\d+_s), (x\d+_h) WHERE \1\.language = \$p_\d+\n +WITH \1, \2 LIMIT \$p_\d+\n +RETURN \2, collect\(\1\)/);
  });

  it.each([1, 2, 3])("are asked once of each entity what looks beyond it, in %i steps", (depth) => {
    const text = networkOf(`depth: ${String(depth)}, where: { language: { eq: "en" }, speaker: { memberOf: "organization:y" } }`);
    const lists = [...text.matchAll(/RETURN collect\(m\d+\) AS (l\d+)\n/g)].map(([, list = ""]) => list);
    expect(lists).toHaveLength(depth + 1);
    expect(text.match(/:MEMBER_OF/g)).toHaveLength(depth + 1);
    for (const list of lists) expect(text).toMatch(new RegExp(` IN ${list}\\b`));
  });

  it("are walked to once for all that looks beyond entities: once for each, five demands took a planner 7 s", () => {
    const plain = networkOf(FILTER);
    const given = 'language: { eq: "en" }, speaker: { memberOf: "organization:y" }, addressedTo: { none: { memberOf: "organization:y" } }';
    const text = networkOf(`where: { ${given}, mentions: { some: { memberOf: "organization:y" } } }`);
    expect(text.match(/collect\(CASE WHEN i\d+ = \d THEN m\d+ END\) AS l\d+/g)).toHaveLength(6);
    const walks = (each: string): number => each.match(/<-\[\w*:ATTRIBUTED_TO\|ABOUT/g)?.length ?? 0;
    expect(walks(plain)).toBeGreaterThan(0);
    expect(walks(text)).toBe(2 * walks(plain));
    expect(text.match(/\.language = /g)).toHaveLength(4);
  });

  it("are asked of each statement what an entity tells of itself", () => {
    expect(networkOf('where: { speaker: { name: { contains: "a" } } }')).not.toMatch(/RETURN collect\(m\d+\)/);
  });

  it("are one path where they are of one step each", () => {
    expect(networkOf(`links: [SPOKE_ABOUT], ${FILTER}`)).not.toMatch(/collect\(x\d+_s\)/);
  });
});

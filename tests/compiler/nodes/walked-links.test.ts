import { compileOne } from "../compile-query";

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

  it("are one path where they are of one step each", () => {
    expect(networkOf(`links: [SPOKE_ABOUT], ${FILTER}`)).not.toMatch(/collect\(x\d+_s\)/);
  });
});

import { eitherEnd } from "../../../../src/compiler/printers/clauses/print-either-end";
import { WALKS } from "../../../../src/model/walks";
import { compileOne } from "../../compile-query";

describe("a way whose last step may be left out", () => {
  it("is told without it, and both of its ends are asked for the id: the further one where there may be one", () => {
    const either = eitherEnd(WALKS.publisher);
    expect(either?.steps).toEqual(WALKS.publisher.slice(0, 1));
    expect(either?.hasId("m1", "p_1", (prefix) => `${prefix}2`)).toBe(
      "(coalesce(CASE WHEN m1:Entity THEN m1.id END, '') = $p_1 OR m1:Account AND COUNT { MATCH (m1)<-[:OWNS]-(m2:Entity) WHERE coalesce(m2.id, '') = $p_1 } > 0)",
    );
  });

  it.each([
    ["that is none", WALKS.document],
    ["whose first step it is", WALKS.publishes],
    ["that goes on for longer", WALKS.within],
  ])("is not one %s", (_title, steps) => {
    expect(eitherEnd(steps)).toBeNull();
  });

  it("is asked so where one id is demanded, and nothing else", () => {
    const text = (publisher: string): string =>
      compileOne(
        `{ people(first: 2, where: { said: { some: { about: { some: { id: "topic:x" } }, reports: { some: { publisher: ${publisher} } } } } }) { nodes { id } } }`,
      ).text;
    expect(text('{ id: "organization:x" }')).toMatch(/ OR m\d+:Account AND COUNT \{ /);
    expect(text('{ id: "organization:x", name: { eq: "X" } }')).toContain("[:OWNS*0..1]");
    expect(text('{ ids: ["organization:x", "organization:y"] }')).toContain("[:OWNS*0..1]");
  });
});

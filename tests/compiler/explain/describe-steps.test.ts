import { nameSteps, printArrows } from "../../../src/compiler/explain/describe-steps";
import { DIMENSIONS } from "../../../src/model/dimensions";
import { EDGES } from "../../../src/model/edges";
import { FILTERS } from "../../../src/model/filters";
import { STATEMENT_LINKS } from "../../../src/model/links";
import { WALKS } from "../../../src/model/walks";

describe("nameSteps", () => {
  it("names every way of the model in the words of the API, and none by its relations", () => {
    const ways = [
      ...Object.values(WALKS),
      ...EDGES.flatMap(({ walk }) => (walk.by === "steps" ? [walk.steps] : [])),
      ...Object.values(FILTERS).flatMap((table) =>
        Object.values(table).flatMap((field) => ("steps" in field && field.steps.length > 0 ? [field.steps] : [])),
      ),
      ...Object.values(DIMENSIONS).flatMap((dimension) => ("steps" in dimension ? [dimension.steps] : [])),
    ];
    expect(ways.map((steps) => nameSteps(steps).name).filter((name) => name.includes("-"))).toEqual([]);
  });

  it("names a way without a name of its own by its parts, and the rest by its relations", () => {
    expect(nameSteps([...WALKS.reportsOfStatement, ...WALKS.publisherOfReport]).name).toBe("reports > publisher");
    expect(nameSteps(STATEMENT_LINKS["SAID_IN"]?.ways[1]?.to ?? []).name).toBe("<-SAID_IN-");
  });
});

describe("printArrows", () => {
  it("shows direction and number of hops", () => {
    expect([printArrows(WALKS.publisher), printArrows(WALKS.within)]).toEqual([
      "-PUBLISHED_BY-> <-OWNS- (0 to 1 times)",
      "-PART_OF-> (0 or more times)",
    ]);
  });
});

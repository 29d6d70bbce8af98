import { GraphQLInt, GraphQLObjectType, GraphQLSchema, parse, validate } from "graphql";
import { PartialDateScalar } from "../../../src/api/scalars/partial-date.scalar";

describe("a date that is none", () => {
  it("is named in the message, with the forms that are dates", () => {
    expect(() => PartialDateScalar.parseValue("2020-13")).toThrow(/^"2020-13" is not a date\. .*2020-02-03/);
  });

  it("is cut where it is long, between characters", () => {
    expect(() => PartialDateScalar.parseValue("😀".repeat(100))).toThrow(`"${"😀".repeat(40)}…" is not a date.`);
  });

  it("is shown where it stands in the query", () => {
    const type = new GraphQLObjectType({
      name: "Query",
      fields: { on: { type: GraphQLInt, args: { date: { type: PartialDateScalar } } } },
    });
    const [error] = validate(new GraphQLSchema({ query: type }), parse('{ on(date: "soon") }'));
    expect(error?.locations).toEqual([{ line: 1, column: 12 }]);
  });

  it("is not repeated where it is no text", () => {
    expect(() => PartialDateScalar.parseValue({ year: 2020 })).toThrow(/^The value is not a date\./);
  });
});

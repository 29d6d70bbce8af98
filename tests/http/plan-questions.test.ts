import { parse, validate } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { planQuestions, USUAL_QUESTIONS } from "../../src/http/plan-questions";
import type { CypherStatement } from "../../src/graph/cypher-statement";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";

const schema = buildQuothSchema();
const QUESTIONS = [
  "{ statements(first: 1) { nodes { text } } people(first: 1) { nodes { name } } }",
  '{ search(query: "war") { totalCount } }',
];

async function planned(plan: (statement: CypherStatement) => Promise<void>, withinMs = 60_000): Promise<number> {
  return planQuestions({ schema, questions: QUESTIONS, engine: { dialect: NEO4J_DIALECT, plan }, limits: DEFAULT_LIMITS, withinMs });
}

describe("planQuestions", () => {
  it("has the statement of each root field planned, one after the other", async () => {
    const texts: string[] = [];
    let [atOnce, most] = [0, 0];
    const count = await planned(async ({ text }) => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setImmediate(resolve));
      texts.push(text);
      atOnce--;
    });
    expect(count).toBe(3);
    expect(most).toBe(1);
    expect(texts.map((text) => /Statement|Person|queryNodes/.exec(text)?.[0])).toEqual(["Statement", "Person", "queryNodes"]);
  });

  it("ends without an error when the database fails", async () => {
    let asked = 0;
    const count = await planned(() => (++asked === 2 ? Promise.reject(new Error("gone")) : Promise.resolve()));
    expect([count, asked]).toEqual([1, 2]);
  });

  it("leaves the rest when its time is over", async () => {
    expect(await planned(() => new Promise((resolve) => setTimeout(resolve, 30)), 20)).toBe(1);
  });
});

describe("the usual questions", () => {
  it.each(USUAL_QUESTIONS)("can be asked: %s", (question) => {
    expect(validate(schema, parse(question))).toEqual([]);
  });
});

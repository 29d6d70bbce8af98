import { parse, validate } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import { everySearch, QuestionPlanner, USUAL_QUESTIONS } from "../../src/http/plan-questions";
import type { CypherStatement } from "../../src/graph/cypher-statement";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";

const schema = buildQuothSchema();
const QUESTIONS = [
  "{ statements(first: 1) { nodes { text } } people(first: 1) { nodes { name } } }",
  '{ search(query: "war") { totalCount } }',
];

type Plan = (statement: CypherStatement) => Promise<void>;

function planner(plan: Plan): QuestionPlanner {
  return new QuestionPlanner({ schema, questions: QUESTIONS, engine: { dialect: NEO4J_DIALECT, plan }, limits: DEFAULT_LIMITS });
}

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("QuestionPlanner", () => {
  it("has the statement of each root field planned, one after the other", async () => {
    const texts: string[] = [];
    let [atOnce, most] = [0, 0];
    const count = await planner(async ({ text }) => {
      most = Math.max(most, ++atOnce);
      await later(1);
      texts.push(text);
      atOnce--;
    }).plan();
    expect([count, most]).toEqual([3, 1]);
    expect(texts.map((text) => /Statement|Person|queryNodes/.exec(text)?.[0])).toEqual(["Statement", "Person", "queryNodes"]);
  });

  it("ends for good, and without an error, when the database fails", async () => {
    let asked = 0;
    const one = planner(() => (++asked === 2 ? Promise.reject(new Error("gone")) : Promise.resolve()));
    expect([await one.plan(), await one.plan(), asked]).toEqual([1, 0, 2]);
  });

  it("leaves the rest when its time is over, and goes on from there", async () => {
    const texts: string[] = [];
    const one = planner(async ({ text }) => {
      texts.push(text);
      await later(30);
    });
    expect([await one.plan(20), await one.plan(), await one.plan()]).toEqual([1, 2, 0]);
    expect(new Set(texts).size).toBe(3);
  });

  it("plans nothing in no time, and nothing once it was stopped", async () => {
    let asked = 0;
    const one = planner(() => {
      asked++;
      one.stop();
      return Promise.resolve();
    });
    expect([await one.plan(0), asked, await one.plan(), asked]).toEqual([0, 0, 1, 1]);
  });
});

describe("the usual questions", () => {
  it.each(USUAL_QUESTIONS)("can be asked: %s", (question) => {
    expect(validate(schema, parse(question))).toEqual([]);
  });

  it("and every search, at the root and within what was found", () => {
    const searches = everySearch(schema);
    const faults = searches.filter((question) => validate(schema, parse(question)).length > 0);
    expect([faults, searches.filter((each) => each.includes("people(search")).length]).toEqual([[], 3]);
    expect(searches.filter((each) => each.includes("... on Place { statementsMadeHere(search")).length).toBe(3);
  });
});

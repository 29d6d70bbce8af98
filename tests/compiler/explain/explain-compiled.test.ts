import { explainCompiled } from "../../../src/compiler/explain/explain-compiled";
import type { ExplainedStatement } from "../../../src/compiler/explain/explain-compiled";
import { compileAll } from "../compile-query";

const statementsOf = (source: string): readonly ExplainedStatement[] =>
  compileAll(source).flatMap((each) => explainCompiled(each).statements);

describe("explainCompiled", () => {
  it("shows the very statement that is sent", () => {
    const source = '{ people(where: { name: { eq: "a" } }) { totalCount } }';
    const [compiled] = compileAll(source);
    expect(statementsOf(source)).toEqual([{ ...compiled?.statement, when: null, filledIn: [] }]);
  });

  it("says which parameters get their value when it is sent", () => {
    const [statement] = statementsOf('{ statements(where: { saidAt: { from: "2020", to: "2020" } }) { nodes { id } } }');
    expect(statement?.filledIn).not.toEqual([]);
    for (const name of statement?.filledIn ?? []) expect(statement?.text).toContain(`$${name}`);
  });

  it("shows each kind of statement of a search for paths with the parameters that it names", () => {
    const statements = statementsOf('{ paths(from: "person:x", to: "person:y") { length steps { to { ... on Entity { name } } } } }');
    expect(statements.map(({ when }) => when)).toHaveLength(3);
    for (const { text, parameters, filledIn } of statements) {
      expect(Object.keys(parameters).sort()).toEqual([...new Set(text.match(/p_\d+/g))].sort());
      expect(Object.keys(parameters)).toEqual(expect.arrayContaining([...filledIn]));
    }
  });

  it("shows none where nothing is asked", () => {
    expect(statementsOf('{ node(id: "x") { id } }')).toEqual([]);
  });
});

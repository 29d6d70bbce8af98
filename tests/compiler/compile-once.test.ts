import { execute, parse } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import type { Compiled } from "../../src/compiler/compile";
import { compileOnce } from "../../src/compiler/compile-once";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import type { Limits } from "../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";

const schema = buildQuothSchema();
for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
  field.resolve = (_row, _args, { compiled, limits, dialect }: Asked, info) => {
    compiled.push(compileOnce(info, limits, dialect));
    return null;
  };
}

interface Asked {
  readonly compiled: Compiled[];
  readonly limits: Limits;
  readonly dialect: typeof NEO4J_DIALECT;
}

const document = parse("query ($id: ID!, $with: Boolean = true) { person(id: $id) { name aliases @include(if: $with) } }");

function ask(variableValues: Record<string, unknown>, dialect = NEO4J_DIALECT, limits = DEFAULT_LIMITS): Compiled {
  const compiled: Compiled[] = [];
  void execute({ schema, document, variableValues, contextValue: { compiled, limits, dialect } });
  const [only] = compiled;
  if (!only) throw new Error("Nothing was compiled.");
  return only;
}

describe("compileOnce", () => {
  it("remembers a question with the same values", () => {
    expect(ask({ id: "person:a" })).toBe(ask({ id: "person:a" }));
  });

  it("keeps questions apart that differ in a value", () => {
    expect(ask({ id: "person:a" }).statement?.parameters).not.toEqual(ask({ id: "person:b" }).statement?.parameters);
  });

  it("keeps questions apart that differ in what they include", () => {
    expect(ask({ id: "person:a", with: false }).statement?.text).not.toBe(ask({ id: "person:a" }).statement?.text);
  });

  it("compiles anew for another engine or other limits", () => {
    const first = ask({ id: "person:a" });
    expect(ask({ id: "person:a" }, EMBEDDED_DIALECT)).not.toBe(first);
    expect(ask({ id: "person:a" }, EMBEDDED_DIALECT, { ...DEFAULT_LIMITS })).not.toBe(ask({ id: "person:a" }, EMBEDDED_DIALECT));
  });

  it("remembers nothing of values too long to come again", () => {
    const id = `person:${"a".repeat(5000)}`;
    const limits = { ...DEFAULT_LIMITS, maxText: 10_000 };
    expect(ask({ id }, NEO4J_DIALECT, limits)).not.toBe(ask({ id }, NEO4J_DIALECT, limits));
  });
});

import { execute, getNullableType, parse, validate } from "graphql";
import type { DocumentNode, GraphQLSchema } from "graphql";
import { buildQuothSchema } from "../../src/api/build-schema";
import { compile } from "../../src/compiler/compile";
import type { Compiled } from "../../src/compiler/compile";
import type { Limits } from "../../src/compiler/limits";
import { DEFAULT_LIMITS } from "../../src/compiler/limits";
import type { CypherStatement } from "../../src/graph/cypher-statement";
import type { Dialect } from "../../src/graph/dialect";
import { NEO4J_DIALECT } from "../../src/graph/neo4j/full-text";

type Collected = { readonly compiled: Compiled[]; readonly limits: Limits; readonly dialect: Dialect };

let schema: GraphQLSchema | undefined;

/** The schema with root fields that compile and ask nobody. */
export function compilingSchema(): GraphQLSchema {
  if (schema) return schema;
  schema = buildQuothSchema();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    // Where null is allowed, nobody makes an error of it, which costs more than what is tested.
    field.type = getNullableType(field.type);
    field.resolve = (_row, _args, { compiled, limits, dialect }: Collected, info) => {
      compiled.push(compile(info, limits, dialect));
      return null;
    };
  }
  return schema;
}

const documents = new Map<string, DocumentNode>();

/** Parsed and validated once, however often it is compiled with other variables. */
function validDocument(source: string): DocumentNode {
  const known = documents.get(source);
  if (known) return known;
  const document = parse(source);
  const faults = validate(compilingSchema(), document);
  if (faults.length > 0) throw new Error(`${source}\n${faults.map((fault) => fault.message).join("\n")}`);
  documents.set(source, document);
  return document;
}

/** Every root field of a query, compiled. @throws what the compiler throws */
export function compileAll(
  source: string,
  variableValues: Readonly<Record<string, unknown>> = {},
  limits = DEFAULT_LIMITS,
  dialect = NEO4J_DIALECT,
): Compiled[] {
  const document = validDocument(source);
  const compiled: Compiled[] = [];
  const result = execute({ schema: compilingSchema(), document, variableValues, contextValue: { compiled, limits, dialect } });
  if (result instanceof Promise) throw new Error("The compiler is a pure function and waits for nobody.");
  const [fault] = result.errors ?? [];
  if (fault) throw fault.originalError ?? fault;
  return compiled;
}

/** The statement of a query with one root field. */
export function compileOne(
  source: string,
  variables: Readonly<Record<string, unknown>> = {},
  limits = DEFAULT_LIMITS,
  dialect = NEO4J_DIALECT,
): CypherStatement {
  const [compiled] = compileAll(source, variables, limits, dialect);
  if (!compiled?.statement) throw new Error(`No statement: ${source}`);
  return compiled.statement;
}

import { getNullableType, Kind } from "graphql";
import type { DocumentNode, GraphQLResolveInfo, GraphQLSchema } from "graphql";
import { compile } from "../compiler/compile";
import { explainCompiled } from "../compiler/explain/explain-compiled";
import type { Explained } from "../compiler/explain/explain-compiled";
import type { Limits } from "../compiler/limits";
import { measureOperation } from "../compiler/measure-operation";
import { ROOT_FIELDS } from "../compiler/root-fields";
import type { RequestContext } from "./request/request-context";

/** A root field that was compiled and not asked. */
export interface ExplainedField extends Explained {
  /** Its response key. */
  readonly name: string;
  /** Its part of the points that the question costs. */
  readonly cost: number;
}

interface ExplainParts {
  readonly limits: Limits;
  readonly dialect: RequestContext["engine"]["dialect"];
  /** As they were given: their page sizes are what costs. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly onField: (field: ExplainedField) => void;
}

/**
 * Has the root fields of a schema explained instead of answered: each is null, and asks no engine. A field that is refused is an error of the
 * answer, as it is where it is asked.
 */
export function explainFields(schema: GraphQLSchema, { limits, dialect, variables, onField }: ExplainParts): GraphQLSchema {
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    // Null where it must not be would end the whole answer, and with it what is told of the other fields.
    field.type = getNullableType(field.type);
    field.resolve = (_source, _args, _context, info) => {
      if (!(info.fieldName in ROOT_FIELDS)) return null;
      const compiled = compile(info, limits, dialect);
      if (compiled.refusal) throw compiled.refusal;
      onField({ name: String(info.path.key), cost: costOf(info, variables), ...explainCompiled(compiled) });
      return null;
    };
  }
  return schema;
}

/** What the operation would cost if it had this root field alone. */
function costOf({ schema, operation, fieldNodes, fragments }: GraphQLResolveInfo, variables: ExplainParts["variables"]): number {
  const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections: fieldNodes } };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [alone, ...Object.values(fragments)] };
  return measureOperation(schema, document, alone, variables).cost;
}

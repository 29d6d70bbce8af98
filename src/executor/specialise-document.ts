import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type {
  ArgumentNode,
  DirectiveNode,
  DocumentNode,
  GraphQLInputType,
  GraphQLSchema,
  ObjectValueNode,
  ListValueNode,
  TypeNode,
  VariableDefinitionNode,
} from "graphql";

/** The name of a scalar that takes every value as it is: variables reach the compiled query coerced. */
export const ANY_VALUE = "_Value";

type Variables = Readonly<Record<string, unknown>>;

/** An argument written as an object or list with variables in it, which becomes a variable of its own. */
interface Lifted {
  readonly variable: string;
  readonly value: ObjectValueNode | ListValueNode;
  readonly type: GraphQLInputType;
}

/** A document without `@skip` and `@include`, in which no literal holds a variable. */
export interface SpecialisedDocument {
  readonly document: DocumentNode;
  /** The variables with the values of the lifted literals. */
  readonly variablesOf: (coerced: Variables) => Variables;
}

/**
 * graphql-jit gives wrong data where one response key stands under different conditions, and loses variables inside
 * literals (0.8.9): both are settled before it sees the document.
 * @param conditions values of the variables that `@skip` and `@include` name
 */
export function specialiseDocument(schema: GraphQLSchema, document: DocumentNode, conditions: Variables): SpecialisedDocument {
  const decided = decideConditions(document, conditions);
  const { document: flat, lifted } = liftLiterals(schema, decided);
  return {
    document: declareVariables(flat, lifted),
    variablesOf: (coerced) => {
      if (lifted.length === 0) return coerced;
      const values = lifted.map(({ variable, value, type }): [string, unknown] => [variable, valueFromAST(value, type, coerced)]);
      return { ...coerced, ...Object.fromEntries(values) };
    },
  };
}

/** The names of the variables that `@skip` and `@include` depend on. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const value = node.arguments?.[0]?.value;
      if (isCondition(node) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function isCondition(node: DirectiveNode): boolean {
  return node.name.value === GraphQLSkipDirective.name || node.name.value === GraphQLIncludeDirective.name;
}

function decideConditions(document: DocumentNode, conditions: Variables): DocumentNode {
  const enter = <Node extends { readonly directives?: readonly DirectiveNode[] }>(node: Node): Node | null | undefined => {
    if (!node.directives?.some(isCondition)) return undefined;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, conditions);
    const include = getDirectiveValues(GraphQLIncludeDirective, node, conditions);
    if (skip?.if === true || include?.if === false) return null;
    return { ...node, directives: node.directives.filter((each) => !isCondition(each)) };
  };
  return visit(document, { Field: { enter }, InlineFragment: { enter }, FragmentSpread: { enter } });
}

function liftLiterals(schema: GraphQLSchema, document: DocumentNode): { document: DocumentNode; lifted: Lifted[] } {
  const lifted: Lifted[] = [];
  const types = new TypeInfo(schema);
  const Argument = (node: ArgumentNode): ArgumentNode | undefined => {
    const type = types.getArgument()?.type;
    if ((node.value.kind !== Kind.OBJECT && node.value.kind !== Kind.LIST) || !type || !holdsVariable(node.value)) return undefined;
    const variable = `_lifted${lifted.length}`;
    lifted.push({ variable, value: node.value, type });
    return { ...node, value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } };
  };
  return { document: visit(document, visitWithTypeInfo(types, { Argument: { leave: Argument } })), lifted };
}

function holdsVariable(value: ObjectValueNode | ListValueNode): boolean {
  let found = false;
  visit(value, {
    Variable: () => {
      found = true;
    },
  });
  return found;
}

function declareVariables(document: DocumentNode, lifted: readonly Lifted[]): DocumentNode {
  const added = lifted.map(
    ({ variable }): VariableDefinitionNode => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
      type: anyValue(),
    }),
  );
  return visit(document, {
    OperationDefinition: { leave: (node) => ({ ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...added] }) },
    // Input types are not compiled (recursive ones cannot be): the values are coerced already.
    VariableDefinition: (node) => (isBuiltIn(node.type) ? undefined : { ...node, type: anyValue(), defaultValue: undefined }),
  });
}

function anyValue(): TypeNode {
  return { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: ANY_VALUE } };
}

function isBuiltIn(type: TypeNode): boolean {
  return type.kind === Kind.NAMED_TYPE ? /^(Int|Float|String|Boolean|ID)$/.test(type.name.value) : isBuiltIn(type.type);
}

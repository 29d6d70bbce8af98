import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from "graphql";
import { filterPoints } from "./filter-points";
import {
  DEFAULT_BUCKETS,
  DEFAULT_EXAMPLES,
  DEFAULT_NETWORK_DEPTH,
  DEFAULT_NETWORK_NODES,
  DEFAULT_PAGE,
  DEFAULT_PATH_LENGTH,
  DEFAULT_PATHS,
  DEFAULT_ROWS,
} from "./limits";

/** What an operation asks for, fragments counted where they are spread. */
export interface Measure {
  /** Levels of fields; what only wraps items (`edges`, `nodes`, `node`, `pageInfo`) is none. */
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
  /** Rows that may have to be read: page sizes multiplied downwards. */
  readonly cost: number;
  /** Path of the field that costs most. */
  readonly dearest: string;
}

/** A plain list counts as so many items. */
const ASSUMED_LIST = 5;
/** The same list within itself counts so many times as long each time: it comes back to where many hang on one. */
const AGAIN = 4;
/** Counting a list reads it whole. */
const TOTAL_COUNT_COST = 20;

/** What a field costs besides what it shows, and how often it shows it; for fields whose lists are not pages. */
interface Weight {
  readonly own: number;
  /** Items that its arguments let it have; what it shows counts so often. */
  readonly items: number;
}

/** Arguments of a field as numbers, with what stands for one that is not given. */
type Figure = (name: string, usual: number) => number;

const GROUPING_COST = 100;
const NEIGHBOURS_COST = 50;
const NETWORK_STEP_COST = 500;
const PATH_STEP_COST = 200;
const SEARCH_COST = 20;

/** By type and field. Grouping reads all that fulfils the filter; a network and paths walk what hangs on their ends. */
const WEIGHTS: Readonly<Record<string, (figure: Figure) => Weight>> = {
  "StatementConnection.facets": (figure) => ({
    own: GROUPING_COST * figure("by", 1),
    items: figure("by", 1) * figure("first", DEFAULT_BUCKETS),
  }),
  "Query.statementCounts": (figure) => ({ own: GROUPING_COST * figure("groupBy", 1), items: figure("first", DEFAULT_ROWS) }),
  "Query.whoSpokeAboutWhom": (figure) => ({ own: GROUPING_COST * 2, items: figure("first", DEFAULT_ROWS) }),
  "Query.statementRows": (figure) => ({ own: 0, items: figure("first", DEFAULT_ROWS) }),
  "Query.network": (figure) => ({
    // Each step goes on from as many nodes as are kept.
    own: Math.ceil(
      NETWORK_STEP_COST *
        figure("depth", DEFAULT_NETWORK_DEPTH) *
        Math.max(1, figure("limit", DEFAULT_NETWORK_NODES) / DEFAULT_NETWORK_NODES),
    ),
    items: figure("limit", DEFAULT_NETWORK_NODES),
  }),
  "Query.paths": (figure) => ({
    own: PATH_STEP_COST * figure("maxLength", DEFAULT_PATH_LENGTH),
    items: figure("first", DEFAULT_PATHS) * figure("maxLength", DEFAULT_PATH_LENGTH),
  }),
  "NeighbourEdge.examples": (figure) => ({ own: 0, items: figure("first", DEFAULT_EXAMPLES) }),
};

const WRAPPERS = new Set(["edges", "nodes", "node", "pageInfo"]);

const NOTHING: Measure = { depth: 0, fields: 0, aliases: 0, directives: 0, rootFields: 0, cost: 0, dearest: "" };

/** @param variables coerced or raw values; what is not given has its default, or counts as a page of the usual size. */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measure {
  const root = schema.getQueryType();
  const whole = new Measurer(schema, document, { ...defaultsOf(operation), ...variables }).ofSet(
    operation.selectionSet,
    root ?? undefined,
    { pageSize: 0, lists: [] },
  );
  return { ...whole, directives: whole.directives + (operation.directives?.length ?? 0) };
}

/**
 * All that a measure takes from the variables: numbers, how long lists are, what filters cost, and what is given at all. Two requests with the
 * same text here have the same measure.
 */
export function figuresOf({ variableDefinitions }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  return (variableDefinitions ?? []).map(({ variable }) => figureOf(variables[variable.name.value])).join();
}

function figureOf(value: unknown): string {
  if (typeof value === "number") return String(value);
  const points = filterPoints(value);
  if (Array.isArray(value)) return `[${String(value.length)}]${points > 0 ? String(points) : ""}`;
  if (points > 0) return `{${String(points)}}`;
  return value === undefined ? "" : "given";
}

function defaultsOf({ variableDefinitions }: OperationDefinitionNode): Record<string, unknown> {
  const given = (variableDefinitions ?? []).filter((definition) => definition.defaultValue !== undefined);
  return Object.fromEntries(
    given.map(({ variable, defaultValue }) => [variable.name.value, defaultValue && valueFromASTUntyped(defaultValue)]),
  );
}

/** What stands around a selection. */
interface Around {
  /** Of the page that it is of; 0 where there is none. */
  readonly pageSize: number;
  /** The plain lists in which it stands, by their names. */
  readonly lists: readonly string[];
}

/** What kind of field it is that shows objects. */
interface FieldForm {
  /** Its type. */
  readonly on: string;
  /** It stands between a page and its items. */
  readonly wraps: boolean;
  /** Of the page that it is; 0 where it is none. */
  readonly size: number;
  readonly isList: boolean;
}

class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Measure>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
    );
  }

  ofSet(set: SelectionSetNode, type: GraphQLNamedType | undefined, around: Around): Measure {
    return set.selections.map((node) => this.ofSelection(node, type, around)).reduce(add, NOTHING);
  }

  private ofSelection(node: SelectionNode, type: GraphQLNamedType | undefined, around: Around): Measure {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) return plus(this.ofField(node, type, around), directives);
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = node.typeCondition ? this.schema.getType(node.typeCondition.name.value) : type;
      return plus(this.ofSet(node.selectionSet, inner, around), directives);
    }
    return plus(this.ofFragment(node.name.value, around), directives);
  }

  /** Measured once for what stands around it, however often it is spread; a circle of fragments counts nothing. */
  private ofFragment(name: string, around: Around): Measure {
    const key = [name, around.pageSize, ...around.lists].join(" ");
    const known = this.measured.get(key);
    if (known) return known;
    const fragment = this.fragments.get(name);
    if (!fragment) return NOTHING;
    this.measured.set(key, NOTHING);
    const measure = this.ofSet(fragment.selectionSet, this.schema.getType(fragment.typeCondition.name.value), around);
    this.measured.set(key, measure);
    return measure;
  }

  private ofField(node: FieldNode, type: GraphQLNamedType | undefined, around: Around): Measure {
    const name = node.name.value;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const own = { ...NOTHING, fields: 1, aliases: node.alias ? 1 : 0, rootFields: 1 };
    // Introspection is bounded by depth of its own rules, and reads nothing.
    if (name.startsWith("__"))
      return node.selectionSet ? { ...add(own, forget(this.ofSet(node.selectionSet, undefined, around))), rootFields: 1 } : own;
    const given = definition ? getNamedType(definition.type) : undefined;
    if (!node.selectionSet || !isCompositeType(given)) return { ...own, depth: 1, cost: name === "totalCount" ? TOTAL_COUNT_COST : 0 };
    const wraps = WRAPPERS.has(name) && /(?:Connection|Edge)$/.test(type?.name ?? "");
    const size = given.name.endsWith("Connection") ? this.pageSize(node) : 0;
    const isList = definition !== undefined && isListType(getNullableType(definition.type));
    const isPlainList = isList && !wraps && type !== this.schema.getQueryType();
    const inner = this.ofSet(node.selectionSet, given, {
      pageSize: size > 0 ? size : around.pageSize,
      lists: isPlainList ? [...around.lists, name] : around.lists,
    });
    const cost = this.costOf(node, { on: type?.name ?? "", wraps, size, isList }, inner.cost, around);
    const filter = filterPoints(this.argument(node, "where"));
    const dearest = wraps ? inner.dearest : [name, inner.dearest].filter((part) => part !== "").join(".");
    return {
      depth: inner.depth + (wraps ? 0 : 1),
      fields: own.fields + inner.fields,
      aliases: own.aliases + inner.aliases,
      directives: inner.directives,
      rootFields: 1,
      cost: cost + filter,
      dearest,
    };
  }

  /** @param inner the cost of what it shows, once */
  private costOf(node: FieldNode, { on, wraps, size, isList }: FieldForm, inner: number, around: Around): number {
    const name = node.name.value;
    const weight = WEIGHTS[`${on}.${name}`]?.((argument, usual) => this.figure(node, argument, usual));
    if (weight) return 1 + weight.own + weight.items * (1 + perItem(inner, isList));
    if (wraps) return wrappedCost(name, inner, around.pageSize);
    // Page info alone reads the page as well.
    if (size > 0) return 1 + Math.max(inner, size) + this.extraCost(node, name);
    return 1 + (isList ? this.listLength(node, around) * (1 + inner) : inner);
  }

  private pageSize(node: FieldNode): number {
    const value = this.argument(node, "first") ?? this.argument(node, "last");
    return isCount(value) ? value : DEFAULT_PAGE;
  }

  /** An argument as a number: itself, or as many as its list has. */
  private figure(node: FieldNode, name: string, usual: number): number {
    const value = this.argument(node, name);
    if (Array.isArray(value)) return Math.max(1, value.length);
    return isCount(value) ? value : usual;
  }

  /** A page of hits, or of neighbours, is found by more than walking along a list. */
  private extraCost(node: FieldNode, name: string): number {
    if (name === "neighbours") return NEIGHBOURS_COST;
    return this.argument(node, "search") !== undefined || this.argument(node, "query") !== undefined ? SEARCH_COST : 0;
  }

  /** `nodes(ids)` is as long as its list. */
  private listLength(node: FieldNode, { lists }: Around): number {
    const ids = this.argument(node, "ids");
    if (Array.isArray(ids)) return ids.length;
    return ASSUMED_LIST * AGAIN ** lists.filter((list) => list === node.name.value).length;
  }

  private argument(node: FieldNode, name: string): unknown {
    const value = node.arguments?.find((each) => each.name.value === name)?.value;
    if (value?.kind === Kind.VARIABLE) return this.variables[value.name.value];
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.STRING) return value.value;
    if (value?.kind === Kind.OBJECT) return valueFromASTUntyped(value, this.variables);
    return value?.kind === Kind.LIST ? value.values : undefined;
  }
}

const MAX_INT = 2 ** 31 - 1;

/** What is no number of items is refused when it is read. */
function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0 && (value as number) <= MAX_INT;
}

/** What one item shows: of a list of items, the item itself; of an object with lists, a list counted as its assumed length. */
function perItem(inner: number, isList: boolean): number {
  return isList ? inner : Math.ceil(inner / ASSUMED_LIST);
}

/** The items of a page cost as often as there may be items; beside them, page info costs nothing. */
function wrappedCost(name: string, inner: number, pageSize: number): number {
  if (name === "pageInfo") return 0;
  return name === "node" ? inner : pageSize * (1 + inner);
}

function add(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    rootFields: a.rootFields + b.rootFields,
    cost: a.cost + b.cost,
    dearest: b.cost > a.cost ? b.dearest : a.dearest,
  };
}

function plus(measure: Measure, directives: number): Measure {
  return { ...measure, directives: measure.directives + directives };
}

/** Introspection is exempt from depth and cost. */
function forget(measure: Measure): Measure {
  return { ...measure, depth: 0, cost: 0, dearest: "" };
}

import { getNamedType, isCompositeType } from "graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { QuothError } from "../errors";
import type { CypherStatement, GraphRecord } from "../graph/cypher-statement";
import type { Dialect } from "../graph/dialect";
import { buildRoot } from "./build-root";
import { Draft } from "./draft";
import type { CurrentIds } from "./draft";
import type { DeferredBound } from "./deferred-bound";
import type { Limits } from "./limits";
import { printStatement } from "./print-cypher";
import { countDoubles } from "./printers/clauses/count-doubles";
import { readArguments, readSelection } from "./read-selection";
import type { RootTree } from "./root-tree";
import type { RootSelection } from "./selection";
import { answerRows, readRow } from "./answer-row";
import { findPaths } from "./find-paths";
import type { Read } from "./find-paths";

/** What of a resolver's info the compiler reads. */
export type CompileInfo = Pick<GraphQLResolveInfo, "fieldName" | "fieldNodes" | "parentType" | "schema" | "fragments" | "variableValues">;

/** One root field, ready to be asked. */
export interface Compiled {
  /** Null where the answer needs no engine: an id that names no kind of thing. */
  readonly statement: CypherStatement | null;
  readonly tree: RootTree;
  /** The engine's answer as the value of the root field. */
  readonly read: (records: readonly GraphRecord[]) => unknown;
  /** For what takes several statements, one after the other: asks them all. Absent where one statement answers. */
  readonly search?: (read: Read) => Promise<unknown>;
  /** Parameters of the statement that are to be filled in by `fillBounds`; whoever asks it as it is gets the same answer, later. */
  readonly deferred: readonly DeferredBound[];
  /** All ids by which the question names things. */
  readonly askedIds: readonly string[];
  /** To be thrown if these are the ids that things have now; two of them may name one thing. */
  readonly refusal: QuothError | null;
}

/**
 * One GraphQL root field as one Cypher statement; values travel as parameters, never as text. Pure: the same field and
 * variables give the same statement, and fields of the same shape the same text.
 * @param currentIds for ids that are not to be asked as they are
 * @throws BadUserInput, LimitExceeded for arguments that cannot be used
 * @see https://spec.graphql.org/October2021/#sec-Field-Selection-Merging
 */
export function compile(info: CompileInfo, limits: Limits, dialect: Dialect, currentIds?: CurrentIds): Compiled {
  const draft = new Draft(limits, dialect, currentIds);
  const root = readRoot(info);
  const tree = buildRoot(root, draft);
  const printed = printStatement(tree, dialect.asksOnce ? "conjunct" : "anywhere", draft.name);
  const text = printed !== null && dialect.countsDoubles ? countDoubles(printed, draft.name) : printed;
  const { askedIds, refusal, deferred } = draft;
  if (tree.is === "paths") return { ...NOTHING_AT_ONCE, tree, askedIds, refusal, search: (read) => findPaths(tree.search, read, readRow) };
  return {
    statement: text === null ? null : { text, parameters: draft.parameters },
    tree,
    deferred,
    askedIds,
    refusal,
    read: (records) => answerRows(tree, records),
  };
}

const NOTHING_AT_ONCE = { statement: null, deferred: [], read: () => null };

function readRoot(info: CompileInfo): RootSelection {
  const definition = info.parentType.getFields()[info.fieldName];
  const [node] = info.fieldNodes;
  if (!definition || !node) throw new Error(`The schema has no root field ${info.fieldName}.`);
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) throw new Error(`The root field ${info.fieldName} gives no object.`);
  const sets = info.fieldNodes.flatMap((each) => (each.selectionSet ? [each.selectionSet] : []));
  return {
    responseKey: node.alias?.value ?? node.name.value,
    name: info.fieldName,
    onTypes: null,
    arguments: readArguments(info, definition, node),
    selection: readSelection(info, type, sets),
  };
}

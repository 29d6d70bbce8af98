import type { BuildContext } from "./build-edge";
import { buildPage, pageTree } from "./build-page";
import { rowLimit } from "./check-arguments";
import { mergeSelections } from "./merge-selections";
import { reachAll } from "./reach-all";
import type { RootTree } from "./root-tree";
import { columnsOf } from "./row-columns";
import type { RootSelection, SelectedField, Selection } from "./selection";

/** `statementRows`: a page of statements of which just what the columns need is asked. @throws BadUserInput, LimitExceeded */
export function buildRows(field: RootSelection, context: BuildContext): RootTree {
  const asked = field.selection.fields;
  const names = asked.flatMap((each) => (each.name === "rows" ? (each.selection?.fields ?? []) : [])).map((each) => each.name);
  const columns = columnsOf(new Set(names));
  const wants = (name: string): boolean => asked.some((each) => each.name === name);
  const fields: SelectedField[] = [
    ...(wants("rows")
      ? [part("nodes", { type: "Statement", isAbstract: false, fields: mergeAsked(columns.flatMap((column) => column.asks)) })]
      : []),
    ...(wants("endCursor") || wants("hasNextPage") ? [part("pageInfo", { type: "PageInfo", isAbstract: false, fields: [] })] : []),
    ...(wants("totalCount") ? [part("totalCount", null)] : []),
  ];
  const reached = reachAll("Statement", context.draft);
  const owner = { on: "Query", field: field.name, gives: "Statement", page: rowLimit(context.draft.limits) };
  const selection = { type: "StatementConnection", isAbstract: false, fields };
  return { is: "rows", columns, ...pageTree(buildPage(owner, field, selection, reached, context)) };
}

function part(name: string, selection: Selection | null): SelectedField {
  return { responseKey: name, name, onTypes: null, arguments: {}, selection };
}

/** Two columns of one field ask it once. */
function mergeAsked(fields: readonly SelectedField[]): readonly SelectedField[] {
  const none: Selection = { type: "Statement", isAbstract: false, fields: [] };
  return fields.reduce((all, each) => mergeSelections(all, { ...none, fields: [each] }) ?? all, none).fields;
}

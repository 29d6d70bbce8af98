import { ENTITY_TYPES } from "../model/edges";
import type { BuildContext } from "./build-edge";
import type { Subject } from "./build-shape";
import { checkFirst, checkText, pageLimit } from "./check-arguments";
import { MOST_LINKS } from "./find-paths";
import type { PathsSearch, StepView, ToldKind } from "./find-paths";
import { DEFAULT_PATH_LENGTH, DEFAULT_PATHS } from "./limits";
import type { LevelNode, SourceNode } from "./nodes/level-node";
import { plainItems } from "./plain-items";
import { printSubquery } from "./printers/print-level";
import { printPathStep, RELATION_SEPARATOR, USUAL_LINKS, withOpposites } from "./printers/sources/print-paths";
import type { RootTree } from "./root-tree";
import { narrowTo } from "./selection";
import type { RootSelection, SelectedField, Selection } from "./selection";

/** The root field `paths`. @throws BadUserInput, LimitExceeded */
export function buildPaths(field: RootSelection, context: BuildContext): RootTree {
  const { arguments: given, selection } = field;
  const { draft } = context;
  const { limits } = draft;
  const maxLength = checkFirst(given.maxLength, "maxLength", {
    usual: DEFAULT_PATH_LENGTH,
    most: limits.maxPathLength,
    setting: "QUOTH_MAX_PATH_LENGTH",
  });
  const first = checkFirst(given.first, "first", { ...pageLimit(limits), usual: DEFAULT_PATHS });
  const [from = "", to = ""] = ["from", "to"].map((name) => draft.id(checkText(given[name] as string, name, limits)));
  const links = withOpposites((given.links as readonly string[] | null | undefined) ?? USUAL_LINKS);
  // The shortest chain from a thing to itself has no step; without a link to walk, there is none at all.
  if (from === to || links.length === 0) return { is: "nothing", answer: [] };
  const step = {
    idsParameter: draft.parameter([]),
    separatorParameter: draft.parameter(RELATION_SEPARATOR),
    mostParameter: draft.parameter(MOST_LINKS),
  };
  const asked = new PathSelections();
  const views = selection.fields.flatMap((each) =>
    each.name === "steps" && each.selection
      ? [{ key: each.responseKey, steps: each.selection.fields.flatMap((inner) => asked.view(inner)) }]
      : [],
  );
  const told = buildTold(asked, context);
  const levels = [told.entities, told.statements, told.relations].map((kind) => kind.level);
  const search: PathsSearch = {
    ...{ from, to, maxLength, first, views },
    forward: printPathStep(links, "forward", step),
    backward: printPathStep(links, "backward", step),
    told: [
      ...levels.map((level) => printSubquery(level, draft.name)),
      `RETURN ${levels.map((level) => level.gives.alias).join(", ")}`,
    ].join("\n"),
    idsParameter: step.idsParameter,
    parameters: draft.parameters,
    ...told,
  };
  return { is: "paths", search };
}

/** What is asked of the things on a path: each use of a field has a row of its own. */
class PathSelections {
  readonly ends: Selection[] = [];
  readonly statements: Selection[] = [];
  readonly relations: Selection[] = [];

  view({ name, responseKey: key, selection }: SelectedField): StepView[] {
    if (selection === null) return [];
    if (name === "statement") return [{ key, of: name, row: this.statements.push(selection) - 1 }];
    if (name === "relation") return [{ key, of: name, row: this.relations.push(selection) - 1 }];
    return name === "from" || name === "to" ? [{ key, of: name, row: this.ends.push(narrowTo(ENTITY_TYPES, selection)) - 1 }] : [];
  }
}

function buildTold(asked: PathSelections, context: BuildContext): Pick<PathsSearch, "entities" | "statements" | "relations"> {
  const { draft } = context;
  const ofLabel = (label: string, selections: readonly Selection[]): ToldKind => {
    const [variable, position, rowsParameter] = [draft.name("n"), draft.name("i"), draft.parameter([])];
    const source: SourceNode = { from: "ids", label, rowsParameter, position };
    return { ...buildLevel(selections, { type: label, variable, link: null }, source, [variable], context), rowsParameter };
  };
  return {
    entities: ofLabel("Entity", asked.ends),
    statements: ofLabel("Statement", asked.statements),
    relations: buildRelations(asked.relations, context),
  };
}

function buildRelations(selections: readonly Selection[], context: BuildContext): ToldKind {
  const { draft } = context;
  const [variable, position, rowsParameter] = [draft.name("n"), draft.name("i"), draft.parameter([])];
  const link = { relation: draft.name("r"), from: draft.name("n"), to: variable, kind: draft.name("t") };
  const { relation, from: holder, kind } = link;
  const source: SourceNode = { from: "namedRelations", rowsParameter, position, relation, holder, kind };
  const carries = [holder, relation, variable, kind];
  return { ...buildLevel(selections, { type: "Relation", variable, link }, source, carries, context), rowsParameter };
}

function buildLevel(
  selections: readonly Selection[],
  subject: Subject,
  source: Extract<SourceNode, { from: "ids" | "namedRelations" }>,
  carries: readonly string[],
  { draft, buildShape }: BuildContext,
): Omit<ToldKind, "rowsParameter"> {
  const built = selections.map((each) => buildShape(each, subject, draft));
  const level: LevelNode = {
    imports: [],
    source,
    variable: subject.variable,
    carries: [...carries, source.position],
    filter: null,
    search: null,
    page: null,
    ...plainItems(built, source.from === "ids" ? [] : [source.position], draft),
  };
  return { level, rows: built.map((each) => each.plan) };
}

import { ENTITY_TYPES } from "../model/edges";
import type { BuildContext } from "./build-edge";
import type { Subject } from "./build-shape";
import { checkFirst, checkText, pageLimit } from "./check-arguments";
import type { LevelNode, SourceNode } from "./nodes/level-node";
import type { PathsNode } from "./nodes/print-paths";
import type { PathsPlan, StepView } from "./read-paths";
import type { RootTree } from "./root-tree";
import type { RowPlan } from "./row-plan";
import type { SelectedField, Selection } from "./selection";

const DEFAULT_LENGTH = 6;
const DEFAULT_FIRST = 3;
const CHAINS_LOOKED_AT = 1000;
const HOPS_A_STEP = 2;

/** The relations that each kind of link goes along. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  SPOKE_ABOUT: ["ATTRIBUTED_TO", "ABOUT"],
  SPOKEN_ABOUT_BY: ["ATTRIBUTED_TO", "ABOUT"],
  SPOKE_TO: ["ATTRIBUTED_TO", "ADDRESSED_TO"],
  SPOKEN_ABOUT_WITH: ["ABOUT"],
  SAID_IN: ["ATTRIBUTED_TO", "SAID_IN"],
  SAID_DURING: ["ATTRIBUTED_TO", "SAID_DURING"],
  RESPONDED_TO: ["ATTRIBUTED_TO", "RESPONDS_TO"],
  REPORTED: ["ATTRIBUTED_TO", "REPORTS", "IN_DOCUMENT", "PUBLISHED_BY", "OWNS"],
  RELATED: ["MEMBER_OF", "PART_OF", "LOCATED_IN", "INVOLVED_IN", "RELATED_TO", "HELD", "AT"],
};
/** Through documents everything is near everything: only who asks for it goes that way. */
const USUAL = Object.keys(TYPES).filter((link) => link !== "REPORTED");

/** The root field `paths`. @throws BadUserInput, LimitExceeded */
export function buildPaths(field: SelectedField & { readonly selection: Selection }, context: BuildContext): RootTree {
  const { arguments: given, selection } = field;
  const { draft } = context;
  const { limits } = draft;
  const length = checkFirst(given.maxLength, "maxLength", {
    usual: DEFAULT_LENGTH,
    most: limits.maxPathLength,
    setting: "QUOTH_MAX_PATH_LENGTH",
  });
  const first = checkFirst(given.first, "first", { ...pageLimit(limits), usual: DEFAULT_FIRST });
  const [from, to] = ["from", "to"].map((name) => checkText(given[name] as string, name, limits));
  const links = (given.links as readonly string[] | null | undefined) ?? USUAL;
  const types = [...new Set(links.flatMap((link) => TYPES[link] ?? []))];
  // The shortest chain from a thing to itself has no step; without a relation to walk, there is none at all.
  if (from === undefined || to === undefined || from === to || types.length === 0) return { is: "nothing", answer: [] };
  const list = draft.name("w");
  const paths: PathsNode = {
    fromParameter: draft.parameter(from),
    toParameter: draft.parameter(to),
    types,
    hops: length * HOPS_A_STEP,
    mostParameter: draft.parameter(CHAINS_LOOKED_AT),
    firstParameter: draft.parameter(first),
    list,
  };
  return { is: "paths", paths, ...buildTold(selection, list, links, length, context) };
}

function buildTold(
  selection: Selection,
  list: string,
  links: readonly string[],
  maxLength: number,
  context: BuildContext,
): Pick<Extract<RootTree, { is: "paths" }>, "entities" | "statements" | "relations" | "plan"> {
  const { draft } = context;
  const steps = selection.fields.filter((each) => each.name === "steps" && each.selection !== null);
  const asked = new Asked();
  const views = steps.map((step) => ({ key: step.responseKey, steps: (step.selection?.fields ?? []).flatMap((each) => asked.view(each)) }));
  const [entity, statement, end] = [draft.name("n"), draft.name("n"), draft.name("n")];
  const link = { relation: draft.name("r"), from: draft.name("n"), to: end, kind: draft.name("t") };
  const relationSource: SourceNode = { from: "pathRelations", paths: list, relation: link.relation, holder: link.from, kind: link.kind };
  const entities = buildLevel(
    asked.ends,
    list,
    { type: "Entity", variable: entity, link: null },
    { from: "pathNodes", paths: list, label: "Entity" },
    context,
  );
  const statements = buildLevel(
    asked.statements,
    list,
    { type: "Statement", variable: statement, link: null },
    { from: "pathNodes", paths: list, label: "Statement" },
    context,
  );
  const relations = buildLevel(asked.relations, list, { type: "Relation", variable: end, link }, relationSource, context);
  const plan: PathsPlan = {
    views,
    entities: entities.rows,
    statements: statements.rows,
    relations: relations.rows,
    links: [...links],
    maxLength,
  };
  return {
    entities: entities.level,
    statements: asked.statements.length > 0 ? statements.level : null,
    relations: asked.relations.length > 0 ? relations.level : null,
    plan,
  };
}

/** What is asked of the things on a path: each use of a field has a row of its own. */
class Asked {
  readonly ends: Selection[] = [];
  readonly statements: Selection[] = [];
  readonly relations: Selection[] = [];

  view({ name, responseKey: key, selection }: SelectedField): StepView[] {
    if (selection === null) return [];
    if (name === "statement") return [{ key, of: name, row: this.statements.push(selection) - 1 }];
    if (name === "relation") return [{ key, of: name, row: this.relations.push(selection) - 1 }];
    return name === "from" || name === "to" ? [{ key, of: name, row: this.ends.push(ofEntities(selection)) - 1 }] : [];
  }
}

/** What was asked of any Node, as far as it goes for entities. */
function ofEntities(selection: Selection): Selection {
  return {
    ...selection,
    fields: selection.fields.filter(({ onTypes }) => onTypes === null || onTypes.some((type) => ENTITY_TYPES.includes(type))),
  };
}

function buildLevel(
  selections: readonly Selection[],
  list: string,
  subject: Subject,
  source: SourceNode,
  { draft, buildShape }: BuildContext,
): { level: LevelNode; rows: RowPlan[] } {
  const built = selections.map((each) => buildShape(each, subject, draft));
  const { variable, link } = subject;
  const level: LevelNode = {
    imports: [list],
    source,
    variable,
    carries: link ? [link.from, link.relation, variable, link.kind ?? ""] : [variable],
    filter: null,
    search: null,
    page: null,
    below: built.flatMap((each) => each.below),
    gives: {
      is: "items",
      alias: draft.name("e"),
      shapes: built.map((each) => each.shape),
      withKeys: false,
      hit: null,
      extras: [link ? `${link.from}.id + ' ' + type(${link.relation}) + ' ' + ${variable}.id` : `${variable}.id`],
    },
  };
  return { level, rows: built.map((each) => each.plan) };
}

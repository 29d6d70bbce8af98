import { labelOfKind } from "../model/kind-of-id";
import { LINK_KINDS, RELATED } from "../model/links";
import { askedKinds } from "./asked-kinds";
import type { BuildContext, Reached } from "./build-edge";
import { checkFirst, pageLimit } from "./check-arguments";
import { DEFAULT_EXAMPLES } from "./limits";
import type { GatherNode, LevelNode, SourceNode } from "./nodes/level-node";
import { isSoughtLink } from "./printers/sources/print-links";
import type { ItemExtra, RowPlan } from "./row-plan";
import type { SelectedField, Selection } from "./selection";

type NeighbourSource = Extract<SourceNode, { from: "neighbours" }>;

/** The links and kinds that the arguments leave; all of them without arguments. */
export function neighbourSource(source: NeighbourSource, { links, kinds }: Readonly<Record<string, unknown>>): NeighbourSource {
  const labels = (kinds as string[] | null | undefined)?.map(labelOfKind);
  return {
    ...source,
    links: askedKinds(LINK_KINDS, links),
    labels: labels ? [...new Set(labels)] : null,
  };
}

interface BuiltExtras {
  readonly gathers?: GatherNode;
  readonly below: readonly LevelNode[];
  readonly expressions: readonly string[];
  readonly plans: readonly ItemExtra[];
}

const NONE: BuiltExtras = { below: [], expressions: [], plans: [] };

/** What the edges of neighbours say beside the entity: the kind of link, its count, and a few statements behind it. */
export function buildExtras(selection: Selection, { source, subject }: Reached, context: BuildContext): BuiltExtras {
  if (source.from !== "neighbours") return NONE;
  const asked = selection.fields.flatMap((field) => (field.name === "edges" ? (field.selection?.fields ?? []) : []));
  const wanted = asked.filter((field) => field.name === "examples");
  const gathers = gatherOf(wanted, source, subject.variable, context);
  const examples = wanted.map((field) => buildExamples(field, source, subject.variable, gathers?.list ?? null, context));
  const values = ["link", "count"] as const;
  return {
    ...(gathers !== null && { gathers }),
    below: examples.map((each) => each.level),
    expressions: [...values.map((name) => source[name]), ...examples.map((each) => each.level.gives.alias)],
    plans: [
      ...values.map((name): ItemExtra => ({ is: "value", name })),
      ...examples.map((each): ItemExtra => ({ is: "rows", key: each.key, row: each.row })),
    ],
  };
}

/** What is behind the links is gathered for all of a page, but where it is looked up; nothing where nobody asks for it. */
function gatherOf(
  wanted: readonly SelectedField[],
  { start, link, links }: NeighbourSource,
  end: string,
  { draft }: BuildContext,
): GatherNode | null {
  const walked = links.filter((kind) => kind !== RELATED && !isSoughtLink(kind, draft.dialect.walksIndexInOrder));
  if (wanted.length === 0 || walked.length === 0) return null;
  const most = Math.max(...wanted.map((field) => exampleCount(field, draft)));
  return { start, end, link, links: walked, list: draft.name("g"), mostParameter: draft.parameter(most) };
}

function exampleCount(field: SelectedField, { limits }: BuildContext["draft"]): number {
  return checkFirst(field.arguments.first, "first", { ...pageLimit(limits), usual: DEFAULT_EXAMPLES });
}

function buildExamples(
  field: SelectedField,
  { start, link, links }: NeighbourSource,
  end: string,
  gathered: string | null,
  { draft, buildShape }: BuildContext,
): { key: string; level: LevelNode; row: RowPlan } {
  const { selection } = field;
  if (selection === null) throw new Error("Examples want a selection.");
  const first = exampleCount(field, draft);
  const variable = draft.name("n");
  const built = buildShape(selection, { type: "Statement", variable, link: null }, draft);
  const level: LevelNode = {
    imports: [start, end, link, ...(gathered === null ? [] : [gathered])],
    source: { from: "linkStatements", start, end, link, links, seeksRelations: draft.dialect.walksIndexInOrder, gathered },
    variable,
    carries: [variable],
    filter: null,
    search: null,
    page: {
      terms: [{ expression: `${variable}.saidKey`, direction: "DESC", alias: null }],
      limitParameter: draft.parameter(first),
      afterParameters: null,
      walk: null,
    },
    below: built.below,
    gives: { is: "list", alias: draft.name("e"), shape: built.shape },
  };
  return { key: field.responseKey, level, row: built.plan };
}

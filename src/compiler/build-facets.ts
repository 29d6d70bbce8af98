import { BadUserInput } from "../errors";
import type { BuildContext } from "./build-edge";
import { buildDimension, groupsOf, groupsPlan, largestFirst, readViews } from "./build-groups";
import type { BuiltDimension } from "./build-groups";
import { checkFirst, pageLimit } from "./check-arguments";
import { countedLevel, underOwnName } from "./counted-level";
import type { Counted } from "./counted-level";
import { DEFAULT_BUCKETS } from "./limits";
import type { LevelNode } from "./nodes/level-node";
import type { FacetsPlan } from "./row-plan";
import type { SelectedField, Selection } from "./selection";

export interface BuiltFacets {
  readonly levels: readonly LevelNode[];
  readonly plan: FacetsPlan;
}

/**
 * One use of `facets`: a subquery for each dimension that counts, and one that tells how many values there are.
 * @param firstLevel the place of its first level among the columns of the page's facets
 */
export function buildFacets(field: SelectedField, counted: Counted, firstLevel: number, context: BuildContext): BuiltFacets {
  const { draft } = context;
  const by = checkDimensions(field.arguments.by as string[], "by");
  const first = checkFirst(field.arguments.first, "first", { ...pageLimit(draft.limits), usual: DEFAULT_BUCKETS });
  const { selection } = field;
  if (selection === null) throw new Error("Facets want a selection.");
  const { views, selections } = readViews(selection, "buckets");
  const wantsTotal = selection.fields.some((each) => each.name === "total");
  const levels: LevelNode[] = [];
  const facets = by.map((name): FacetsPlan["facets"][number] => {
    const count = (shown: readonly Selection[], isTotal: boolean): { readonly dimension: BuiltDimension; readonly place: number } => {
      const own = underOwnName(counted, draft);
      const dimension = buildDimension({ name, selections: shown }, own.start.subject.variable, context);
      const countAlias = draft.name("c");
      const groups = groupsOf([dimension], { order: largestFirst(countAlias, [dimension]), first, countAlias }, draft);
      const level = countedLevel(own, { ...groups, total: isTotal }, dimension.below, draft);
      return { dimension, place: firstLevel + levels.push(level) - 1 };
    };
    const groups = views.length > 0 ? count(selections, false) : null;
    const total = wantsTotal ? count([], true) : null;
    const dimension = (groups ?? total)?.dimension ?? buildDimension({ name, selections: [] }, counted.start.subject.variable, context);
    return { groups: groups?.place ?? null, total: total?.place ?? null, plan: groupsPlan([dimension], ["count"], views) };
  });
  return { levels, plan: { key: field.responseKey, facets } };
}

/** @throws BadUserInput for a dimension that stands twice */
export function checkDimensions(names: readonly string[], where: string): readonly string[] {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new BadUserInput(`\`${where}\` names ${twice} twice. Name each dimension once.`);
  return names;
}

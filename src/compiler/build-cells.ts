import { KEY_SEPARATOR } from "../model/ontology";
import { WALKS } from "../model/walks";
import type { BuildContext } from "./build-edge";
import { countedLevel } from "./counted-level";
import { buildDimension, groupsOf, groupsPlan, largestFirst } from "./build-groups";
import { checkFirst, rowLimit } from "./check-arguments";
import { countedStatements } from "./counted-statements";
import type { Draft } from "./draft";
import type { ConditionNode, RelatedNode } from "./nodes/condition-node";
import { namesNodes } from "./nodes/condition-node";
import type { MeasureNode } from "./nodes/groups-node";
import { readFilter } from "./read-filter";
import type { CellEnd, RootTree } from "./root-tree";
import type { RootSelection, SelectedField, Selection } from "./selection";

/** `whoSpokeAboutWhom`: pairs of the favoured speaker and what the statement is about. @throws BadUserInput, LimitExceeded */
export function buildCells({ selection, arguments: given }: RootSelection, context: BuildContext): RootTree {
  const { draft } = context;
  const first = checkFirst(given.first, "first", rowLimit(draft.limits));
  const speakers = entityFilter(given.speakers, draft);
  const targets = entityFilter(given.targets, draft);
  // What names few entities is where the search begins; whatever is demanded of the two is tested on each pair.
  const [ofSpeaker, ofTarget] = [demand(WALKS.speaker, speakers), demand(WALKS.about, targets)];
  const starts = [ofSpeaker, ofTarget].filter((part) => part !== null).filter(namesNodes);
  // A statement has one favoured speaker: where it was demanded to be one of these, no pair needs the test.
  const isDemanded = ofSpeaker !== null && namesNodes(ofSpeaker);
  const counted = countedStatements(given, starts, draft);
  const { variable } = counted.start.subject;
  const [relation, stance] = [draft.name("r"), draft.name("v")];
  const speaker = { name: "SPEAKER", selections: selectionsOf(selection, "speaker"), filter: isDemanded ? null : speakers };
  const target = { name: "ABOUT", selections: selectionsOf(selection, "target"), filter: targets, relation };
  const dimensions = [speaker, target].map((wish) => buildDimension(wish, variable, context));
  const countAlias = draft.name("c");
  const separator = draft.parameter(KEY_SEPARATOR);
  const order = largestFirst(countAlias, dimensions);
  const asked = MEASURES.filter(({ name }) => selection.fields.some((each) => each.name === name));
  const measures = asked.map((measure): MeasureNode => {
    const alias = draft.name("f");
    return measure.of === "stance"
      ? { alias, expression: stanceCount(stance, measure.stance), reads: { relation, property: "stance", name: stance } }
      : { alias, expression: `${measure.pick}(${datedKey(variable, separator)})`, separator };
  });
  const groups = groupsOf(dimensions, { order, first, countAlias, measures }, draft);
  const below = dimensions.flatMap((each) => each.below);
  const figures = ["count", ...asked.map(({ name }) => name)];
  return {
    is: "cells",
    level: countedLevel(counted, groups, below, draft),
    plan: groupsPlan(dimensions, figures, []),
    ends: endsOf(selection),
  };
}

type Measure = { readonly name: string } & (
  | { readonly of: "stance"; readonly stance: "FAVOUR" | "AGAINST" }
  /** The sort key of the statement whose date is told. */
  | { readonly of: "date"; readonly pick: "min" | "max" }
);

/** Figures of a pair. */
const MEASURES: readonly Measure[] = [
  { name: "favour", of: "stance", stance: "FAVOUR" },
  { name: "against", of: "stance", stance: "AGAINST" },
  { name: "firstSaidAt", of: "date", pick: "min" },
  { name: "lastSaidAt", of: "date", pick: "max" },
];

function stanceCount(name: string, stance: string): string {
  return `sum(CASE WHEN ${name} = '${stance}' THEN 1 ELSE 0 END)`;
}

/** What is not dated has a key that begins with the separator. */
function datedKey(statement: string, separator: string): string {
  return `CASE WHEN ${statement}.saidKey STARTS WITH $${separator} THEN null ELSE ${statement}.saidKey END`;
}

function entityFilter(where: unknown, draft: Draft): ConditionNode | null {
  return where ? readFilter(where as Readonly<Record<string, unknown>>, "EntityWhere", draft) : null;
}

/** What is demanded of an entity as a demand on the statement. */
function demand(steps: RelatedNode["steps"], inner: ConditionNode | null): RelatedNode | null {
  return inner && { kind: "related", steps, quantifier: { is: "some" }, inner };
}

/** The fields that show one of the two entities: it may be asked for under several keys. */
function fieldsOf({ fields }: Selection, name: "speaker" | "target"): readonly SelectedField[] {
  return fields.filter((each) => each.name === name);
}

function selectionsOf(selection: Selection, name: "speaker" | "target"): Selection[] {
  return fieldsOf(selection, name).flatMap((each) => each.selection ?? []);
}

function endsOf(selection: Selection): CellEnd[] {
  const of = (name: "speaker" | "target", dimension: CellEnd["dimension"]): CellEnd[] =>
    fieldsOf(selection, name).map(({ responseKey: key }, row) => ({ key, dimension, row }));
  return [...of("speaker", 0), ...of("target", 1)];
}

import type { ConditionNode, RelatedNode } from "./condition-node";
import { all, asksAround, hasPart, partsOf, replaceParts } from "./condition-node";
import { printCall } from "./print-call";
import { printCondition } from "./print-condition";
import type { NextName } from "./print-condition";
import { printPattern } from "./print-pattern";
import { isOnEntity } from "./start";

/** A filter whose dear demands ask whether an entity is in a list. */
export interface ToldOnce {
  readonly where: ConditionNode | null;
  readonly listed: readonly Listed[];
}

interface Listed {
  readonly list: string;
  readonly part: RelatedNode;
}

/** The same filter, where what would be asked of each statement about its entities (ADR 19, 5) is known from lists; null where nothing is dear. */
export function toldOnce(filter: ConditionNode | null, next: NextName): ToldOnce {
  if (filter === null || !hasPart(filter, looksPastEntity)) return { where: filter, listed: [] };
  const listed: Listed[] = [];
  const where = replaceParts(filter, (part) => {
    if (!looksPastEntity(part)) return part;
    const list = next("l");
    listed.push({ list, part });
    return { ...part, inner: { kind: "listed", list } };
  });
  return { where, listed };
}

/**
 * Lines that find the entities of each list, of those that the statements lead to: each is asked once. The statements are walked to once for all
 * lists: once for each of five, a planner took 7 s of the 10 that a question has, and 2 s without lists.
 * @param filter what is demanded of the statements; they need not be looked at where something that is not dear rules them out
 * @param bind lines that give statements under this name, as often as they please
 */
export function printLists(
  filter: ConditionNode | null,
  { listed }: ToldOnce,
  imports: readonly string[],
  bind: (statement: string) => readonly string[],
  next: NextName,
): string[] {
  if (listed.length === 0) return [];
  const cheap = all(partsOf(filter).filter((part) => !hasPart(part, looksPastEntity)));
  const [statement, each] = [next("s"), next("l")];
  const kept = cheap === null ? [] : [`UNWIND ${each} AS ${statement}`, `WITH ${statement} WHERE ${printOf(cheap, statement, next)}`];
  return [
    printCall(imports, [
      ...bind(statement),
      // Of what a subquery returns row by row, the embedded engine's WITH DISTINCT sees 2,048 rows alone.
      `WITH collect(DISTINCT ${statement}) AS ${each}`,
      ...(kept.length === 0 ? [] : [...kept, `WITH collect(${statement}) AS ${each}`]),
      ...listed.map((one) => printList(one, each, next)),
      `RETURN ${listed.map(({ list }) => list).join(", ")}`,
    ]),
  ];
}

/** A subquery that gives the entities to which the statements lead and for which what is demanded of them holds. */
function printList({ list, part: { steps, inner } }: Listed, statements: string, next: NextName): string {
  const [statement, entity, ways] = [next("s"), next("m"), next("k")];
  return printCall(
    [statements],
    [
      `UNWIND ${statements} AS ${statement}`,
      `MATCH ${printPattern(steps, { from: statement, to: entity })}`,
      `WITH ${entity}, count(*) AS ${ways}`,
      ...(inner === null ? [] : [`WHERE ${printOf(inner, entity, next)}`]),
      `RETURN collect(${entity}) AS ${list}`,
    ],
  );
}

function printOf(condition: ConditionNode, node: string, next: NextName): string {
  return printCondition(condition, { node, at: "anywhere" }, next);
}

/** Whether it is a demand on entities for which something beyond them has to be looked at. */
function looksPastEntity(part: ConditionNode): part is RelatedNode {
  return isOnEntity(part) && part.inner !== null && asksAround(part.inner);
}

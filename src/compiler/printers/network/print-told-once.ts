import type { ConditionNode, RelatedNode } from "../../nodes/condition-node";
import { all, asksAround, hasPart, partsOf, replaceParts } from "../../nodes/condition-node";
import { isOnEntity } from "../beginnings/start";
import { printCall, printUnion } from "../clauses/print-call";
import { printCondition } from "../clauses/print-condition";
import type { NextName } from "../clauses/print-condition";
import { printPattern } from "../clauses/print-pattern";

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
 * lists, since each walk is dear to plan (ADR 19, 5).
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
  const [first, ...others] = listed;
  if (first === undefined) return [];
  const cheap = all(partsOf(filter).filter((part) => !hasPart(part, looksPastEntity)));
  const [statement, each] = [next("s"), next("l")];
  return [
    printCall(imports, [
      ...bind(statement),
      // Of what a subquery returns row by row, the embedded engine's WITH DISTINCT sees 2,048 rows alone.
      `WITH collect(DISTINCT ${statement}) AS ${each}`,
      `UNWIND ${each} AS ${statement}`,
      ...(cheap === null ? [] : [`WITH ${statement} WHERE ${printOf(cheap, statement, next)}`]),
      ...(others.length === 0 ? printList(first, statement, next) : printSeveral(listed, statement, next)),
    ]),
  ];
}

/** Lines that give the entities to which the statements lead and for which what is demanded of them holds. */
function printList({ list, part: { steps, inner } }: Listed, statement: string, next: NextName): string[] {
  const [entity, ways] = [next("m"), next("k")];
  return [
    `MATCH ${printPattern(steps, { from: statement, to: entity })}`,
    `WITH ${entity}, count(*) AS ${ways}`,
    ...(inner === null ? [] : [`WHERE ${printOf(inner, entity, next)}`]),
    `RETURN collect(${entity}) AS ${list}`,
  ];
}

/** The same for several lists. One subquery for each, told the statements, took 700 MB of 20,000: each row had them all. */
function printSeveral(listed: readonly Listed[], statement: string, next: NextName): string[] {
  const [entity, ways, which] = [next("m"), next("k"), next("i")];
  const branches = listed.map(({ part: { steps } }, at) => [
    `MATCH ${printPattern(steps, { from: statement, to: entity })}`,
    `RETURN ${entity}, ${String(at)} AS ${which}`,
  ]);
  const tests = listed.map(({ part: { inner } }, at) => {
    return `(${which} = ${String(at)}${inner === null ? "" : ` AND ${printOf(inner, entity, next)}`})`;
  });
  const lists = listed.map(({ list }, at) => `collect(CASE WHEN ${which} = ${String(at)} THEN ${entity} END) AS ${list}`);
  return [
    printUnion([statement], branches),
    `WITH ${entity}, ${which}, count(*) AS ${ways}`,
    `WHERE ${tests.join(" OR ")}`,
    `RETURN ${lists.join(", ")}`,
  ];
}

function printOf(condition: ConditionNode, node: string, next: NextName): string {
  return printCondition(condition, { node, at: "anywhere" }, next);
}

/** Whether it is a demand on entities for which something beyond them has to be looked at. */
function looksPastEntity(part: ConditionNode): part is RelatedNode {
  return isOnEntity(part) && part.inner !== null && asksAround(part.inner);
}

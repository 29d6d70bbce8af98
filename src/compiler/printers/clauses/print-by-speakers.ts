import type { LevelNode, PageNode } from "../../nodes/level-node";
import { printCall } from "./print-call";

/**
 * Lines that go on from a bound statement: they bind it together with the name of its favoured speaker, for those speakers alone that may be on the
 * page. The name is looked up once of each speaker, by the id beside the statements (ADR 18): of each statement, it takes four times as long.
 * @returns null where a page is not sorted by that at first, or more is known of a statement than itself
 */
export function printBySpeakers(level: LevelNode, { terms, afterParameters }: PageNode): string[] | null {
  const { variable, source, search, carries } = level;
  const [first] = terms;
  if (!first?.speakersParameter || first.alias === null || source.from !== "label" || search !== null) return null;
  if (carries.some((each) => each !== variable)) return null;
  const { alias, direction, speakersParameter } = first;
  const [id, statements, speaker, name] = [`${alias}_id`, `${alias}_said`, `${alias}_by`, `${alias}_name`];
  const [after] = afterParameters ?? [];
  return [
    `WITH coalesce(${variable}.speakerId, '') AS ${id}, collect(${variable}) AS ${statements}`,
    printCall([id], [`MATCH (${speaker}:Entity {id: ${id}})`, `RETURN coalesce(head(collect(${speaker}.nameKey)), '') AS ${name}`]),
    `WITH ${statements}, ${name} AS ${alias}`,
    ...(after === undefined ? [] : [`WHERE ${alias} ${direction === "DESC" ? "<=" : ">="} $${after}`]),
    `WITH ${statements}, ${alias} ORDER BY ${alias} ${direction} LIMIT $${speakersParameter}`,
    `UNWIND ${statements} AS ${variable}`,
  ];
}

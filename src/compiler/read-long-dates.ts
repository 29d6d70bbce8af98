import type { CypherStatement, GraphRecord } from "../graph/cypher-statement";
import { DATE_LENGTHS, lengthName } from "../model/long-dates";
import type { KeyDate, LongDates } from "../model/long-dates";

/** What the graph has of dates of each length: the two ends of an index for each, however many there are. */
export async function readLongDates(
  date: KeyDate,
  read: (statement: CypherStatement) => Promise<readonly GraphRecord[]>,
): Promise<readonly LongDates[]> {
  const rows = await read({ text: printLongDates(date), parameters: { p_lengths: DATE_LENGTHS } });
  return rows.map((row) => ({ days: Number(row["days"]), latest: Number(row["latest"]), earliest: Number(row["earliest"]) }));
}

function printLongDates({ label, property }: KeyDate): string {
  const length = `n.${lengthName(property)}`;
  // Of the length there is one value alone, but planners see the order of the index only by all of its properties.
  const end = (side: string, direction: string, alias: string): string[] => [
    "CALL (days) {",
    `  MATCH (n:${label})`,
    `  WHERE ${length} = days AND n.${property}${side} IS NOT NULL`,
    `  WITH n ORDER BY ${length} ${direction}, n.${property}${side} ${direction} LIMIT 1`,
    `  RETURN n.${property}${side} AS ${alias}`,
    "}",
  ];
  return [
    "UNWIND $p_lengths AS days",
    ...end("Latest", "DESC", "latest"),
    ...end("Earliest", "ASC", "earliest"),
    "RETURN days, latest, earliest",
  ].join("\n");
}

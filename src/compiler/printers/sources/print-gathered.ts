import type { GatherNode } from "../../nodes/level-node";
import { printCall, printUnion } from "../clauses/print-call";
import { printPattern, withoutEndLabel } from "../clauses/print-pattern";
import { waysOf } from "./print-links";

/**
 * Lines that gather the latest statements behind all links of a page. Asked of each link, everything that the entity has was gone through for each of
 * them; counting the links has gone through it once.
 * @param carried what is bound for each link of the page, its two ends and its kind among it
 */
export function printGathered(gather: GatherNode, carried: readonly string[]): string[] {
  const { start, end, link, links, list, mostParameter } = gather;
  const each = carried.filter((name) => name !== start);
  const [rows, row, statement] = [`${list}_rows`, `${list}_row`, `${list}_s`];
  const [to, kind, all] = [`${list}_e`, `${list}_k`, `${list}_a`];
  const branches = links.flatMap((name) =>
    waysOf(name).map((way) => [
      `WITH ${start}, [r IN ${rows} WHERE r[${each.indexOf(link)}] = '${name}' | r[${each.indexOf(end)}]] AS ${all}`,
      // A condition in front of a MATCH is asked behind it.
      `UNWIND range(1, CASE WHEN size(${all}) > 0 THEN 1 ELSE 0 END) AS ${row}`,
      `MATCH ${printPattern(way.to, { from: start, to: statement })}`,
      `MATCH ${printPattern(withoutEndLabel(way.from), { from: statement, to })}`,
      `WHERE ${to} IN ${all}`,
      `RETURN ${to}, '${name}' AS ${kind}, ${statement}`,
    ]),
  );
  return [
    `WITH ${start}, collect([${each.join(", ")}]) AS ${rows}`,
    printCall(
      [start, rows],
      [
        printUnion([start, rows], branches),
        `WITH DISTINCT ${to}, ${kind}, ${statement}`,
        `WITH ${to}, ${kind}, ${statement} ORDER BY ${statement}.saidKey DESC`,
        `WITH ${to}, ${kind}, collect(${statement}) AS ${all}`,
        `RETURN collect([${to}.id, ${kind}, ${all}[0..$${mostParameter}]]) AS ${list}`,
      ],
    ),
    `UNWIND ${rows} AS ${row}`,
    `WITH ${[start, list, ...each.map((name, index) => `${row}[${String(index)}] AS ${name}`)].join(", ")}`,
  ];
}

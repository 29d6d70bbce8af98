import { fillRow } from "../../../src/seeding/mapping/fill-row";
import type { FilledRow } from "../../../src/seeding/mapping/fill-row";
import type { NameAnswer } from "../../../src/seeding/mapping/name-request";
import { readMapping } from "../../../src/seeding/mapping/read-mapping";
import type { Cell, TableRow } from "../../../src/seeding/readers/table-row";
import { readYaml } from "../../../src/seeding/readers/read-yaml";

export type Cells = Readonly<Record<string, Cell>>;

/** A row of a table, without the file that it would stand in. */
export function tableRow(cells: Cells, line = 2, file = "said.csv"): TableRow {
  return { file, line, cells, raw: "", placeOf: (column) => ({ line, column: 1 + Object.keys(cells).indexOf(column) }) };
}

/**
 * What rows become by the records of a mapping, as the first table of it; a row that its `where` leaves out is missing.
 * @param records YAML of what stands under `records:`
 * @param answers whom names mean; others become the person of their own name
 */
export function filledRows(
  records: string,
  rows: readonly (Cells | TableRow)[],
  answers: Readonly<Record<string, NameAnswer>> = {},
): FilledRow[] {
  const indented = records.replace(/^(?=.)/gm, "      ");
  const source = readYaml("mapping.yaml", Buffer.from(`tables:\n  said:\n    files: said.csv\n    records:\n${indented}`));
  const mapping = readMapping("/corpus", source);
  const [table] = mapping.tables;
  if (table === undefined || source.file.faults.length > 0) throw new Error(JSON.stringify(source.file.faults));
  const refer = ({ name }: { readonly name: string }): NameAnswer => answers[name] ?? { id: name };
  return rows.flatMap((row, at) => {
    const given = "placeOf" in row && typeof row["placeOf"] === "function" ? (row as TableRow) : tableRow(row as Cells, at + 2);
    return fillRow(table, given, { mapping, lookups: new Map(), refer }) ?? [];
  });
}

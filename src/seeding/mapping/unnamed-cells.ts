import type { Fault } from "../faults/fault";
import { figure } from "../faults/figure";
import { isCommonWord } from "../naming/is-small-name";
import { namesNobody } from "../naming/names-nobody";
import type { TablePlan } from "./mapping";
import { withoutComma } from "./without-comma";

const SHOWN = 3;
/** Of more different texts the rest is counted and gives no example. */
const KEPT = 20_000;

/** Counts, by table, cells of speakers whose words name nobody, so that a name that was not seen to be one is not lost silently. */
export class UnnamedCells {
  private readonly tables = new Map<TablePlan, { readonly texts: Map<string, number>; count: number }>();

  add(table: TablePlan, cell: string): void {
    // "<speaker>, <office>" leaves its comma where there is no office.
    const text = withoutComma(cell);
    const cells = this.tables.get(table) ?? { texts: new Map<string, number>(), count: 0 };
    this.tables.set(table, cells);
    cells.count += 1;
    const before = cells.texts.get(text);
    if (before !== undefined || cells.texts.size < KEPT) cells.texts.set(text, (before ?? 0) + 1);
  }

  /** One note a table, at its place in the mapping. */
  notes(mapping: string): Fault[] {
    return [...this.tables].map(([{ name, place }, { texts, count }]) => {
      const cells = count === 1 ? "1 cell of a speaker names" : `${figure(count)} cells of speakers name`;
      const message = `in the table "${name}" ${cells} nobody (${examples(texts)}); what is a name after all stands under "names" in entities.yaml`;
      return { file: mapping, ...place, code: "SEED_UNNAMED", message };
    });
  }
}

/** First those that no list of words explains: among thousands of "officials", the one that may be a name is worth a look. */
function examples(texts: ReadonlyMap<string, number>): string {
  const doubt = (text: string): number => (namesNobody(text) || text.split(/[\s-]+/u).some(isCommonWord) ? 0 : 1);
  const sorted = [...texts].sort(([a, often], [b, times]) => doubt(b) - doubt(a) || times - often);
  const shown = sorted.slice(0, SHOWN).map(([text, count]) => `${JSON.stringify(text)}${count === 1 ? "" : ` ${figure(count)} times`}`);
  return `${shown.join(", ")}${sorted.length > SHOWN ? " …" : ""}`;
}

import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Document, Node, Pair, YAMLMap } from "yaml";
import { setCell } from "./table-context";
import type { Cell } from "./table-row";

/** What is wrong in a tree of YAML, and at which offset. */
export class YamlCellFault extends Error {
  constructor(
    readonly at: number,
    message: string,
    readonly kind: "YAML" | "DUPLICATE_KEY" = "YAML",
  ) {
    super(message);
  }
}

// `failsafe` reads every scalar as the text that it is; merge keys are written by many tools.
export const YAML_OPTIONS = {
  schema: "failsafe",
  uniqueKeys: false,
  prettyErrors: false,
  strict: true,
  merge: false,
  keepSourceTokens: false,
} as const;
const MAX_DEPTH = 200;

/** Turns nodes of YAML into cells: scalars as written, nothing and `null` as the empty text; aliases stand for what they name. */
export class YamlCells {
  private readonly done = new Map<Node, Cell>();
  private readonly open = new Set<Node>();

  constructor(private readonly document: Document) {}

  /** @throws YamlCellFault where a key is no text or stands twice, or an alias leads nowhere or into itself */
  read(node: Node | null | undefined): Cell {
    if (node === null || node === undefined) return "";
    const known = this.done.get(node);
    if (known !== undefined) return known;
    const at = node.range?.[0] ?? 0;
    if (this.open.has(node) || this.open.size > MAX_DEPTH)
      throw new YamlCellFault(at, "a list or map that holds itself, or that nests too deep");
    this.open.add(node);
    const cell = this.convert(node, at);
    this.open.delete(node);
    this.done.set(node, cell);
    return cell;
  }

  private convert(node: Node, at: number): Cell {
    if (isScalar(node)) return isNull(node) ? "" : textOf(node.value);
    if (isSeq(node)) return node.items.map((item) => this.read(item as Node));
    if (isMap(node)) return this.map(node);
    const target = isAlias(node) ? node.resolve(this.document) : undefined;
    if (target === undefined) throw new YamlCellFault(at, "an alias (*) of an anchor (&) that does not stand above it");
    return this.read(target);
  }

  private map(node: YAMLMap): Cell {
    const cells: Record<string, Cell> = {};
    const merged: Cell[] = [];
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const at = pair.key.range?.[0] ?? node.range?.[0] ?? 0;
      if (!isScalar(pair.key)) throw new YamlCellFault(at, "a key must be a plain text, followed by a colon");
      const key = textOf(pair.key.value);
      if (key === "<<") merged.push(...[this.read(pair.value)].flat());
      else if (Object.hasOwn(cells, key))
        throw new YamlCellFault(at, `"${key}" stands in this map already; keep one of the two`, "DUPLICATE_KEY");
      else setCell(cells, key, this.read(pair.value));
    }
    for (const each of merged) for (const [key, value] of Object.entries(each)) if (!Object.hasOwn(cells, key)) setCell(cells, key, value);
    return cells;
  }
}

function isNull(node: { value: unknown; type?: string | null }): boolean {
  const isPlain = node.type === undefined || node.type === null || node.type === "PLAIN";
  return node.value === null || (isPlain && /^(?:~|null|Null|NULL|)$/.test(textOf(node.value)));
}

/** The offset of a field's value in a map; of a list or map, which begins below it or has no sign of its own, that of the field. */
export function fieldOffset(node: unknown, field: string): number | undefined {
  if (!isMap(node)) return undefined;
  const pair = (node.items as Pair<Node, Node | null>[]).find(({ key }) => isScalar(key) && textOf(key.value) === field);
  const at = isMap(pair?.value) || isSeq(pair?.value) ? undefined : pair?.value?.range?.[0];
  return at ?? pair?.key.range?.[0];
}

/** With the schema in use, every scalar is a text already. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

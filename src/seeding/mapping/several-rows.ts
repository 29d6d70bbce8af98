import type { Fault } from "../faults/fault";
import type { FaultName } from "../faults/fault-codes";
import type { RawEntry, RawNode } from "../readers/raw-node";
import { RowFile } from "./row-file";

/** More than a mapping has templates. */
const NUMBERS_PER_ROW = 1_000_000;

/** A record with the row, or rows, that made it. */
export interface RowStatement {
  readonly entry: RawEntry;
  readonly file: RowFile;
  /** Slugs of statements that are part of it now. */
  readonly joined?: readonly string[];
}

/** The rows that one record was put together from: each fault stands in the row whose part of it is wrong. */
export class SeveralRows extends RowFile {
  private readonly files: RowFile[];
  /** By its row: a row of several lines has faults in any of them. */
  private readonly owners = new Map<Fault, RowFile>();

  constructor(first: RowFile) {
    super(first.row, first.mapping, first.table);
    this.files = [first];
  }

  /** @returns what the numbers of the row's records are to be raised by */
  join(file: RowFile): number {
    this.files.push(file);
    return (this.files.length - 1) * NUMBERS_PER_ROW;
  }

  override place(number: number): { line: number; column: number } {
    return this.rowOf(number).place(number % NUMBERS_PER_ROW);
  }

  override fault(number: number, name: FaultName, message: string): void {
    const file = this.rowOf(number);
    const before = file.faults.length;
    file.fault(number % NUMBERS_PER_ROW, name, message);
    for (const fault of file.faults.splice(before)) {
      this.owners.set(fault, file);
      this.faults.push(fault);
    }
  }

  override note(number: number, name: FaultName, message: string): void {
    const file = this.rowOf(number);
    this.notes.push({ file: file.path, ...this.place(number), code: `SEED_${name}`, message });
  }

  override rows(): readonly RowFile[] {
    return this.files;
  }

  override ownerOf(fault: Fault): RowFile {
    return this.owners.get(fault) ?? this.rowOf(0);
  }

  private rowOf(number: number): RowFile {
    return this.files[Math.floor(number / NUMBERS_PER_ROW)] ?? this;
  }
}

/** Prepares two for being merged: the file of both, and the second one with places that it understands. */
export function joinRows(a: RowStatement, b: RowStatement): { readonly file: RowFile; readonly entry: RawEntry } {
  if (a.file === b.file) return { file: a.file, entry: b.entry };
  const file = a.file instanceof SeveralRows ? a.file : new SeveralRows(a.file);
  const [first, ...others] = b.file.rows();
  const by = first === undefined ? 0 : file.join(first);
  for (const other of others) file.join(other);
  return { file, entry: { ...b.entry, at: b.entry.at + by, value: raised(b.entry.value, by) } };
}

/** What a record's rows have of its faults: a row without one is bad because of another. */
export function faultsByRow(file: RowFile): (readonly [RowFile, readonly Fault[]])[] {
  const all = file.faults.splice(0);
  return file.rows().map((row) => [row, all.filter((fault) => file.ownerOf(fault) === row)]);
}

function raised(node: RawNode, by: number): RawNode {
  const at = node.at + by;
  if (node.is === "list") return { ...node, at, items: node.items.map((item) => raised(item, by)) };
  if (node.is === "map")
    return { ...node, at, entries: node.entries.map((entry) => ({ key: entry.key, at: entry.at + by, value: raised(entry.value, by) })) };
  return { ...node, at };
}

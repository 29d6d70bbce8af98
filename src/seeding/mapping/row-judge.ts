import { CORPUS_FILES } from "../../model/corpus-row";
import type { CorpusFile } from "../../model/corpus-row-types";
import { parseId } from "../../model/id";
import { typeOfId } from "../../model/kind-of-id";
import type { Fault } from "../faults/fault";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry } from "../readers/raw-node";
import type { RecordContext } from "../records/record-context";
import { register } from "../records/register-records";
import { SlugIndex } from "../records/slug-index";
import { validateRecord } from "../records/validate-record";
import { validateRelations } from "../records/validate-relations";
import { makeSlug } from "../wording/make-slug";
import { mapOf } from "./fill-row";
import type { FilledRow, RowRecord } from "./fill-row";
import { lacksEnd } from "./lacks-end";
import { mergeMaps } from "./merge-records";
import type { Difference } from "./merge-records";
import type { NameAnswer, NameRequest } from "./name-request";
import { ParsedRequests } from "./parsed-requests";
import { RowFile } from "./row-file";
import { STREAMED } from "./survey";
import type { Survey } from "./survey";

/** A name that a row uses, and whom it means. */
export interface NamedByRow {
  readonly request: NameRequest;
  readonly answer: NameAnswer;
}

/** What one row says of one entity or relation. */
interface Said {
  readonly key: string;
  readonly entry: RawEntry;
  readonly of: CorpusFile | "relations";
}

const LACKING = "SEED_REQUIRED";

/**
 * Finds the rows to which the faults of an entity or relation belong. It is put together from all rows that speak of it, and only
 * then shows its faults; the second time through, its rows are added one by one, and the one that brings a fault is the bad one.
 * What is missing is missing in all of them.
 */
export class RowJudge {
  private readonly suspects = new Map<string, Fault[]>();
  /** Of a suspect, what its good rows say together. */
  private readonly accepted = new Map<string, { readonly entry: RawEntry; readonly file: RowFile }>();
  /** `key code` of faults that were found in a row. */
  private readonly explained = new Set<string>();
  private readonly parsed = new ParsedRequests();

  constructor(
    private readonly survey: Survey,
    private readonly contextOf: (file: RowFile) => RecordContext,
  ) {}

  get isNeeded(): boolean {
    return this.suspects.size > 0;
  }

  /** @param key the id of an entity, or the `relationKey` of a relation */
  suspect(key: string, faults: readonly Fault[]): void {
    if (faults.length > 0) this.suspects.set(key, [...(this.suspects.get(key) ?? []), ...faults]);
  }

  /** Adds to the row's file what it brings of the faults. */
  judge({ file, records }: FilledRow, named: readonly NamedByRow[]): void {
    if (!this.isNeeded) return;
    const said = [...records.flatMap((record) => this.saidBy(record)), ...named.flatMap((each) => this.saidByName(each))];
    for (const each of said) if (this.suspects.has(each.key)) file.faults.push(...this.faultsOf(each, file));
  }

  /** Faults that no row alone brings, such as an id that somebody else has: all rows that speak of the thing share them. */
  unexplained(): Map<string, Fault[]> {
    const left = [...this.suspects].map(
      ([key, faults]) => [key, faults.filter(({ code }) => !this.explained.has(`${key} ${code}`))] as const,
    );
    return new Map(left.filter(([, faults]) => faults.length > 0));
  }

  /** Everything that a row speaks of and that is kept whole, as `suspect` names it. */
  keysOf(records: readonly RowRecord[], named: readonly NamedByRow[]): string[] {
    const ids = named.flatMap(({ answer }) => [...(answer.id === undefined ? [] : [answer.id]), ...(answer.together ?? [])]);
    return [...records.flatMap((record) => this.saidBy(record).map(({ key }) => key)), ...ids];
  }

  private faultsOf(said: Said, file: RowFile): Fault[] {
    const missing = (this.suspects.get(said.key) ?? []).filter(({ code }) => code === LACKING).map(({ message }) => message);
    const alone = missing.length === 0 ? [] : this.validate(said, file);
    const found = [...alone.filter(({ message }) => missing.includes(message)), ...this.broughtBy(said, file)];
    for (const { code } of found) this.explained.add(`${said.key} ${code}`);
    return found;
  }

  /** What is wrong once the row is added to those before it. A row without a fault is added. */
  private broughtBy(said: Said, row: RowFile): Fault[] {
    const { key, entry } = said;
    const before = this.accepted.get(key);
    const differences: Difference[] = [];
    const value = before === undefined ? entry.value : mergeMaps(mapOf(before.entry), mapOf(entry), differences);
    const together = { ...said, entry: { ...entry, value } };
    const clashes = before === undefined ? [] : differences.flatMap((each) => this.survey.clash(key, each, before.file, row) ?? []);
    const found = [...clashes, ...this.validate(together, row).filter(({ code }) => code !== LACKING)];
    if (found.length === 0) this.accepted.set(key, { entry: together.entry, file: before?.file ?? row.kept() });
    return found;
  }

  private validate({ entry, of }: Said, row: RowFile): Fault[] {
    const file = new RowFile(row.row, row.mapping, row.table);
    const context: RecordContext = { ...this.contextOf(file), nodes: [], relations: [], hierarchy: [], foreign: [] };
    if (of !== "relations") {
      register(entry, entry.key, of.shape, file, new SlugIndex(context.corpusId));
      validateRecord(entry, entry.key, of.shape, context);
    } else if (!lacksEnd(entry, file)) {
      validateRelations({ file, content: { entries: [entry], unreadable: false, incomplete: false } }, context, new Map());
    }
    return file.faults;
  }

  private saidBy({ plan, entry }: RowRecord): Said[] {
    if (plan.file === "relations") return [{ key: relationKey(entry.key), entry, of: plan.file }];
    if (STREAMED.includes(plan.file.shape.label)) return [];
    const { id, entry: own, of } = this.survey.settled(entry, plan.file);
    return [{ key: id, entry: own, of }];
  }

  /** A name, a role and what the mapping says of a new one make a record, too. */
  private saidByName({ request, answer }: NamedByRow): Said[] {
    const { id } = answer;
    const label = typeOfId(id ?? "");
    const of = CORPUS_FILES.find(({ shape }) => shape.label === label);
    if (id === undefined || of === undefined || !this.suspects.has(id)) return [];
    const { name, role } = this.parsed.of(request).parsed;
    const at = request.number;
    const text = (key: string, value: string): RawEntry => ({ key, at, value: scalarNode(value, at) });
    const map = (key: string, entries: readonly RawEntry[]): RawEntry => ({ key, at, value: { is: "map", entries, at } });
    const office = role === undefined || label !== "Person" ? [] : [map("positions", [map(makeSlug(role), [text("title", role)])])];
    const names = request.record.some(({ key }) => key === "name") ? [] : [text("name", name)];
    return [{ key: id, entry: map(parseId(id)?.slug ?? "", [...names, ...request.record, ...office]), of }];
  }
}

/** How a relation of a table is named beside entities. */
export function relationKey(slug: string): string {
  return `relation ${slug}`;
}

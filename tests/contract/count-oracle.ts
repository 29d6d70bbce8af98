import { dateRange } from "./date-range";
import { fold } from "./value-holds";
import type { Oracle } from "./holds";
import type { RawFields } from "./raw-fields";
import type { StatementRecord } from "./world-types";

const DAY = 86_400_000;
const TIMES = ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY"];

/** One value of one dimension. */
export interface Value {
  readonly value: string;
  readonly label: string;
  readonly isEntity: boolean;
  /** Sorts by it: entities by name, then by id. */
  readonly key: string;
}

export interface CountRow {
  readonly values: readonly Value[];
  readonly statements: readonly StatementRecord[];
}

/** Every value of the API's enum. */
export const DIMENSION_NAMES =
  "SPEAKER ABOUT MENTIONS ADDRESSED_TO PLACE COUNTRY EVENT PUBLISHER DATASET LANGUAGE SPEECH_ACT STANCE QUOTATION_TYPE CUE RATING YEAR QUARTER MONTH WEEK DAY".split(
    " ",
  );

/** Dimensions that are of one thing where they stand side by side. */
const OF_ONE_REPORT = ["PUBLISHER", "QUOTATION_TYPE", "CUE"];
const OF_ONE_RELATION = ["ABOUT", "STANCE"];

/** Counts statements by plain looking at the records. */
export class CountOracle {
  constructor(
    private readonly oracle: Oracle,
    private readonly raw: ReadonlyMap<string, RawFields>,
  ) {}

  /** Rows of one value for each dimension, each with its statements; a statement is in the row of each combination once. */
  rows(statements: readonly StatementRecord[], dimensions: readonly string[]): CountRow[] {
    const rows = new Map<string, { values: Value[]; statements: StatementRecord[] }>();
    for (const statement of statements) {
      const combinations = new Map<string, Value[]>();
      for (const part of this.partsOf(statement, dimensions))
        for (const values of this.combine(part, dimensions)) combinations.set(JSON.stringify(values.map((each) => each.value)), values);
      for (const [key, values] of combinations) {
        const row = rows.get(key) ?? { values, statements: [] };
        row.statements.push(statement);
        rows.set(key, row);
      }
    }
    return [...rows.values()];
  }

  /** A statement as seen from each report, and from each relation to what it is about, where several dimensions are of it. */
  private partsOf(statement: StatementRecord, dimensions: readonly string[]): StatementRecord[] {
    const isJoint = (names: readonly string[]): boolean => dimensions.filter((each) => names.includes(each)).length > 1;
    const byReport = isJoint(OF_ONE_REPORT) ? statement.reports.map((each) => ({ ...statement, reports: [each] })) : [statement];
    if (!isJoint(OF_ONE_RELATION)) return byReport;
    return byReport.flatMap((part) => part.about.map((each) => ({ ...part, about: [each] })));
  }

  private combine(statement: StatementRecord, dimensions: readonly string[]): Value[][] {
    return dimensions.reduce<Value[][]>(
      (found, name) => found.flatMap((each) => this.valuesOf(statement, name).map((value) => [...each, value])),
      [[]],
    );
  }

  valuesOf(statement: StatementRecord, dimension: string): Value[] {
    if (TIMES.includes(dimension)) return bucketOf(statement.saidAt, dimension).map(plain);
    const ids = this.entitiesOf(statement, dimension);
    return ids ? [...new Set(ids)].map((id) => this.entityValue(id)) : [...new Set(this.textsOf(statement, dimension))].map(plain);
  }

  publishersOf(statement: StatementRecord): string[] {
    const documents = this.oracle.world.documents.filter((each) => statement.reports.some((report) => report.document === each.id));
    return documents.flatMap((document) => this.oracle.publishersOf(document).map((each) => each.id));
  }

  private entitiesOf(statement: StatementRecord, dimension: string): string[] | null {
    const one = (id: string | null): string[] => (id === null ? [] : [id]);
    switch (dimension) {
      case "SPEAKER":
        return one(this.oracle.speakerOf(statement));
      case "ABOUT":
        return statement.about.map((each) => each.entity);
      case "MENTIONS":
        return [...statement.mentions];
      case "ADDRESSED_TO":
        return [...statement.addressedTo];
      case "PLACE":
        return one(statement.saidIn);
      case "EVENT":
        return one(statement.saidDuring);
      case "PUBLISHER":
        return this.publishersOf(statement);
      default:
        return null;
    }
  }

  private textsOf(statement: StatementRecord, dimension: string): string[] {
    const known = (values: readonly (string | null | undefined)[]): string[] => values.filter((each) => typeof each === "string");
    switch (dimension) {
      case "COUNTRY":
        return known([this.raw.get(statement.saidIn ?? "")?.countryCode]);
      case "DATASET":
        return [statement.dataset];
      case "LANGUAGE":
        return known([statement.language]);
      case "SPEECH_ACT":
        return known([statement.speechAct]);
      case "STANCE":
        return known(statement.about.map((each) => each.stance));
      case "QUOTATION_TYPE":
        return statement.reports.map((each) => each.type);
      case "CUE":
        return known(statement.reports.map((each) => each.cue));
      case "RATING":
        return this.oracle.world.claims
          .filter((each) => statement.expresses.includes(each.id))
          .flatMap((each) => each.reviews.map((review) => review.rating));
      default:
        throw new Error(`The oracle has no dimension ${dimension}.`);
    }
  }

  private entityValue(id: string): Value {
    const name = this.oracle.find(id)?.name ?? "";
    return { value: id, label: name, isEntity: true, key: `${fold(name)}\t${id}` };
  }
}

function plain(value: string): Value {
  return { value, label: value, isEntity: false, key: value };
}

/** The stretch of the calendar in which a date lies as a whole; none where it reaches over a boundary. */
function bucketOf(date: string | null, unit: string): string[] {
  if (date === null) return [];
  const [start, end] = dateRange(date);
  if (!Number.isFinite(start) || !Number.isFinite(end)) return [];
  const name = nameOf(new Date(start), unit);
  return name === nameOf(new Date(end), unit) ? [name] : [];
}

function nameOf(date: Date, unit: string): string {
  const month = date.getUTCMonth();
  const year = yearName(date.getUTCFullYear());
  if (unit === "YEAR") return year;
  if (unit === "QUARTER") return `${year}-Q${String(Math.floor(month / 3) + 1)}`;
  if (unit === "MONTH") return `${year}-${two(month + 1)}`;
  if (unit === "DAY") return `${year}-${two(month + 1)}-${two(date.getUTCDate())}`;
  // ISO 8601: a week has the year and the number of its Thursday.
  const thursday = new Date(mondayOf(date.getTime()) + 3 * DAY);
  const first = new Date(0);
  first.setUTCFullYear(thursday.getUTCFullYear(), 0, 1);
  return `${yearName(thursday.getUTCFullYear())}-W${two(Math.floor((thursday.getTime() - first.getTime()) / DAY / 7) + 1)}`;
}

/** The beginning of the Monday before; 1970-01-05 was one. */
function mondayOf(instant: number): number {
  const monday = 4 * DAY;
  return monday + Math.floor((instant - monday) / (7 * DAY)) * 7 * DAY;
}

/** The first instant of the stretch in which an instant lies. */
export function startOf(instant: number, unit: string): number {
  if (unit === "WEEK") return mondayOf(instant);
  const date = new Date(instant);
  const month = unit === "YEAR" ? 0 : unit === "QUARTER" ? Math.floor(date.getUTCMonth() / 3) * 3 : date.getUTCMonth();
  const start = new Date(0);
  start.setUTCFullYear(date.getUTCFullYear(), month, unit === "DAY" ? date.getUTCDate() : 1);
  return start.getTime();
}

function yearName(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

export function isTime(dimension: string): boolean {
  return TIMES.includes(dimension);
}

/** Sorted by code points, as both engines do. */
export function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((character) => character.codePointAt(0) ?? 0));
  for (let index = 0; ; index++) {
    const [x, y] = [left?.[index], right?.[index]];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    if (x !== y) return x - y;
  }
}

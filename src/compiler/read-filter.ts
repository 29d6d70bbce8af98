import { BadUserInput, LimitExceeded } from "../errors";
import type { FilterField, TextProperty } from "../model/filters";
import { FILTERS } from "../model/filters";
import { labelOfKind } from "../model/kind-of-id";
import { instantNames } from "../model/long-dates";
import type { KeyDate } from "../model/long-dates";
import { EARLIEST_INSTANT, LATEST_INSTANT } from "../model/partial-date";
import type { PartialDate } from "../model/partial-date";
import { WALKS } from "../model/walks";
import { foldedNames } from "../search/folded-names";
import { foldPart } from "../search/fold-text";
import { checkDate, checkList, checkText } from "./check-arguments";
import { demandSome } from "./demand-some";
import type { Draft } from "./draft";
import type { ConditionNode, Quantifier, RelatedNode } from "./nodes/condition-node";
import { all, any, compare } from "./nodes/condition-node";
import { pastStatements } from "./past-statements";

type Input = Readonly<Record<string, unknown>>;

/** How deep `and`, `or` and `not` may stand in each other: planners take seconds from about 30 alternations on (engines.md 4.2). */
const MAX_NESTING = 8;
/** Holds for nothing. */
const NOTHING: ConditionNode = { kind: "any", parts: [] };
/** Of an instant there is no label: it has no helpers. */
interface DateField {
  readonly property: string;
  readonly label?: string;
}
type LinkFilter = Extract<FilterField, { by: "ofLink" }>;
/** Fields of statements that belong to the relations of other fields. */
const LINK_FILTERS = Object.entries(FILTERS["StatementWhere"] ?? {}).flatMap(([name, field]): [string, LinkFilter][] =>
  field.by === "ofLink" ? [[name, field]] : [],
);
/** By the list as the request's variables hold it; forgotten with the request. */
const FOLDED_LISTS = new WeakMap<readonly string[], string[]>();

/**
 * A filter input as a tree of conditions. A field that is null is as if it were not given; an empty list holds for nothing.
 * @throws BadUserInput, LimitExceeded
 */
export function readFilter(input: Input, type: string, draft: Draft): ConditionNode | null {
  return new FilterReader(draft).read(input, type, 0);
}

/** The condition that a position was held on a date; an end that is not known is open. */
export function heldAt(date: PartialDate, draft: Draft): ConditionNode {
  const starts = {
    ...compare("startedAtEarliest", "<=", draft.parameter(date.latest)),
    fallbackParameter: draft.parameter(EARLIEST_INSTANT),
  };
  const ends = { ...compare("endedAtLatest", ">=", draft.parameter(date.earliest)), fallbackParameter: draft.parameter(LATEST_INSTANT) };
  return { kind: "all", parts: [starts, ends] };
}

class FilterReader {
  private conditions = 0;
  private nesting = 0;

  constructor(private readonly draft: Draft) {}

  read(input: Input, type: string, depth: number): ConditionNode | null {
    const table = FILTERS[type];
    if (!table) throw new Error(`No filter table for ${type}.`);
    const parts: ConditionNode[] = [];
    for (const [name, value] of Object.entries(input)) {
      if (value === null || value === undefined) continue;
      const part = this.readField(name, value, type, table[name], input, depth);
      if (part) parts.push(part);
    }
    return all(parts);
  }

  private readField(
    name: string,
    value: unknown,
    type: string,
    field: FilterField | undefined,
    input: Input,
    depth: number,
  ): ConditionNode | null {
    if (field) {
      this.countCondition();
      return this.readKnown(name, value, field, input, depth);
    }
    return this.nested(() => this.readOperator(name, value, type, depth));
  }

  /** A part without any condition holds for everything, so its opposite for nothing. */
  private readOperator(name: string, value: unknown, type: string, depth: number): ConditionNode | null {
    if (name === "not") {
      const part = this.read(value as Input, type, depth);
      return part ? { kind: "not", part } : NOTHING;
    }
    const parts = checkList(value as Input[], name, this.draft.limits).map((each) => this.read(each, type, depth));
    if (name === "or") return parts.includes(null) ? null : any(parts.filter((part) => part !== null));
    return all(parts.filter((part) => part !== null));
  }

  private readKnown(name: string, value: unknown, field: FilterField, input: Input, depth: number): ConditionNode | null {
    switch (field.by) {
      case "id":
        return this.readId(name, value);
      case "text":
        return this.readText(name, value as Input, field);
      case "names":
        return this.readNames(name, value as Input);
      case "date":
      case "instant":
        return this.readDate(name, value as Input, field);
      case "values":
        return { ...compare(field.property, "IN", this.texts(name, value)), of: field.of ?? "node" };
      case "number":
        return this.readNumber(value as Input, field.property, field.of ?? "node");
      case "kinds":
        return { kind: "labels", labels: [...new Set(value as string[])].map(labelOfKind) };
      case "heldAt":
        return heldAt(checkDate(value as string, name), this.draft);
      case "ofLink":
        return this.readOfLink(name, value, field, input);
      default:
        return this.readRelated(name, value, field, input, depth);
    }
  }

  private readRelated(
    name: string,
    value: unknown,
    field: Exclude<Extract<FilterField, { steps: unknown }>, LinkFilter>,
    input: Input,
    depth: number,
  ): ConditionNode | null {
    if (field.by === "related" && field.steps.length === 0) return this.read(value as Input, field.input, depth);
    const inner = this.enter(depth);
    switch (field.by) {
      case "relatedId":
        return this.some(field.steps, compare("id", "=", this.draft.parameter(this.id(name, value))));
      case "relatedText":
        return this.farTest(field, value as Input, (filter) => this.readText(name, filter, field));
      case "relatedDate":
        return this.farTest(field, value as Input, (filter) => this.readDate(name, filter, field));
      case "related":
        if (field.quantified) return this.readQuantified(value as Input, field, input, name, inner);
        return this.some(field.steps, this.read(value as Input, field.input, inner));
    }
  }

  private readQuantified(
    value: Input,
    field: Extract<FilterField, { by: "related" }>,
    input: Input,
    name: string,
    depth: number,
  ): ConditionNode | null {
    const { steps } = field;
    const parts: ConditionNode[] = [];
    const read = (part: unknown): ConditionNode | null => this.read(part as Input, field.input, depth);
    const described = (): ConditionNode | null => {
      return all([this.besideTest(name, input), read(value.some)].filter((part) => part !== null));
    };
    if (isGiven(value.some) && !isBounded(value.count)) parts.push(this.some(steps, described()));
    if (isGiven(value.every)) {
      const inner = read(value.every);
      if (inner) parts.push({ kind: "related", steps, quantifier: { is: "every" }, inner });
    }
    if (isGiven(value.none)) parts.push({ kind: "related", quantifier: { is: "none" }, ...pastStatements(steps, read(value.none)) });
    if (isBounded(value.count)) parts.push(...this.readCount(value.count as Input, steps, isGiven(value.some) ? described : () => null));
    return all(parts);
  }

  /** Counts those that `some` describes, or all of them without it. */
  private readCount(count: Input, steps: RelatedNode["steps"], inner: () => ConditionNode | null): ConditionNode[] {
    const operators = { eq: "=", gte: ">=", lte: "<=" } as const;
    return Object.entries(operators).flatMap(([name, operator]) => {
      const value = count[name];
      if (typeof value !== "number") return [];
      const quantifier: Quantifier = { is: "count", operator, parameter: this.draft.parameter(value) };
      const isIndexed = steps === WALKS.said && this.draft.dialect.walksIndexInOrder;
      return [{ kind: "related" as const, steps, quantifier, inner: inner(), ...(isIndexed ? { isIndexed } : {}) }];
    });
  }

  private readOfLink(name: string, value: unknown, field: LinkFilter, input: Input): ConditionNode | null {
    const related = input[field.beside] as Input | null | undefined;
    // Where `some` is given beside it, the value is part of that test, or of what is counted.
    if (related && isGiven(related.some)) return null;
    checkList(value as unknown[], name, this.draft.limits);
    return this.some(field.steps, this.linkTest(name, value, field));
  }

  /** What another field demands of the relations to what `some` describes. */
  private besideTest(related: string, input: Input): ConditionNode | null {
    const [name, field] = LINK_FILTERS.find(([, { beside }]) => beside === related) ?? [];
    return name === undefined || field === undefined || !isGiven(input[name]) ? null : this.linkTest(name, input[name], field);
  }

  private linkTest(name: string, value: unknown, { property }: LinkFilter): ConditionNode {
    return { ...compare(property, "IN", this.texts(name, value)), of: "relation" };
  }

  private readId(name: string, value: unknown): ConditionNode {
    if (!Array.isArray(value)) return compare("id", "=", this.draft.parameter(this.id(name, value)));
    const ids = checkList(value as string[], name, this.draft.limits).map((item) => this.id(name, item));
    return compare("id", "IN", this.draft.parameter(ids));
  }

  private id(name: string, value: unknown): string {
    return this.draft.id(checkText(value as string, name, this.draft.limits));
  }

  private texts(name: string, value: unknown): string {
    const items = checkList(value as string[], name, this.draft.limits);
    return this.draft.parameter(items.map((item) => checkText(item, name, this.draft.limits)));
  }

  private readText(name: string, filter: Input, { property, folded }: TextProperty): ConditionNode | null {
    const text = (value: unknown): string => checkText(value as string, name, this.draft.limits);
    const parts: ConditionNode[] = [];
    if (isGiven(filter.eq)) parts.push(compare(property, "=", this.draft.parameter(text(filter.eq))));
    if (isGiven(filter.in)) parts.push(compare(property, "IN", this.texts(name, filter.in)));
    for (const [key, operator] of [
      ["contains", "CONTAINS"],
      ["startsWith", "STARTS WITH"],
    ] as const) {
      if (!isGiven(filter[key])) continue;
      const parameter = this.draft.parameter(folded ? foldPart(text(filter[key])) : text(filter[key]).toLowerCase());
      parts.push(
        folded ? compare(`${property}Folded`, operator, parameter) : { ...compare(property, operator, parameter), lowerCase: true },
      );
    }
    if (isGiven(filter.isNull)) parts.push(compare(property, filter.isNull === true ? "IS NULL" : "IS NOT NULL"));
    return all(parts);
  }

  private readNames(name: string, filter: Input): ConditionNode | null {
    const forms = (value: unknown): string[] => {
      const found = foldedNames([checkText(value as string, name, this.draft.limits)]);
      return found.length === 0 ? [""] : found;
    };
    const parts: ConditionNode[] = [];
    if (isGiven(filter.eq)) parts.push(this.anyName(forms(filter.eq).map((form) => `\n${form}\n`)));
    if (isGiven(filter.in)) parts.push(this.oneOfNames(name, filter.in as string[]));
    for (const [key, begin] of [
      ["contains", ""],
      ["startsWith", "\n"],
    ] as const) {
      if (!isGiven(filter[key])) continue;
      // What folds to nothing stands in every name, as it does in every other text.
      parts.push(this.anyName(forms(filter[key]).map((form) => begin + form)));
    }
    if (isGiven(filter.isNull)) parts.push(compare("name", filter.isNull === true ? "IS NULL" : "IS NOT NULL"));
    return all(parts);
  }

  /**
   * A name has one form, or two where its usual transliteration is another one: each is a question to the index of its own. So there are two texts of
   * such a statement, and the one that most names have asks the index once.
   */
  private anyName(forms: readonly string[]): ConditionNode {
    return any(forms.map((each) => compare("namesText", "CONTAINS", this.draft.parameter(each))));
  }

  /** A list that stands in a variable may be used by hundreds of conditions: it is folded once. */
  private oneOfNames(name: string, list: readonly string[]): ConditionNode {
    let forms = FOLDED_LISTS.get(list);
    if (forms === undefined) {
      const texts = checkList(list, name, this.draft.limits).map((value) => checkText(value, name, this.draft.limits));
      forms = foldedNames(texts).map((form) => `\n${form}\n`);
      FOLDED_LISTS.set(list, forms);
    }
    return compare("namesText", "CONTAINS ANY OF", this.draft.parameter(forms));
  }

  /** @see https://www.loc.gov/standards/datetime/ Two dates overlap where neither ends before the other begins. */
  private readDate(name: string, filter: Input, { property, label }: DateField): ConditionNode | null {
    const given = (value: unknown): PartialDate | null => (isGiven(value) ? checkDate(value as string, name) : null);
    const [from, to, within] = [given(filter.from), given(filter.to), given(filter.within)];
    if (from && to && from.earliest > to.latest) throw new BadUserInput(`\`${name}\`: \`from\` is later than \`to\`. Exchange them.`);
    const [first, last] = label === undefined ? [property, property] : instantNames({ label, property });
    const is = (side: string, operator: ">=" | "<=", instant: number): ConditionNode =>
      compare(side, operator, this.draft.parameter(label === undefined ? isoInstant(instant) : instant));
    const parts: ConditionNode[] = [];
    if (from) parts.push(is(last, ">=", from.earliest));
    if (to) parts.push(is(first, "<=", to.latest));
    if (from && to && label !== undefined) parts.push(...this.stretch({ label, property }, from.earliest));
    if (within) {
      parts.push(is(first, ">=", within.earliest), is(last, "<=", within.latest));
      // Says nothing new, but gives an index a stretch with two ends.
      if (first !== last) parts.push(is(first, "<=", within.latest));
    }
    if (isGiven(filter.isNull)) parts.push(compare(property, filter.isNull === true ? "IS NULL" : "IS NOT NULL"));
    return all(parts);
  }

  /** As with `within`, says nothing new: nothing that goes on at an instant began before the longest of all dates. */
  private stretch(date: KeyDate, at: number): ConditionNode[] {
    if (!this.draft.dialect.walksIndexInOrder) return [];
    const parameter = this.draft.deferredParameter(EARLIEST_INSTANT, { date, at }, "instant");
    return [compare(`${date.property}Earliest`, ">=", parameter)];
  }

  private readNumber(filter: Input, property: string, of: "node" | "relation"): ConditionNode | null {
    const parts: ConditionNode[] = [];
    if (isGiven(filter.gte)) parts.push({ ...compare(property, ">=", this.draft.parameter(filter.gte as number)), of });
    if (isGiven(filter.lte)) parts.push({ ...compare(property, "<=", this.draft.parameter(filter.lte as number)), of });
    return all(parts);
  }

  private some(steps: RelatedNode["steps"], inner: ConditionNode | null): RelatedNode {
    return demandSome(steps, inner, this.draft);
  }

  /** A test of a property behind the steps; `isNull` asks whether any of the things there has it. */
  private farTest(
    { steps, property }: { readonly steps: RelatedNode["steps"]; readonly property: string },
    { isNull, ...filter }: Input,
    read: (filter: Input) => ConditionNode | null,
  ): ConditionNode | null {
    const known = this.some(steps, compare(property, "IS NOT NULL"));
    const absent = isNull === true ? { kind: "not" as const, part: known } : isNull === false ? known : null;
    const test = read(filter);
    return all([absent, test && this.some(steps, test)].filter((part) => part !== null));
  }

  private nested<Result>(read: () => Result): Result {
    if (++this.nesting > MAX_NESTING) {
      throw new BadUserInput(
        `\`and\`, \`or\` and \`not\` stand more than ${MAX_NESTING} deep in each other. Write conditions of one kind side by side.`,
      );
    }
    const result = read();
    this.nesting--;
    return result;
  }

  private enter(depth: number): number {
    const { maxFilterDepth } = this.draft.limits;
    if (depth + 1 > maxFilterDepth) {
      throw new LimitExceeded(
        "FILTER_TOO_DEEP",
        `The filter is too deep: ${depth + 1} relation steps, at most ${maxFilterDepth} (QUOTH_MAX_FILTER_DEPTH). Ask for the far end first and filter by its ids.`,
        { limit: maxFilterDepth, actual: depth + 1, setting: "QUOTH_MAX_FILTER_DEPTH" },
      );
    }
    return depth + 1;
  }

  private countCondition(): void {
    const { maxFilterConditions } = this.draft.limits;
    this.conditions++;
    if (this.conditions > maxFilterConditions) {
      throw new LimitExceeded(
        "FILTER_TOO_LONG",
        `The filter is too long: ${this.conditions} conditions, at most ${maxFilterConditions} (QUOTH_MAX_FILTER_CONDITIONS). Use \`ids\` or \`in\` for lists of values.`,
        { limit: maxFilterConditions, actual: this.conditions, setting: "QUOTH_MAX_FILTER_CONDITIONS" },
      );
    }
  }
}

/** Instants are stored with four digits of the year; others sort wrongly as text. */
function isoInstant(milliseconds: number): string {
  return new Date(Math.min(Math.max(milliseconds, Date.UTC(-1, 12)), Date.UTC(9999, 11, 31, 23, 59, 59, 999))).toISOString();
}

/** Whether a count is given that says something. */
function isBounded(count: unknown): boolean {
  return isGiven(count) && Object.values(count as Input).some(isGiven);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}

import type { ContenderName } from "./bench-options";
import type { Outcomes } from "./compare-answers";
import type { Contender } from "./contenders";
import type { Operation } from "./operations/operation";
import { geometricMean, median, ratio } from "./time-contenders";
import type { Rates } from "./time-contenders";

/** All that is known about one operation. */
export interface Measured {
  readonly operation: Operation;
  readonly outcomes: Outcomes;
  readonly rates: Rates;
}

export const TITLES: Readonly<Record<ContenderName, string>> = {
  "hand-written": "hand-written Cypher",
  "neo4j-graphql": "@neo4j/graphql 7",
  postgraphile: "PostGraphile 5",
  embedded: "Quoth embedded",
  quoth: "Quoth on Neo4j",
  cached: "Quoth, cached",
  bytes: "plain bytes",
};

/**
 * The table: requests per second, and in brackets how many times as fast Quoth on Neo4j, uncached, was in the same rounds; for
 * cached answers the part of plain node:http that they reach.
 */
export function printTable(measured: readonly Measured[], contenders: readonly Contender[]): void {
  const notes: string[] = [];
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  console.log(`\n${line(["operation, requests/s (Quoth on Neo4j = n×)", ...contenders.map(({ name }) => TITLES[name])])}`);
  console.log(line(["---", ...contenders.map(() => "---:")]));
  for (const each of measured) console.log(line([each.operation.name, ...contenders.map((contender) => cell(each, contender, notes))]));
  const means = contenders.map(({ name }) => {
    const ratios = ratiosTo(measured, name).map(([, value]) => value);
    return ratios.length === 0 ? "" : times(geometricMean(ratios));
  });
  console.log(line(["geometric mean of the ratios", ...means]));
  if (notes.length > 0) console.log(`\n${notes.map((note, index) => `${String(index + 1)}. ${note}`).join("\n")}`);
}

function cell(measured: Measured, contender: Contender, notes: string[]): string {
  const { outcomes, rates } = measured;
  const outcome = outcomes.get(contender);
  if (outcome === undefined) return "–";
  if (outcome.kind === "missing") return `– ${mark(notes, outcome.why)}`;
  if (outcome.kind !== "right")
    return `**${outcome.kind}** ${mark(notes, `${measured.operation.name}, ${TITLES[contender.name]}: ${outcome.why}`)}`;
  const noted = outcome.note === undefined ? "" : ` ${mark(notes, `${TITLES[contender.name]}: ${outcome.note}`)}`;
  const rate = median(rates.get(contender) ?? []);
  if (Number.isNaN(rate)) return `same${noted}`;
  const value = ratioOf(measured, contender);
  return `${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}${value === null ? "" : ` (${times(value)})`}${noted}`;
}

/** The number of a note, which is the same for the same words. */
function mark(notes: string[], note: string): string {
  if (!notes.includes(note)) notes.push(note);
  return `[${String(notes.indexOf(note) + 1)}]`;
}

const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`;

/** Quoth on Neo4j over the contender; for cached answers, their part of plain bytes; null where there are not both. */
export function ratioOf({ outcomes, rates }: Measured, contender: Contender): number | null {
  if (contender.name === "quoth" || contender.name === "bytes") return null;
  const other = [...outcomes.keys()].find(({ name }) => name === (contender.name === "cached" ? "bytes" : "quoth"));
  if (!other || !rates.has(other) || !rates.has(contender)) return null;
  const value = contender.name === "cached" ? ratio(rates, contender, other) : ratio(rates, other, contender);
  return Number.isNaN(value) ? null : value;
}

function ratiosTo(measured: readonly Measured[], name: ContenderName): [Measured, number][] {
  return measured.flatMap((each) => {
    const contender = [...each.outcomes.keys()].find((one) => one.name === name);
    const outcome = contender && each.outcomes.get(contender);
    const value = contender ? ratioOf(each, contender) : null;
    if (value === null || outcome?.kind !== "right") return [];
    return [[each, value] satisfies [Measured, number]];
  });
}

interface Goal {
  readonly text: string;
  readonly contender: ContenderName;
  readonly least: number;
  readonly holds?: (operation: Operation) => boolean;
  readonly mean?: true;
}

/** Nested, count and filtered: where tables are at home. */
const atHome = ({ name }: Operation): boolean => /^(50 people|count|latest 20)/.test(name);

const GOALS: readonly Goal[] = [
  { text: "twice @neo4j/graphql wherever that has an answer", contender: "neo4j-graphql", least: 2 },
  { text: "five times @neo4j/graphql in the geometric mean", contender: "neo4j-graphql", least: 5, mean: true },
  { text: "0.9 of hand-written Cypher", contender: "hand-written", least: 0.9 },
  { text: "level with PostGraphile on nested, count and filtered", contender: "postgraphile", least: 1, holds: atHome },
  { text: "half of PostGraphile on the others", contender: "postgraphile", least: 0.5, holds: (operation) => !atHome(operation) },
  { text: "cached: 0.7 of plain node:http with the same bytes", contender: "cached", least: 0.7 },
];

/** What the project wants to reach, and where it does not. */
export function printGoals(measured: readonly Measured[]): void {
  console.log(`\n| goal | reached |\n| --- | --- |`);
  for (const { text, contender, least, holds = () => true, mean } of GOALS) {
    const ratios = ratiosTo(measured, contender).filter(([{ operation }]) => holds(operation));
    if (ratios.length === 0) continue;
    const average = geometricMean(ratios.map(([, value]) => value));
    const below = ratios.filter(([, value]) => value < least).map(([{ operation }, value]) => `${operation.name} ${times(value)}`);
    const verdict = mean
      ? `${average >= least ? "yes" : "**no**"}: ${times(average)}`
      : below.length === 0
        ? "yes"
        : `**no**: ${below.join("; ")}`;
    console.log(`| ${text} | ${verdict} |`);
  }
}

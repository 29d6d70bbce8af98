import type { ChangeCounts } from "./draft/change-counts";
import type { Fault } from "./faults/fault";
import { figure } from "./faults/figure";
import type { CorpusSummary, SeedSummary } from "./run-seed";

/** Past these, the rest is only counted: nobody reads more at once. */
const FAULTS_SHOWN = 100;

/** `people.yaml:12:3 SEED_ENUM "…" …`, one a line, at most a hundred and how many more there are. */
export function printFaults(faults: readonly Fault[]): string {
  const lines = faults
    .slice(0, FAULTS_SHOWN)
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
  const more = faults.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${figure(more)} more`] : [])].join("\n");
}

/** How many there are, those included that are not shown. */
export function countFaults(faults: readonly Fault[]): number {
  return faults.reduce((sum, { standsFor = 1 }) => sum + standsFor, 0);
}

/** What a check or a load came to, for people. */
export function printSummary(summary: SeedSummary): string {
  if (summary.faults.length > 0) {
    const files = new Set(summary.faults.map(({ file }) => file)).size;
    const found = `${count(countFaults(summary.faults), "fault")} in ${count(files, "file")}; nothing was written.`;
    return [printFaults(summary.faults), printFaults(summary.notes), found].filter((part) => part !== "").join("\n");
  }
  const parts = [printFaults(summary.notes), ...summary.corpora.map((corpus) => printCorpus(corpus, summary)), ending(summary)];
  return parts.filter((part) => part !== "").join("\n");
}

function printCorpus(corpus: CorpusSummary, { dryRun }: SeedSummary): string {
  const holds = [
    count(corpus.statements, "statement"),
    count(corpus.reports, "report"),
    count(corpus.documents, "document"),
    count(corpus.entities, "entity", "entities"),
  ];
  const verb = dryRun ? "would be " : "";
  return [
    `${corpus.id} ${corpus.version}: ${holds.join(", ")}`,
    `  records    ${printCounts(corpus, verb)}`,
    `  relations  ${printCounts(corpus.relations, verb)}`,
    ...printKinds(corpus.kinds),
  ].join("\n");
}

function printCounts({ created, updated, unchanged, retracted }: Readonly<ChangeCounts>, verb: string): string {
  return `${figure(created)} ${verb}created, ${figure(updated)} ${verb}updated, ${figure(unchanged)} unchanged, ${figure(retracted)} ${verb}retracted`;
}

/** Only kinds in which something moved: a reload of a large corpus should show its few changes. */
function printKinds(kinds: CorpusSummary["kinds"]): string[] {
  const moved = Object.entries(kinds).filter(([, each]) => each.updated + each.retracted > 0 || (each.created > 0 && each.unchanged > 0));
  return moved.map(
    ([label, each]) => `    ${label.padEnd(14)} +${figure(each.created)} ~${figure(each.updated)} -${figure(each.retracted)}`,
  );
}

function ending({ changed, dryRun, dataVersion }: SeedSummary): string {
  if (!changed) return "Nothing changed: the graph holds this already.";
  return dryRun ? "A dry run: nothing was written." : `Done. Data version ${dataVersion ?? "none"}.`;
}

function count(value: number, one: string, many = `${one}s`): string {
  return `${figure(value)} ${value === 1 ? one : many}`;
}

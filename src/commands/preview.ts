import { MAPPING_FILE } from "../model/corpus-file-names";
import { checkCorpora } from "../seeding/check-corpus";
import type { CheckedCorpora } from "../seeding/checked-corpora";
import { describeStatements } from "../seeding/mapping/describe-statements";
import { TableProfile } from "../seeding/mapping/profile-table";
import type { ColumnProfile } from "../seeding/mapping/profile-table";
import { printFaults } from "../seeding/print-summary";
import { plural, printData } from "./output";
import { checkRows, TableRun } from "./table-run";
import type { TableFlags } from "./table-run";

export interface PreviewFlags extends TableFlags {
  readonly rows: string;
  readonly json?: boolean;
}

/**
 * `quoth preview`: the first statements of a corpus in words, and what the columns of its tables hold; touches no graph.
 * @returns 0 when all is valid, 1 with a fault, or where there is nothing to show
 * @throws CannotRun
 */
export async function preview(folders: readonly string[], flags: PreviewFlags): Promise<number> {
  const count = checkRows("--rows", flags.rows);
  const run = new TableRun(flags, folders);
  const profiles = new Map<string, TableProfile>();
  const tables: NonNullable<Parameters<typeof checkCorpora>[1]["tables"]> = (folder) => ({
    ...run.optionsFor(folder),
    onRow: (row, { name }) => {
      const profile = profiles.get(name) ?? new TableProfile();
      profiles.set(name, profile);
      profile.add(row);
    },
  });
  const checked = await checkCorpora(folders, { texts: new Map(), tables });
  try {
    printData(flags.json ? await asData(checked, profiles, count) : await asText(checked, profiles, count));
  } finally {
    for (const corpus of checked.corpora) corpus.dispose();
  }
  return checked.faults.length > 0 || isNothing(checked) ? 1 : 0;
}

/** Neither tables nor statements: most likely the mapping is missing, or the folder is another one. */
function isNothing({ corpora, runs }: CheckedCorpora): boolean {
  return runs.length === 0 && corpora.every(({ counts }) => counts.statements === 0);
}

/** What is said of a corpus without a statement; the faults say it where there are any. */
function withoutStatements(checked: CheckedCorpora, id: string): string[] {
  if (checked.faults.length > 0) return [];
  if (!isNothing(checked)) return [`${id} has no statement that could be made.`];
  return [
    `${id} has nothing to preview: it has no statements, and no ${MAPPING_FILE} that makes some of tables. Write one, or name another folder.`,
  ];
}

async function asData(checked: CheckedCorpora, profiles: ReadonlyMap<string, TableProfile>, count: number): Promise<object> {
  const statements = [];
  for (const corpus of checked.corpora) statements.push(...(await describeStatements(corpus, count)));
  const tables = [...profiles].map(([name, profile]) => ({ name, rows: profile.rows, columns: [...profile.profiles()] }));
  return {
    statements,
    tables,
    similarNames: checked.runs.flatMap((each) => each.similarNames()),
    faults: checked.faults,
    notes: checked.notes,
  };
}

async function asText(checked: CheckedCorpora, profiles: ReadonlyMap<string, TableProfile>, count: number): Promise<string> {
  const parts: string[] = [];
  for (const corpus of checked.corpora) {
    const statements = await describeStatements(corpus, count);
    parts.push(...(statements.length === 0 ? withoutStatements(checked, corpus.id) : [statements.map(({ words }) => words).join("\n")]));
  }
  for (const [name, profile] of profiles)
    parts.push(`${name}: ${plural(profile.rows, "row")}\n${[...profile.profiles()].map(inWords).join("\n")}`);
  const similar = checked.runs.flatMap((each) => each.similarNames());
  if (similar.length > 0) parts.push(similarInWords(similar));
  parts.push(...[printFaults(checked.faults), printFaults(checked.notes)].filter((part) => part !== ""));
  return parts.join("\n\n");
}

function inWords({ name, empty, distinct, isMore, most }: ColumnProfile): string {
  const different = `${isMore ? "more than " : ""}${plural(distinct, "different value")}`;
  const often = most === undefined ? "" : `, most often ${plural(most.count, "time")} "${most.value}"`;
  return `  ${name}: ${empty === 0 ? "never empty" : `${plural(empty, "empty cell")}`}, ${different}${often}`;
}

const SHOWN = 10;

function similarInWords(similar: readonly { readonly a: string; readonly b: string; readonly reason: string }[]): string {
  const lines = similar.slice(0, SHOWN).map(({ a, b, reason }) => `  "${a}" and "${b}": ${reason}`);
  const rest = similar.length > SHOWN ? [`  and ${plural(similar.length - SHOWN, "more pair")}; quoth reconcile lists them all`] : [];
  return ["Names that look like one:", ...lines, ...rest].join("\n");
}

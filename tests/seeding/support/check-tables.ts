import path from "node:path";
import { checkCorpora } from "../../../src/seeding/check-corpus";
import type { CheckOptions } from "../../../src/seeding/check-corpus";
import type { DraftChunk } from "../../../src/seeding/draft/draft";
import { describeStatements } from "../../../src/seeding/mapping/describe-statements";
import type { CorpusFiles } from "./corpus-folder";
import { corpusFolder } from "./corpus-folder";
import { collectChunks } from "./collect-chunks";

/** corpus.yaml of a corpus that its tables fill. */
export const TABLES = "id: tables\ntitle: Tables\nlicence: CC0-1.0\nversion: '1'\n";

export interface CheckedTables {
  /** `file:line:column CODE`, without SEED_. */
  readonly faults: readonly string[];
  readonly messages: string;
  readonly notes: readonly string[];
  readonly noteMessages: string;
  /** The statements in words. */
  readonly says: readonly string[];
  readonly chunk: DraftChunk;
  /** What `quoth reconcile` would propose. */
  readonly proposed: string;
}

/** What a corpus of tables comes to, without a graph. */
export async function checkTables(
  files: CorpusFiles,
  tables: ReturnType<NonNullable<CheckOptions["tables"]>> = {},
): Promise<CheckedTables> {
  const folder = corpusFolder({ "corpus.yaml": TABLES, ...files });
  const { faults, notes, corpora, runs } = await checkCorpora([folder], { texts: new Map(), tables: () => tables });
  const [corpus] = corpora;
  if (corpus === undefined) throw new Error("There is no corpus.");
  const place = ({ file, line, column, code }: (typeof faults)[number]): string =>
    `${path.relative(folder, file)}:${line}:${column} ${code.replace("SEED_", "")}`;
  const says = (await describeStatements(corpus, 100)).map(({ words }) => words);
  const chunk = await collectChunks(corpus);
  corpus.dispose();
  return {
    faults: faults.map(place),
    messages: faults.map(({ message }) => message.replaceAll(folder, "…")).join("\n"),
    notes: notes.map(place),
    noteMessages: notes.map(({ message }) => message.replaceAll(folder, "…")).join("\n"),
    says,
    chunk,
    proposed: runs[0]?.propose() ?? "",
  };
}

/**
 * A mapping of one table `said.csv` with `id` and `text`, a document for each row.
 * @param fields further lines of the statement, such as `speaker: { name: <speaker> }`
 * @param records further lines of `records`
 */
export function mapping(fields: readonly string[] = [], records: readonly string[] = [], head = ""): string {
  return `${head}tables:
  said:
    files: said.csv
    records:
      documents:
        doc-<id>: { genre: NEWS, publishedAt: 2024-05-01 }
      statements:
        <id>:
          text: <text>
${fields.map((line) => `          ${line}\n`).join("")}          reports: [{ in: doc-<id>, type: DIRECT }]
${records.map((line) => `      ${line}\n`).join("")}`;
}

/** Relations of a type as `from to`, without the kind and corpus of statements. */
export function relationsOf({ relations }: DraftChunk, type: string): string[] {
  const short = (id: string): string => id.replace(/^statement:tables\//, "");
  return relations.filter((each) => each.type === type).map(({ from, to }) => `${short(from)} ${short(to)}`);
}

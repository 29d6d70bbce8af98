import type { CorpusFiles } from "./corpus-folder";

/** One kind of bad data: the file that holds it, where the faults are expected, and words of the first message. */
export interface BadRow {
  readonly name: string;
  readonly file: string;
  readonly content: string | Buffer;
  /** `line:column CODE` without SEED_, in order; a file's name in front where it is another one. */
  readonly faults: readonly string[];
  readonly says?: string;
  /** Further files that differ from the tiny corpus. */
  readonly others?: CorpusFiles;
}

type Extra = Readonly<{ says?: string; file?: string; others?: CorpusFiles }>;

/** A row with one record `s1` of statements.yaml that has these lines before its reports, from line 2 on. */
export function statementRow(name: string, lines: string, faults: readonly string[], extra: Extra = {}): BadRow {
  return { name, file: "statements.yaml", content: `s1:\n${lines}\n  reports:\n    - in: doc-a\n      type: DIRECT\n`, faults, ...extra };
}

/** A row whose statement has these reports, from line 4 on. */
export function reportRow(name: string, lines: string, faults: readonly string[], extra: Extra = {}): BadRow {
  return { name, file: "statements.yaml", content: `s1:\n  text: The quay is closed\n  reports:\n${lines}\n`, faults, ...extra };
}

export function fileRow(name: string, file: string, content: string | Buffer, faults: readonly string[], extra: Extra = {}): BadRow {
  return { name, content, faults, ...extra, file };
}

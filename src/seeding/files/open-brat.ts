import { readdir } from "node:fs/promises";
import path from "node:path";
import { readBrat } from "../readers/read-brat";
import { reportFault } from "../readers/table-context";
import type { TableContext } from "../readers/table-context";
import type { TableRow } from "../readers/table-row";
import { isOutside, leadsToFile, outside, shownPath } from "./list-files";
import type { ListedFile } from "./list-files";
import { bareName } from "./table-source";
import type { TableSource } from "./table-source";

type ReadWhole = (path: string, source: TableSource, context: TableContext) => Promise<string | undefined>;

/** One annotation file of a document. */
interface AnnFile {
  readonly name: string;
  readonly annotator: string;
}

/**
 * The rows of texts with brat annotations. An annotation file has its text's name, or that and more behind `_`, `.` or `-`, such as
 * an annotator's name; a text may have several. Texts that have none give no row, and are counted in one note at the end.
 */
export async function* openBrat(
  files: readonly ListedFile[],
  source: TableSource,
  contextOf: (file: ListedFile) => TableContext,
  readWhole: ReadWhole,
): AsyncGenerator<TableRow> {
  const texts = files.filter(({ path: file }) => !/\.ann(?:\.gz)?$/i.test(file));
  if (texts.length === 0 && files[0] !== undefined) {
    reportFault(
      contextOf(files[0]),
      { line: 1, column: 1 },
      "MISSING_FILE",
      "only .ann files were found; let files: name the texts (such as *.txt)",
    );
  }
  const bare: ListedFile[] = [];
  const known = new Map<string, Map<string, AnnFile[]>>();
  for (const file of texts) {
    const folder = source.annotations ?? path.dirname(file.relative);
    if (!known.has(folder)) known.set(folder, await annFiles(folder, source, texts, contextOf(file)));
    const anns = known.get(folder)?.get(bareName(file.relative)) ?? [];
    if (anns.length === 0) bare.push(file);
    const context = contextOf(file);
    const text = anns.length === 0 ? undefined : await readWhole(file.path, source, context);
    for (const { name, annotator } of text === undefined ? [] : anns) {
      const annContext = { ...context, file: shownPath(source.folder, path.join(folder, name)) };
      const ann = await readWhole(path.resolve(source.folder, folder, name), source, annContext);
      if (ann !== undefined) yield* readBrat({ name: bareName(file.relative), text: text ?? "", ann, annotator }, annContext);
    }
  }
  reportBare(bare, texts.length, source, contextOf);
}

function reportBare(bare: readonly ListedFile[], all: number, source: TableSource, contextOf: (file: ListedFile) => TableContext): void {
  const [first] = bare;
  if (first === undefined) return;
  const where = source.annotations === undefined ? "beside them" : `in ${shownPath(source.folder, source.annotations)}`;
  const message = `${String(bare.length)} of ${String(all)} texts have no .ann file ${where}, and so no rows; this is the first`;
  reportFault(contextOf(first), { line: 1, column: 1 }, "NO_ANNOTATIONS", message);
}

async function annFiles(
  folder: string,
  source: TableSource,
  texts: readonly ListedFile[],
  { onFault }: TableContext,
): Promise<Map<string, AnnFile[]>> {
  const names = new Set(texts.map(({ relative }) => bareName(relative)));
  const found = new Map<string, AnnFile[]>();
  if (await isOutside(source.folder, folder)) {
    onFault(outside(source.folder, folder));
    return found;
  }
  const inFolder = await namesIn(path.resolve(source.folder, folder));
  for (const name of inFolder.filter((each) => /\.ann(?:\.gz)?$/i.test(each)).sort()) {
    if (!(await leadsToFile(source.folder, path.join(folder, name)))) {
      onFault(outside(source.folder, path.join(folder, name)));
      continue;
    }
    const stem = name.replace(/\.ann(?:\.gz)?$/i, "");
    const document = longestStem(stem, names);
    if (document === undefined) continue;
    found.set(document, [...(found.get(document) ?? []), { name, annotator: stem.slice(document.length + 1) }]);
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    // Then no text has annotations, which is said.
    return [];
  }
}

/** `speech_1_anna` belongs to `speech_1` where there is one, and to `speech` otherwise. */
function longestStem(stem: string, names: ReadonlySet<string>): string | undefined {
  for (
    let end = stem.length;
    end > 0;
    end = Math.max(stem.lastIndexOf("_", end - 1), stem.lastIndexOf(".", end - 1), stem.lastIndexOf("-", end - 1))
  ) {
    if (names.has(stem.slice(0, end))) return stem.slice(0, end);
  }
  return undefined;
}

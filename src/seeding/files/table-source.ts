/** The formats that tables, and corpora which are none, come in. */
export const TABLE_FORMATS = ["csv", "tsv", "jsonl", "json", "yaml", "brat", "text", "markdown", "xlsx"] as const;

export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Which files to read as one table, and how. */
export interface TableSource {
  /** Absolute or as the caller named it; faults name files as the folder with the relative path behind it. */
  readonly folder: string;
  /** Patterns relative to the folder: `*`, `**`, `?`, `{a,b}`; what leads out of the folder is not read. */
  readonly files: readonly string[];
  /** By the file's ending, in front of `.gz`, unless given. */
  readonly format?: TableFormat;
  /** Any WHATWG label; a byte order mark comes first, and without either it is UTF-8. */
  readonly encoding?: string;
  /** CSV alone; a comma unless given. */
  readonly separator?: string;
  /** CSV, TSV and XLSX; true unless given. */
  readonly header?: boolean;
  /** Names where there is no header, or in place of it. */
  readonly columns?: readonly string[];
  /** XLSX: by name; the first unless given. */
  readonly sheet?: string;
  /** Lines in front of the header. */
  readonly skipLines?: number;
  /** A pattern over the relative path whose `<names>` become cells: `TXT/Session <session> - <year>/<iso>_<*>_<*>.txt`. */
  readonly path?: string;
  /** JSON and YAML: dotted path to the list or map of records; `.` where a file is one record. Of a map, the key is the cell `file.key`. */
  readonly records?: string;
  /** Brat: the folder of the .ann files, relative to the folder, if they do not lie beside the texts. */
  readonly annotations?: string;
}

const FORMAT_OF_ENDING: Readonly<Record<string, TableFormat>> = {
  ".csv": "csv",
  ".tsv": "tsv",
  ".tab": "tsv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".ann": "brat",
  ".txt": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
};

/** The format of a file, given or by its ending; nothing where the ending is none that is known. */
export function formatOf(path: string, source: TableSource): TableFormat | undefined {
  if (source.format !== undefined) return source.format;
  const ending = /\.[^./]+$/.exec(path.replace(/\.gz$/i, ""))?.[0].toLowerCase() ?? "";
  return FORMAT_OF_ENDING[ending];
}

/** Formats in which every row has every column. */
const WITH_HEADER: readonly (TableFormat | undefined)[] = ["csv", "tsv", "xlsx"];

/** Whether all rows of a file have the same columns. */
export function hasColumns(path: string, source: TableSource): boolean {
  return WITH_HEADER.includes(formatOf(path, source));
}

/** A file's name without folder, `.gz` and ending. */
export function bareName(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.gz$/i, "");
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(0, dot) : name;
}

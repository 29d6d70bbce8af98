import { TABLE_FORMATS } from "../files/table-source";
import type { TableSource } from "../files/table-source";
import type { RawMap } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { entryOf } from "../records/read-fields";
import { isAbsent } from "../records/read-value";

const FORMATS = TABLE_FORMATS;
/** Keys by which a mapping says where a table lies and how it is written. */
export const SOURCE_KEYS = [
  "files",
  "format",
  "encoding",
  "separator",
  "header",
  "columns",
  "sheet",
  "skipLines",
  "path",
  "recordsAt",
  "annotations",
];

/** @returns undefined, with the fault reported, where no file is named */
export function readSource(folder: string, map: RawMap, file: SourceFile): TableSource | undefined {
  const files = texts("files", map, file);
  if (files === undefined || files.length === 0) {
    if (!map.incomplete) file.fault(map.at, "REQUIRED", `a table needs "files": a file's name, or a pattern such as speeches/*.txt`);
    return undefined;
  }
  const columns = texts("columns", map, file);
  const header = text("header", map, file);
  if (header !== undefined && !/^(?:yes|no|true|false)$/.test(header)) place("header", map, file, "ENUM", `"header" must be yes or no`);
  const skipLines = text("skipLines", map, file);
  if (skipLines !== undefined && !/^\d+$/.test(skipLines)) place("skipLines", map, file, "TYPE", `"skipLines" must be a whole number`);
  const format = formatOf(map, file);
  const plain = Object.fromEntries(
    ["encoding", "sheet", "path", "annotations"].flatMap((name) => {
      const value = text(name, map, file);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const separator = separatorOf(map, file);
  const records = text("recordsAt", map, file);
  return {
    folder,
    files,
    ...plain,
    ...(records !== undefined && { records }),
    ...(format !== undefined && { format }),
    ...(separator !== undefined && { separator }),
    ...(columns !== undefined && { columns }),
    ...(header !== undefined && { header: /^(?:yes|true)$/.test(header) }),
    ...(skipLines !== undefined && { skipLines: Number(skipLines) }),
  };
}

function formatOf(map: RawMap, file: SourceFile): TableSource["format"] {
  const value = text("format", map, file);
  const known = FORMATS.find((each) => each === value);
  if (value !== undefined && known === undefined)
    place("format", map, file, "ENUM", `"${value}" is no format; there are ${FORMATS.join(", ")}`);
  return known;
}

function separatorOf(map: RawMap, file: SourceFile): string | undefined {
  const value = text("separator", map, file);
  const sign = value === "tab" ? "\t" : value;
  if (sign !== undefined && sign.length !== 1) place("separator", map, file, "ENUM", `"separator" must be one sign, or tab`);
  return sign;
}

function text(name: string, map: RawMap, file: SourceFile): string | undefined {
  const node = entryOf(map, name)?.value;
  if (node === undefined || isAbsent(node)) return undefined;
  if (node.is === "scalar") return node.broken ? undefined : node.text;
  file.fault(node.at, "TYPE", `"${name}" must be text, got a ${node.is}`);
  return undefined;
}

function texts(name: string, map: RawMap, file: SourceFile): string[] | undefined {
  const node = entryOf(map, name)?.value;
  if (node === undefined || isAbsent(node)) return undefined;
  const items = node.is === "list" ? node.items : [node];
  return items.flatMap((item) => {
    if (item.is === "scalar") return item.broken ? [] : [item.text];
    file.fault(item.at, "TYPE", `"${name}" must be a list of texts, got a ${item.is} in it`);
    return [];
  });
}

function place(name: string, map: RawMap, file: SourceFile, code: "ENUM" | "TYPE", message: string): void {
  file.fault(entryOf(map, name)?.value.at ?? map.at, code, message);
}

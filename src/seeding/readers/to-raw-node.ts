import { isMap, isScalar, isSeq } from "yaml";
import type { CST, Node, Pair, Scalar, YAMLMap } from "yaml";
import type { RawEntry, RawNode, RawScalar } from "./raw-node";
import type { SourceFile } from "./source-file";
import { INVISIBLE } from "./split-chunks";

/** Where a chunk stands, and what is known to be wrong in it. */
export interface ChunkContext {
  readonly file: SourceFile;
  readonly start: number;
  readonly brokenLines: ReadonlySet<number>;
  readonly incomplete: boolean;
}

/** The parser's tree as plain data with places in the file. */
function toRawNode(node: Node | null | undefined, keyEnd: number, context: ChunkContext): RawNode {
  const at = context.start + (node?.range?.[0] ?? keyEnd);
  if (isMap(node)) return { is: "map", entries: toEntries(node, context), at, ...(context.incomplete && { incomplete: true }) };
  if (isSeq(node)) return { is: "list", items: node.items.map((item) => toRawNode(item as Node, keyEnd, context)), at };
  return scalar(isScalar(node) ? node : undefined, at, context);
}

/** The entries of a map; of two with one key, the first stays and the second is reported. */
export function toEntries(map: YAMLMap, context: ChunkContext): RawEntry[] {
  const seen = new Map<string, RawEntry>();
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const entry = toEntry(pair, map, context);
    if (entry !== undefined) addEntry(seen, entry, context.file);
  }
  return [...seen.values()];
}

export function addEntry(seen: Map<string, RawEntry>, entry: RawEntry, file: SourceFile): void {
  const first = seen.get(entry.key);
  if (first === undefined) seen.set(entry.key, entry);
  else file.fault(entry.at, "DUPLICATE_KEY", `"${entry.key}" stands at ${file.placeText(first.at)} already; keep one of the two`);
}

function toEntry(pair: Pair<Node, Node | null>, map: YAMLMap, context: ChunkContext): RawEntry | undefined {
  const at = context.start + (pair.key?.range?.[0] ?? map.range?.[0] ?? 0);
  if (!isScalar(pair.key)) {
    context.file.fault(at, "SHAPE", "a key must be a plain text, followed by a colon");
    return undefined;
  }
  const written = typeof pair.key.value === "string" ? pair.key.value : "";
  const key = cleanKey(written, at, context);
  if (key === "<<") {
    context.file.fault(at, "YAML_ALIAS", "merge keys (<<) are not used in corpora; write the fields out");
    return undefined;
  }
  return { key, at, value: toRawNode(pair.value, pair.key.range?.[1] ?? 0, context) };
}

/** A no-break space in front of a key looks like indentation and is a part of the key. */
function cleanKey(key: string, at: number, context: ChunkContext): string {
  if (!INVISIBLE.test(key.charAt(0)) && !INVISIBLE.test(key.charAt(key.length - 1))) return key;
  const clean = key.replace(new RegExp(`^${INVISIBLE.source}+|${INVISIBLE.source}+$`, "gu"), "");
  const sign = INVISIBLE.exec(key)?.[0] ?? "";
  context.file.fault(
    at + key.indexOf(sign),
    "YAML_SPACE",
    `${signName(sign)} stands at the key "${clean}"; write an ordinary space or none`,
  );
  return clean;
}

const SIGN_NAMES: ReadonlyMap<string, string> = new Map([
  ["\u00A0", "NO-BREAK SPACE"],
  ["\u200B", "ZERO WIDTH SPACE"],
  ["\u200C", "ZERO WIDTH NON-JOINER"],
  ["\u200D", "ZERO WIDTH JOINER"],
  ["\u202F", "NARROW NO-BREAK SPACE"],
  ["\u3000", "IDEOGRAPHIC SPACE"],
  ["\uFEFF", "BYTE ORDER MARK"],
]);

/** `U+00A0 NO-BREAK SPACE`: what no eye can see has to be named. */
export function signName(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code} ${SIGN_NAMES.get(sign) ?? "(an invisible blank)"}`;
}

function scalar(node: Scalar | undefined, at: number, context: ChunkContext): RawScalar {
  const plain = node === undefined || node.type === undefined || node.type === "PLAIN";
  const cutAt = plain ? suspiciousComment(node?.srcToken as CST.FlowScalar | undefined) : undefined;
  return {
    is: "scalar",
    text: typeof node?.value === "string" ? node.value : "",
    plain,
    at,
    ...(cutAt !== undefined && { cutAt: context.start + cutAt }),
    ...(isBroken(node, at, context) && { broken: true }),
  };
}

/** Where lines were left out, nothing may be what is left of something. */
function isBroken(node: Scalar | undefined, at: number, context: ChunkContext): boolean {
  const empty = node === undefined || node.value === "";
  return context.brokenLines.has(context.file.lineOf(at)) || (context.incomplete && empty);
}

/** A comment has two blanks before it or one behind its `#`, best both; `We are #1` is a text that lost its end. */
function suspiciousComment(token: CST.FlowScalar | undefined): number | undefined {
  let blanks = "";
  for (const each of token?.end ?? []) {
    if (each.type === "newline") return undefined;
    if (each.type === "space") blanks = each.source;
    if (each.type === "comment") return blanks.length < 2 || !/^#(?:\s|$)/.test(each.source) ? each.offset : undefined;
  }
  return undefined;
}

import type { CST } from "yaml";

/** What corpora do not use, and what the repairs need to know, found on the tokens before anything is expanded. */
export interface Inspection {
  readonly anchors: readonly number[];
  readonly tags: readonly number[];
  readonly aliases: readonly { readonly at: number; readonly source: string }[];
  /** Quoted texts that run over several lines. */
  readonly multiline: readonly { readonly at: number; readonly end: number; readonly source: string }[];
  /** Lists and maps in brackets that no bracket closes. */
  readonly unclosed: readonly number[];
  /** The first place that lies deeper than any record does. */
  readonly tooDeep?: number;
}

const MAX_DEPTH = 20;

type Item = CST.CollectionItem | CST.Token;
interface Collected {
  anchors: number[];
  tags: number[];
  aliases: { at: number; source: string }[];
  multiline: { at: number; end: number; source: string }[];
  unclosed: number[];
  tooDeep?: number;
}

/** Walks the tokens without recursion: the depth is the caller's, and may be any. */
export function inspectTokens(tokens: readonly CST.Token[]): Inspection {
  const found: Collected = { anchors: [], tags: [], aliases: [], multiline: [], unclosed: [] };
  const left: { token: Item; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH && "type" in token) {
      found.tooDeep = Math.min(found.tooDeep ?? Number.MAX_SAFE_INTEGER, token.offset);
      continue;
    }
    if ("type" in token) collect(token, found);
    for (const child of childrenOf(token)) left.push({ token: child, depth: depth + (isCollection(token) ? 1 : 0) });
  }
  return found;
}

function isCollection(token: Item): token is CST.BlockMap | CST.BlockSequence | CST.FlowCollection {
  return "items" in token;
}

function childrenOf(token: Item): Item[] {
  if (!("type" in token)) return [...token.start, ...(token.sep ?? []), token.key, token.value].filter((each) => each != null);
  if (isCollection(token)) return [...token.items];
  if (token.type === "document") return [...token.start, ...(token.value ? [token.value] : [])];
  return [];
}

function collect(token: CST.Token, found: Collected): void {
  if (token.type === "anchor") found.anchors.push(token.offset);
  else if (token.type === "tag") found.tags.push(token.offset);
  else if (token.type === "alias") found.aliases.push({ at: token.offset, source: token.source });
  else if (token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar") {
    if (token.source.includes("\n")) {
      found.multiline.push({ at: token.offset, end: token.offset + token.source.length, source: token.source });
    }
  } else if (token.type === "flow-collection" && !token.end.some((each) => /^flow-(?:map|seq)-end$/.test(each.type))) {
    found.unclosed.push(token.offset);
  }
}

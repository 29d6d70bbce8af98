import type { GraphEngine } from "../../src/graph/engine";
import { ask } from "./ask";

export interface WalkedPage {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** A list of the API: the root field, or an edge under one entity. */
export interface List {
  /** `statements` or `person(id: "…") { said`, without arguments of its own. */
  readonly path: string;
  readonly argumentsText: string;
}

const ITEMS = "edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount";

/** One page of a list, with everything that a page tells. */
export async function readPage(engine: GraphEngine, { path, argumentsText }: List, page: string): Promise<WalkedPage> {
  const given = [argumentsText, page].filter((part) => part !== "").join(", ");
  const ends = "}".repeat(path.split("{").length - 1);
  const data = await ask(engine, `{ ${path}${given === "" ? "" : `(${given})`} { ${ITEMS} } ${ends} }`);
  let value: unknown = data;
  while (!isPage(value)) value = Object.values(value as Record<string, unknown>)[0];
  return value;
}

function isPage(value: unknown): value is WalkedPage {
  return typeof value === "object" && value !== null && "pageInfo" in value;
}

/** All pages from the start, or from the end; backward, the first page is the list's last one. */
export async function walkPages(engine: GraphEngine, list: List, size: number, backward = false): Promise<WalkedPage[]> {
  const pages: WalkedPage[] = [];
  let cursor: string | null = null;
  for (;;) {
    const at: string = cursor === null ? "" : `, ${backward ? "before" : "after"}: "${cursor}"`;
    const page = await readPage(engine, list, `${backward ? "last" : "first"}: ${String(size)}${at}`);
    pages.push(page);
    cursor = backward ? page.pageInfo.startCursor : page.pageInfo.endCursor;
    if (!(backward ? page.pageInfo.hasPreviousPage : page.pageInfo.hasNextPage) || pages.length > 200) return pages;
  }
}

/** The ids of all pages in the list's order. */
export function idsOf(pages: readonly WalkedPage[], backward = false): string[] {
  const inOrder = backward ? [...pages].reverse() : pages;
  return inOrder.flatMap((page) => page.edges.map((edge) => edge.node.id));
}

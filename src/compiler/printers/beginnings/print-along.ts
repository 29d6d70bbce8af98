import type { LevelNode, PageNode } from "../../nodes/level-node";
import type { NextName } from "../clauses/print-condition";
import { printSource } from "../sources/print-source";
import type { Along } from "./start";

/** A MATCH that an index answers in the order of a page, and the page as that index names its keys. */
export interface PrintedAlong {
  readonly match: string;
  readonly where: readonly string[];
  /** What has to be carried along with the statement for the order to be known. */
  readonly carries: readonly string[];
  /** The page with the key that its bounds are about. */
  readonly bounded: PageNode;
  /** The page with all keys of the index: of the first there is one value alone, but planners see the order only by all of them. */
  readonly sorted: PageNode;
}

/** The order index of one named thing, or that of all nodes of the level's source. */
export function printIndex({ source, variable }: LevelNode, along: Along | null, page: PageNode, next: NextName): PrintedAlong {
  if (along !== null) return printAlong(along, variable, page, next);
  return { match: printSource(source, variable), where: [], carries: [], bounded: page, sorted: page };
}

/** Statements of one speaker, or about one thing, as `schemaPlan` has indexes for them; `page` is in the order in which they were said. */
export function printAlong({ of, id }: Pick<Along, "of" | "id">, variable: string, page: PageNode, next: NextName): PrintedAlong {
  const { match, owner, key } = printOrdered(of, variable, next);
  const direction = page.terms[0]?.direction ?? "DESC";
  const term = (property: string): PageNode["terms"][number] => ({ expression: `${owner}.${property}`, direction, alias: null });
  return {
    match,
    // An index over two keys is only taken where both are asked for.
    where: [
      `${owner}.${key} = ${id}`,
      ...((page.walk?.boundParameter ?? null) === null && page.afterParameters === null ? [`${owner}.saidKey IS NOT NULL`] : []),
    ],
    carries: of === "speaker" ? [] : [owner],
    bounded: { ...page, terms: [term("saidKey")] },
    sorted: { ...page, terms: [term(key), term("saidKey")] },
  };
}

/** A MATCH of statements by an index that has them in the order of time, of one speaker or about one thing. */
interface PrintedOrdered {
  readonly match: string;
  /** What has the keys of the index: the statement, or the relation to what it is about. */
  readonly owner: string;
  /** Its first key. */
  readonly key: string;
}

export function printOrdered(of: Along["of"], variable: string, next: NextName): PrintedOrdered {
  if (of === "speaker") return { match: `MATCH (${variable}:Statement)`, owner: variable, key: "speakerId" };
  const owner = next("r");
  return { match: `MATCH (${variable})-[${owner}:ABOUT]->()`, owner, key: "aboutId" };
}

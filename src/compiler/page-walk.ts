import type { PageArguments } from "./check-arguments";
import type { Counted } from "./counted-level";
import { readCursor } from "./cursor";
import type { Draft } from "./draft";
import type { OrderTerm, PageNode, PageWalk, SourceNode } from "./nodes/level-node";
import type { SearchNode } from "./nodes/search-node";
import type { Order } from "./order-terms";
import { beforeAll, boundParameter, boundsOf, HIGHEST, LOWEST } from "./page-bounds";
import type { PageBound } from "./page-bounds";
import type { Beginning } from "./printers/beginnings/start";
import { beginningOf } from "./printers/beginnings/start";
import type { Searched } from "./read-search";

/** So many nodes of an order index are looked at before a walk is given up for a join; one that is worth its while ends within a few thousand. */
const REACH = 20_000;

/** The same where what comes instead takes long only if much fulfils the filter, so that such a page is full by then. */
const NEAR = 2000;

/** So many nodes of it are looked at for a word before it is asked how many have it: as long as that takes. */
const SOON = 300;
/** From so many hits on, a walk along the order index meets a page of them soon enough. */
const FREQUENT = 2000;

interface PageWish {
  /** The list and its order, as cursors name it. */
  readonly list: string;
  readonly looksAhead: boolean;
}

/** Order, position and size of a page, and the walk along an order index by which it may be read. */
export function buildPageNode(
  { start: { source }, filter, search }: Counted,
  page: PageArguments,
  order: Order,
  { list, looksAhead }: PageWish,
  draft: Draft,
): PageNode {
  // A page from the end is the first page of the opposite order; its rows are turned round when they are here.
  const terms = withSpeakersParameter(page.backward ? order.terms.map(opposite) : order.terms, page, draft);
  const cursor = page.backward ? page.before : page.after;
  const behind =
    cursor === null
      ? null
      : readCursor(cursor, list, terms, page.backward ? "before" : "after").map((key): PageBound => ({ key, goesOn: null }));
  // A first page lies behind a place before everything, so that it and the next are one statement to plan. Where a page may be read off an index the
  // bound of the walk does the same; in a MATCH that begins at what a demand names, a bound might tempt a planner to begin at that index.
  const bounds = boundsOf(terms, filter, source, draft);
  const before = terms.map((each) => bounds?.open ?? beforeAll(each));
  const keys = behind ?? (search !== null || terms.some(({ alias }) => alias !== null) ? before : null);
  const node: PageNode = {
    terms,
    // One more than asked for tells whether there is a further page.
    limitParameter: draft.parameter(looksAhead ? page.size + 1 : page.size),
    afterParameters: keys?.map((key) => boundParameter(key, draft)) ?? null,
    walk: mayWalk({ source, search }, terms, draft),
  };
  const [first] = terms;
  if (node.walk === null || first === undefined) return node;
  const beginning = search === null ? beginningOf({ source, filter, page: node }) : null;
  if (beginning !== null && !isWalked(beginning, node.walk)) return node;
  const isOwner = node.walk.of === "owner";
  const open = keys !== null ? null : isOwner ? (bounds?.open ?? null) : (before[0] ?? beforeAll(first));
  const isOneOfSeveral = !isOwner && (beginning === null || "walksIndex" in beginning);
  const walk: PageWalk = {
    ...node.walk,
    boundParameter: open && boundParameter(open, draft),
    farParameter: bounds?.far ? boundParameter(bounds.far, draft) : null,
    closedParameter: isOneOfSeveral ? draft.parameter(first.direction === "DESC" ? LOWEST : HIGHEST) : null,
    reachParameter: beginning !== null && isGivenUp(beginning) ? draft.parameter(reachOf(beginning)) : null,
  };
  return { ...node, walk };
}

/** A walk whose bounds are still to be found; null where the engine has no index in this order. */
function mayWalk(
  { source, search }: Pick<Counted, "search"> & { source: SourceNode },
  terms: readonly OrderTerm[],
  draft: Draft,
): PageWalk | null {
  if (!draft.dialect.walksIndexInOrder) return null;
  const bounds = { boundParameter: null, farParameter: null, closedParameter: null, reachParameter: null, runs: null };
  if (source.from === "label") return terms.every(({ alias }) => alias === null) ? { of: "label", ...bounds } : null;
  return source.from === "steps" && search === null ? { of: "owner", ...bounds } : null;
}

/** Whether a page is read along an order index, or may be. */
function isWalked(beginning: Beginning, { of }: PageWalk): boolean {
  if (of === "owner") return beginning.at === "along" || beginning.at === "soon";
  return "walksIndex" in beginning ? beginning.walksIndex : beginning.at !== "start" && beginning.at !== "names";
}

/** Whether a walk along an order index is given up somewhere for another way. */
function isGivenUp(beginning: Beginning): boolean {
  return beginning.at === "soon" || "walksIndex" in beginning;
}

function reachOf(beginning: Beginning): number {
  return beginning.at === "soon" && beginning.isNear ? NEAR : REACH;
}

/** Of so many speakers each has a statement to show, but for the one at the cursor; and one statement more tells whether there is a further page. */
function withSpeakersParameter([first, ...rest]: readonly OrderTerm[], { size }: PageArguments, draft: Draft): OrderTerm[] {
  if (first === undefined) return [];
  return [first.isSpeakerName ? { ...first, speakersParameter: draft.parameter(size + 2) } : first, ...rest];
}

function opposite(each: OrderTerm): OrderTerm {
  return { ...each, direction: each.direction === "ASC" ? "DESC" : "ASC" };
}

/** A search for what is on a page. A score that nobody sees and nothing is sorted by need not be computed. */
export function searchOnPage(
  search: SearchNode,
  { isScored, best }: { readonly isScored: boolean; readonly best: Searched["best"] },
  page: PageNode,
  draft: Draft,
): SearchNode {
  return {
    ...search,
    scoreAlias: isScored ? search.scoreAlias : null,
    walk: page.walk?.of === "label" ? { soonParameter: draft.parameter(SOON), frequentParameter: draft.parameter(FREQUENT) } : null,
    best: isBestFirst(page, search.scoreAlias) ? best() : null,
  };
}

/** Whether a page is in the order of the score, best first, and then by what is stored. */
function isBestFirst({ terms: [first, ...rest], limitParameter }: PageNode, scoreAlias: string | null): boolean {
  const isByScore = first !== undefined && first.alias !== null && first.alias === scoreAlias && first.direction === "DESC";
  return isByScore && limitParameter !== null && rest.every(({ alias }) => alias === null);
}

import { ENUMS } from "../model/enums";
import { labelOfKind } from "../model/kind-of-id";
import type { BuildContext } from "./build-edge";
import { buildPage, pageTree } from "./build-page";
import type { Searched } from "./read-search";
import { buildBest, buildSearch, readSearchText } from "./read-search";
import type { RootTree } from "./root-tree";
import { ANY_HIT } from "./scalar-expression";
import type { RootSelection } from "./selection";

const ENTITIES: readonly string[] = Object.keys(ENUMS.EntityKind);
/** The kinds of the API's enum. */
const KINDS = [...ENTITIES, "STATEMENT", "DOCUMENT", "CLAIM"];
/** What a hit may have its words in, of whatever kind it is. */
const FIELDS = ["name", "aliases", "title", "text"];

/** The root field `search`: one list of all kinds, best first. @throws BadUserInput, LimitExceeded */
export function buildHits(field: RootSelection, context: BuildContext): RootTree {
  const { draft } = context;
  const variable = draft.name("n");
  const query = readSearchText(field.arguments.query, "query", draft);
  const labels = labelsOf(field.arguments.kinds as readonly string[] | null | undefined);
  // Among no kind at all nothing is found, of whatever label.
  const asked = labels.length === 0 ? { ...query, wanted: [] } : query;
  const search = buildSearch(asked, labels.length === 0 ? ["Claim"] : labels, variable, draft);
  const searched: Searched = {
    search,
    hit: { fields: FIELDS, clauses: query.wanted },
    best: () => buildBest(asked, search.branches, variable, draft),
  };
  const reached = {
    source: { from: "search" } as const,
    subject: { type: ANY_HIT, variable, link: null },
    imports: [],
    carries: [variable],
  };
  const owner = { on: "Query", field: field.name, gives: ANY_HIT, searched };
  return { is: "page", ...pageTree(buildPage(owner, field, field.selection, reached, context)) };
}

/** All entities are one label; some kinds of them are one each. */
function labelsOf(kinds: readonly string[] | null | undefined): string[] {
  const asked = new Set(kinds ?? KINDS);
  const isAllEntities = ENTITIES.every((kind) => asked.has(kind));
  const others = [...asked].filter((kind) => !isAllEntities || !ENTITIES.includes(kind));
  return [...(isAllEntities ? ["Entity"] : []), ...others.map(labelOfKind)];
}

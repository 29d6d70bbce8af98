import { Field, Float, Int, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";
import { EntityType, EventType, OrganizationType, PersonType, PlaceType } from "./entity.type";
import { LinkKindEnum } from "./enums";
import { HighlightType } from "./highlight.type";
import { RelationType } from "./particulars.type";
import { SearchResultUnion } from "./search.type";
import { ClaimType, DocumentType, ReportType } from "./source.type";
import { ResponseType, StatementType } from "./statement.type";

@ObjectType("PageInfo", { simpleResolvers: true, description: "Where a page stands in its list (GraphQL Cursor Connections)." })
export class PageInfoType {
  @Field(() => Boolean, { description: "There are items behind this page." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "There are items before this page." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first item; null on an empty page." })
  startCursor?: string;

  @Field(() => String, { nullable: true, description: "Cursor of the last item; null on an empty page." })
  endCursor?: string;
}

type NodeClass = ClassType | typeof SearchResultUnion | (abstract new (...args: never[]) => object);

/** The edge type of one kind of item. */
function itemEdgeOf(name: string, items: string, node: ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a list of ${items}.` })
  class ItemEdge {
    @Field(() => String, {
      description: "The item's place in the list, for `after` and `before`; stays right while data is added and removed.",
    })
    cursor!: string;

    @Field(() => node, { description: "The item." })
    node!: object;
  }
  return ItemEdge;
}

/** The edge type of items that are found by words. */
function hitEdgeOf(name: string, items: string, node: ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a list of ${items}.` })
  class HitEdge extends itemEdgeOf(name, items, node) {
    @Field(() => Float, { nullable: true, description: SCORE })
    score?: number;

    @Field(() => [HighlightType], { description: "Set by `search`: where the words were found; empty without it." })
    highlights!: HighlightType[];
  }
  return HitEdge;
}

/** The edge type of the root search: there, every item is a hit. */
function searchEdgeOf(name: string, items: string, node: ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a list of ${items}.` })
  class SearchEdge extends itemEdgeOf(name, items, node) {
    @Field(() => Float, {
      description: "How well the item fits. Larger is better; a score compares items of one search, and nothing else.",
    })
    score!: number;

    @Field(() => [HighlightType], { description: "Where the words were found." })
    highlights!: HighlightType[];
  }
  return SearchEdge;
}

/** The edge type of neighbours: the same entity may stand on several, one for each kind of link. */
function neighbourEdgeOf(name: string, items: string, node: ClassType): ClassType {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a list of ${items}: an entity by one kind of link.` })
  class NeighbourEdge extends itemEdgeOf(name, items, node) {
    @Field(() => LinkKindEnum, { description: "What connects the two." })
    link!: string;

    @Field(() => Int, { description: "Statements behind the link; for RELATED, relations." })
    count!: number;
  }
  return NeighbourEdge;
}

const SCORE =
  "Set by `search`, null without it: how well the item fits. Larger is better; a score compares items of one search, and nothing else.";

/** The edge and connection types of one kind of item. */
function connectionOf(name: string, items: string, nodeClass: NodeClass, edge: typeof itemEdgeOf = itemEdgeOf): ClassType {
  const node = nodeClass as unknown as ClassType;
  const ItemEdge = edge(name, items, node);

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${items}.` })
  class Connection {
    @Field(() => [ItemEdge], { description: "The page's items with their cursors." })
    edges!: object[];

    @Field(() => [node], { description: "The page's items: the nodes of `edges`, in the same order." })
    nodes!: object[];

    @Field(() => PageInfoType, { description: "Whether there is more, and where." })
    pageInfo!: PageInfoType;

    @Field(() => Int, {
      description: `${items.charAt(0).toUpperCase()}${items.slice(1)} in the whole list, not on this page. Counted only when asked for.`,
    })
    totalCount!: number;
  }
  return Connection;
}

export const EntityConnection = connectionOf("Entity", "entities", EntityType, hitEdgeOf);
export const PersonConnection = connectionOf("Person", "persons", PersonType, hitEdgeOf);
export const OrganizationConnection = connectionOf("Organization", "organizations", OrganizationType, hitEdgeOf);
export const PlaceConnection = connectionOf("Place", "places", PlaceType, hitEdgeOf);
export const EventConnection = connectionOf("Event", "events", EventType, hitEdgeOf);
export const StatementConnection = connectionOf("Statement", "statements", StatementType, hitEdgeOf);
export const DocumentConnection = connectionOf("Document", "documents", DocumentType, hitEdgeOf);
export const ReportConnection = connectionOf("Report", "reports", ReportType);
export const ClaimConnection = connectionOf("Claim", "claims", ClaimType, hitEdgeOf);
export const RelationConnection = connectionOf("Relation", "relations", RelationType);
export const ResponseConnection = connectionOf("Response", "responses", ResponseType);
export const SearchConnection = connectionOf("Search", "hits", SearchResultUnion, searchEdgeOf);

/** Apart from its connection, since `examples` takes arguments and so belongs to a resolver class. */
export const NeighbourEdgeType = neighbourEdgeOf("Neighbour", "neighbours", EntityType as unknown as ClassType);
export const NeighbourConnection = connectionOf("Neighbour", "neighbours", EntityType, () => NeighbourEdgeType);

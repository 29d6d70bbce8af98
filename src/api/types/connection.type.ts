import { Field, Int, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";
import { EntityType, EventType, OrganizationType, PersonType, PlaceType } from "./entity.type";
import { RelationType } from "./particulars.type";
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

type NodeClass = ClassType | (abstract new (...args: never[]) => object);

/** The edge and connection types of one kind of item. */
function connectionOf(name: string, items: string, nodeClass: NodeClass): ClassType {
  const node = nodeClass as ClassType;

  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One item of a list of ${items}.` })
  class ItemEdge {
    @Field(() => String, {
      description: "The item's place in the list, for `after` and `before`; stays right while data is added and removed.",
    })
    cursor!: string;

    @Field(() => node, { description: "The item." })
    node!: object;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${items}.` })
  class Connection {
    @Field(() => [ItemEdge], { description: "The page's items with their cursors." })
    edges!: ItemEdge[];

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

export const EntityConnection = connectionOf("Entity", "entities", EntityType);
export const PersonConnection = connectionOf("Person", "persons", PersonType);
export const OrganizationConnection = connectionOf("Organization", "organizations", OrganizationType);
export const PlaceConnection = connectionOf("Place", "places", PlaceType);
export const EventConnection = connectionOf("Event", "events", EventType);
export const StatementConnection = connectionOf("Statement", "statements", StatementType);
export const DocumentConnection = connectionOf("Document", "documents", DocumentType);
export const ReportConnection = connectionOf("Report", "reports", ReportType);
export const ClaimConnection = connectionOf("Claim", "claims", ClaimType);
export const RelationConnection = connectionOf("Relation", "relations", RelationType);
export const ResponseConnection = connectionOf("Response", "responses", ResponseType);

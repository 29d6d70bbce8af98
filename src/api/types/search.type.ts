import { createUnionType } from "type-graphql";
import { EventType, OrganizationType, PersonType, PlaceType, TopicType, WorkType } from "./entity.type";
import { ClaimType, DocumentType } from "./source.type";
import { StatementType } from "./statement.type";

/** Which of them a row is, its id tells. */
export const SearchResultUnion = createUnionType({
  name: "SearchResult",
  description: "What a search found: any kind of thing.",
  types: () => [PersonType, OrganizationType, PlaceType, EventType, WorkType, TopicType, StatementType, DocumentType, ClaimType] as const,
});

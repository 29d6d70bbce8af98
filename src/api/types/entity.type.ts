import { Field, Float, InterfaceType, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { UrlScalar } from "../scalars/stored-text.scalar";
import { kindDoc, propertyDoc } from "./model-docs";
import { NodeType } from "./node.type";

@InterfaceType("Entity", { implements: NodeType, description: kindDoc("Entity") })
export abstract class EntityType extends NodeType {
  @Field(() => String, propertyDoc("Entity", "name"))
  name!: string;

  @Field(() => [String], propertyDoc("Entity", "aliases"))
  aliases!: string[];

  @Field(() => String, propertyDoc("Entity", "description"))
  description?: string;

  @Field(() => String, propertyDoc("Entity", "wikidataId"))
  wikidataId?: string;

  @Field(() => [UrlScalar], propertyDoc("Entity", "sameAs"))
  sameAs!: string[];

  @Field(() => [String], propertyDoc("Entity", "elsewhere"))
  elsewhere!: string[];
}

@InterfaceType("Speaker", { implements: [EntityType, NodeType], description: "Persons and organizations can speak." })
export abstract class SpeakerType extends EntityType {}

@ObjectType("Person", { implements: [SpeakerType, EntityType, NodeType], simpleResolvers: true, description: kindDoc("Person") })
export class PersonType extends SpeakerType {}

@ObjectType("Organization", {
  implements: [SpeakerType, EntityType, NodeType],
  simpleResolvers: true,
  description: kindDoc("Organization"),
})
export class OrganizationType extends SpeakerType {}

@ObjectType("Place", { implements: [EntityType, NodeType], simpleResolvers: true, description: kindDoc("Place") })
export class PlaceType extends EntityType {
  @Field(() => Float, propertyDoc("Place", "latitude"))
  latitude?: number;

  @Field(() => Float, propertyDoc("Place", "longitude"))
  longitude?: number;

  @Field(() => String, propertyDoc("Place", "countryCode"))
  countryCode?: string;
}

@ObjectType("Event", { implements: [EntityType, NodeType], simpleResolvers: true, description: kindDoc("Event") })
export class EventType extends EntityType {
  @Field(() => PartialDateScalar, propertyDoc("Event", "startedAt"))
  startedAt?: string;

  @Field(() => PartialDateScalar, propertyDoc("Event", "endedAt"))
  endedAt?: string;
}

@ObjectType("Work", { implements: [EntityType, NodeType], simpleResolvers: true, description: kindDoc("Work") })
export class WorkType extends EntityType {}

@ObjectType("Topic", { implements: [EntityType, NodeType], simpleResolvers: true, description: kindDoc("Topic") })
export class TopicType extends EntityType {}

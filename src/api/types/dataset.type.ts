import { Field, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, UrlScalar } from "../scalars/stored-text.scalar";
import { kindDoc, propertyDoc } from "./model-docs";
import { NodeType } from "./node.type";

@ObjectType("Dataset", { implements: NodeType, simpleResolvers: true, description: kindDoc("Dataset") })
export class DatasetType extends NodeType {
  @Field(() => String, propertyDoc("Dataset", "name"))
  name!: string;

  @Field(() => String, propertyDoc("Dataset", "description"))
  description?: string;

  @Field(() => String, propertyDoc("Dataset", "licence"))
  licence?: string;

  @Field(() => UrlScalar, propertyDoc("Dataset", "url"))
  url?: string;

  @Field(() => String, propertyDoc("Dataset", "version"))
  version!: string;

  @Field(() => DateTimeScalar, propertyDoc("Dataset", "loadedAt"))
  loadedAt!: string;

  @Field(() => Int, propertyDoc("Dataset", "statements"))
  statements!: number;

  @Field(() => Int, propertyDoc("Dataset", "entities"))
  entities!: number;

  @Field(() => Int, propertyDoc("Dataset", "documents"))
  documents!: number;
}

@ObjectType("DataVersion", {
  simpleResolvers: true,
  description: "The state of the data. It changes when data changes, and only then; caches and ETags follow it.",
})
export class DataVersionType {
  @Field(() => String, { description: "Changes when data changes, and only then; compare it, do not read it." })
  id!: string;

  @Field(() => DateTimeScalar, { description: "When the data last changed (UTC)." })
  changedAt!: string;

  @Field(() => Int, { description: "Statements in the graph." })
  statements!: number;

  @Field(() => Int, { description: "Reports in the graph." })
  reports!: number;

  @Field(() => Int, { description: "Documents in the graph." })
  documents!: number;

  @Field(() => Int, { description: "Entities in the graph." })
  entities!: number;
}

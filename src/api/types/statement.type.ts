import { Field, Float, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { DateTimeScalar } from "../scalars/stored-text.scalar";
import { RankEnum, ResponseKindEnum, SpeechActEnum, StanceEnum } from "./enums";
import { kindDoc, propertyDoc, relationDoc } from "./model-docs";
import { NodeType } from "./node.type";

@ObjectType("Statement", { implements: NodeType, simpleResolvers: true, description: kindDoc("Statement") })
export class StatementType extends NodeType {
  @Field(() => String, propertyDoc("Statement", "text"))
  text!: string;

  @Field(() => String, propertyDoc("Statement", "language"))
  language?: string;

  @Field(() => PartialDateScalar, propertyDoc("Statement", "saidAt"))
  saidAt?: string;

  @Field(() => DateTimeScalar, propertyDoc("Statement", "recordedAt"))
  recordedAt!: string;

  @Field(() => SpeechActEnum, propertyDoc("Statement", "speechAct"))
  speechAct?: string;
}

@ObjectType("Attribution", {
  simpleResolvers: true,
  description: "A candidate speaker of a statement, with what speaks for it (PROV-O Attribution).",
})
export class AttributionType {
  @Field(() => RankEnum, relationDoc("ATTRIBUTED_TO", "rank"))
  rank!: string;

  @Field(() => Float, relationDoc("ATTRIBUTED_TO", "probability"))
  probability?: number;
}

@ObjectType("AboutLink", { simpleResolvers: true, description: "Who or what a statement is about, with the side it takes." })
export class AboutLinkType {
  @Field(() => StanceEnum, relationDoc("ABOUT", "stance"))
  stance?: string;
}

@ObjectType("Response", { simpleResolvers: true, description: "One statement answers another." })
export class ResponseType {
  @Field(() => ResponseKindEnum, relationDoc("RESPONDS_TO", "kind"))
  kind!: string;

  @Field(() => Float, relationDoc("RESPONDS_TO", "confidence"))
  confidence?: number;
}

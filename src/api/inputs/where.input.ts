import { Field, ID, InputType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import {
  EntityKindEnum,
  GenreEnum,
  QuotationTypeEnum,
  RankEnum,
  ResponseKindEnum,
  SourceKindEnum,
  SpeechActEnum,
  StanceEnum,
} from "../types/enums";
import { CountFilter, DateFilter, FloatFilter, StringFilter } from "./filter.input";

/**
 * Inputs that contain each other stay in one file, and name each other through this alias: the decorators' metadata would
 * otherwise ask for a class that does not exist yet.
 */
type Ref<T> = T;

@InputType("EntityWhere", {
  description:
    "Conditions on a person, organization, place, event, work or topic; all that are given hold together. A field that is null is as if it were not given. To leave out a demand on something related, make the whole of it null: empty, as in `position: {}`, it still asks that there is one.",
})
export class EntityWhere {
  @Field(() => [EntityWhere], { nullable: true, description: "All of these hold." })
  and?: Ref<EntityWhere>[];

  @Field(() => [EntityWhere], { nullable: true, description: "At least one of these holds; an empty list holds for nothing." })
  or?: Ref<EntityWhere>[];

  @Field(() => EntityWhere, { nullable: true, description: "This does not hold, or is not known to." })
  not?: Ref<EntityWhere>;

  @Field(() => ID, { nullable: true, description: "This id." })
  id?: string;

  @Field(() => [ID], { nullable: true, description: "One of these ids; an empty list holds for nothing." })
  ids?: string[];

  @Field(() => [EntityKindEnum], { nullable: true, description: "One of these kinds." })
  kind?: string[];

  @Field(() => StringFilter, {
    nullable: true,
    description:
      "Any name or alias, ignoring case, accents and script where a transliteration is known; of several conditions each may hold for another of its names.",
  })
  name?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: "The Wikidata item." })
  wikidataId?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: "The description." })
  description?: StringFilter;

  @Field(() => ID, { nullable: true, description: "Places: this place or any inside it, by its id: `place:iran`." })
  within?: string;

  @Field(() => StringFilter, {
    nullable: true,
    description: 'Places: the country that it is or lies in, by its code (ISO 3166-1 alpha-2), as COUNTRY counts them: `{eq: "IR"}`.',
  })
  countryCode?: StringFilter;

  @Field(() => StatementQuantifier, { nullable: true, description: "Statements whose favoured speaker it is." })
  said?: Ref<StatementQuantifier>;

  @Field(() => StatementQuantifier, { nullable: true, description: "Statements about it." })
  spokenAbout?: Ref<StatementQuantifier>;

  @Field(() => PositionWhere, { nullable: true, description: "Persons: a position held, optionally on a date." })
  position?: Ref<PositionWhere>;

  @Field(() => ID, { nullable: true, description: "Persons: member of this organization, by its id: `organization:united-nations`." })
  memberOf?: string;
}

@InputType("PositionWhere", { description: "Conditions on an office or job; all that are given hold for one and the same." })
export class PositionWhere {
  @Field(() => StringFilter, { nullable: true, description: "The office or job in words." })
  title?: StringFilter;

  @Field(() => ID, { nullable: true, description: "The organization that it is with, by id." })
  organization?: string;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Held on that date; a beginning or end that is not known is open, so that a position without dates is held on every date.",
  })
  at?: string;
}

@InputType("EntityQuantifier", { description: "Conditions on all entities together; all that are given hold." })
export class EntityQuantifier {
  @Field(() => EntityWhere, { nullable: true, description: "At least one of the entities fulfils this; with `count`, so many of them do." })
  some?: Ref<EntityWhere>;

  @Field(() => EntityWhere, { nullable: true, description: "All of the entities fulfil this; holds where there are none." })
  every?: Ref<EntityWhere>;

  @Field(() => EntityWhere, { nullable: true, description: "None of the entities fulfils this." })
  none?: Ref<EntityWhere>;

  @Field(() => CountFilter, { nullable: true, description: "How many entities there are: those that `some` describes, or all." })
  count?: CountFilter;
}

@InputType("StatementQuantifier", { description: "Conditions on all statements together; all that are given hold." })
export class StatementQuantifier {
  @Field(() => StatementWhere, {
    nullable: true,
    description: "At least one of the statements fulfils this; with `count`, so many of them do.",
  })
  some?: Ref<StatementWhere>;

  @Field(() => StatementWhere, { nullable: true, description: "All of the statements fulfil this; holds where there are none." })
  every?: Ref<StatementWhere>;

  @Field(() => StatementWhere, { nullable: true, description: "None of the statements fulfils this." })
  none?: Ref<StatementWhere>;

  @Field(() => CountFilter, { nullable: true, description: "How many statements there are: those that `some` describes, or all." })
  count?: CountFilter;
}

@InputType("ReportQuantifier", { description: "Conditions on all reports together; all that are given hold." })
export class ReportQuantifier {
  @Field(() => ReportWhere, { nullable: true, description: "At least one of the reports fulfils this; with `count`, so many of them do." })
  some?: Ref<ReportWhere>;

  @Field(() => ReportWhere, { nullable: true, description: "All of the reports fulfil this; holds where there are none." })
  every?: Ref<ReportWhere>;

  @Field(() => ReportWhere, { nullable: true, description: "None of the reports fulfils this." })
  none?: Ref<ReportWhere>;

  @Field(() => CountFilter, { nullable: true, description: "How many reports there are: those that `some` describes, or all." })
  count?: CountFilter;
}

@InputType("StatementWhere", {
  description:
    "Conditions on a statement; all that are given hold together. A field that is null is as if it were not given. To leave out a demand on something related, make the whole of it null: empty, as in `speaker: {}`, it still asks that there is one.",
})
export class StatementWhere {
  @Field(() => [StatementWhere], { nullable: true, description: "All of these hold." })
  and?: Ref<StatementWhere>[];

  @Field(() => [StatementWhere], { nullable: true, description: "At least one of these holds; an empty list holds for nothing." })
  or?: Ref<StatementWhere>[];

  @Field(() => StatementWhere, { nullable: true, description: "This does not hold, or is not known to." })
  not?: Ref<StatementWhere>;

  @Field(() => ID, { nullable: true, description: "This id." })
  id?: string;

  @Field(() => [ID], { nullable: true, description: "One of these ids; an empty list holds for nothing." })
  ids?: string[];

  @Field(() => StringFilter, { nullable: true, description: "The words on record." })
  text?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: "BCP 47 tag of the language." })
  language?: StringFilter;

  @Field(() => DateFilter, { nullable: true, description: "When it was said." })
  saidAt?: DateFilter;

  @Field(() => DateFilter, { nullable: true, description: "When a source printed it: at least one report of that date." })
  reportedAt?: DateFilter;

  @Field(() => DateFilter, { nullable: true, description: "When it came into this graph." })
  recordedAt?: DateFilter;

  @Field(() => [SpeechActEnum], { nullable: true, description: "One of these acts." })
  speechAct?: string[];

  @Field(() => EntityWhere, { nullable: true, description: "The favoured speaker. `attributions` looks at every candidate." })
  speaker?: Ref<EntityWhere>;

  @Field(() => AttributionWhere, { nullable: true, description: "A candidate speaker, favoured or not." })
  attributions?: Ref<AttributionWhere>;

  @Field(() => EntityQuantifier, { nullable: true, description: "Who and what it is about." })
  about?: Ref<EntityQuantifier>;

  @Field(() => EntityQuantifier, { nullable: true, description: "Who and what it names without being about them." })
  mentions?: Ref<EntityQuantifier>;

  @Field(() => EntityQuantifier, { nullable: true, description: "Whom it was said to." })
  addressedTo?: Ref<EntityQuantifier>;

  @Field(() => [StanceEnum], {
    nullable: true,
    description: "The side it takes; together with `about: {some: …}`, towards the entities found there, otherwise towards anything.",
  })
  stance?: string[];

  @Field(() => EntityWhere, { nullable: true, description: "The place where it was said; `within` includes the places inside one." })
  saidIn?: Ref<EntityWhere>;

  @Field(() => EntityWhere, { nullable: true, description: "The event during which it was said." })
  saidDuring?: Ref<EntityWhere>;

  @Field(() => ReportQuantifier, { nullable: true, description: "The sources that carry it." })
  reports?: Ref<ReportQuantifier>;

  @Field(() => StatementQuantifier, { nullable: true, description: "The statements that it answers." })
  respondsTo?: Ref<StatementQuantifier>;

  @Field(() => [ResponseKindEnum], {
    nullable: true,
    description: "How it answers; together with `respondsTo: {some: …}`, the statements found there, otherwise any.",
  })
  respondsToKind?: string[];

  @Field(() => StatementQuantifier, { nullable: true, description: "The statements that answer it." })
  responses?: Ref<StatementQuantifier>;

  @Field(() => [ResponseKindEnum], {
    nullable: true,
    description: "How it is answered; together with `responses: {some: …}`, by the statements found there, otherwise by any.",
  })
  responseKind?: string[];

  @Field(() => ID, { nullable: true, description: "It makes this claim, by its id." })
  claim?: string;

  @Field(() => StringFilter, { nullable: true, description: "A fact-checker's verdict on a claim that it makes." })
  rating?: StringFilter;

  @Field(() => [ID], { nullable: true, description: "It came from one of these datasets, by their ids: `dataset:soleimani-2020`." })
  dataset?: string[];
}

@InputType("AttributionWhere", {
  description: "Conditions on one candidate speaker of a statement; all that are given hold for one and the same.",
})
export class AttributionWhere {
  @Field(() => EntityWhere, { nullable: true, description: "The candidate." })
  speaker?: Ref<EntityWhere>;

  @Field(() => FloatFilter, { nullable: true, description: "0 to 1; a candidate without a number never fulfils it." })
  probability?: FloatFilter;

  @Field(() => [RankEnum], { nullable: true, description: "One of these ranks." })
  rank?: string[];
}

@InputType("ReportWhere", { description: "Conditions on one source's account of a statement; all that are given hold together." })
export class ReportWhere {
  @Field(() => [ReportWhere], { nullable: true, description: "All of these hold." })
  and?: Ref<ReportWhere>[];

  @Field(() => [ReportWhere], { nullable: true, description: "At least one of these holds; an empty list holds for nothing." })
  or?: Ref<ReportWhere>[];

  @Field(() => ReportWhere, { nullable: true, description: "This does not hold, or is not known to." })
  not?: Ref<ReportWhere>;

  @Field(() => [QuotationTypeEnum], { nullable: true, description: "One of these types." })
  type?: string[];

  @Field(() => StringFilter, { nullable: true, description: "The verb or phrase of attribution." })
  cue?: StringFilter;

  @Field(() => [SourceKindEnum], { nullable: true, description: "How the source names the speaker." })
  sourceKind?: string[];

  @Field(() => DateFilter, { nullable: true, description: "When this source printed it." })
  reportedAt?: DateFilter;

  @Field(() => FloatFilter, { nullable: true, description: "How sure the extraction is, 0 to 1." })
  confidence?: FloatFilter;

  @Field(() => EntityWhere, { nullable: true, description: "Who published the document; for a post, the owner of the account." })
  publisher?: Ref<EntityWhere>;

  @Field(() => DocumentWhere, { nullable: true, description: "The document that it stands in." })
  document?: Ref<DocumentWhere>;
}

@InputType("DocumentWhere", { description: "Conditions on a document; all that are given hold together." })
export class DocumentWhere {
  @Field(() => ID, { nullable: true, description: "This id." })
  id?: string;

  @Field(() => [ID], { nullable: true, description: "One of these ids; an empty list holds for nothing." })
  ids?: string[];

  @Field(() => StringFilter, { nullable: true, description: "The headline or title." })
  title?: StringFilter;

  @Field(() => StringFilter, { nullable: true, description: "The web address." })
  url?: StringFilter;

  @Field(() => [GenreEnum], { nullable: true, description: "One of these genres." })
  genre?: string[];

  @Field(() => EntityWhere, { nullable: true, description: "Who published it; for a post, the owner of the account." })
  publisher?: Ref<EntityWhere>;

  @Field(() => EntityWhere, { nullable: true, description: "Somebody who wrote it." })
  author?: Ref<EntityWhere>;

  @Field(() => DateFilter, { nullable: true, description: "When it was published." })
  publishedAt?: DateFilter;

  @Field(() => [ID], { nullable: true, description: "It came from one of these datasets, by their ids: `dataset:soleimani-2020`." })
  dataset?: string[];
}

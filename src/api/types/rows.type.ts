import { Extensions, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { PartialDateScalar } from "../scalars/partial-date.scalar";
import { DateTimeScalar } from "../scalars/stored-text.scalar";
import { EntityType, SpeakerType } from "./entity.type";

const JOINED = "; several are joined by `; `.";

@ObjectType("StatementRow", {
  simpleResolvers: true,
  description: "One statement as one flat row, for tables and spreadsheets. Lists are joined by `; `, each text once.",
})
export class StatementRowType {
  @Field(() => ID, { description: "The statement's id." })
  id!: string;

  @Field(() => String, { description: "The words on record." })
  text!: string;

  @Field(() => String, { nullable: true, description: "When it was said, as written (EDTF)." })
  saidAt?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "The first instant that `saidAt` may mean (UTC), for tools that want a time. Null before the year 0 and after 9999, for which DateTime has no form.",
  })
  time?: string;

  @Field(() => String, { nullable: true, description: "Name of the favoured speaker." })
  speaker?: string;

  @Field(() => ID, { nullable: true, description: "Id of the favoured speaker." })
  speakerId?: string;

  @Field(() => String, { nullable: true, description: `Names of whom and what it is about${JOINED}` })
  about?: string;

  @Field(() => String, { nullable: true, description: `Ids of whom and what it is about${JOINED}` })
  aboutIds?: string;

  @Field(() => String, { nullable: true, description: "Name of the place where it was said." })
  saidIn?: string;

  @Field(() => ID, { nullable: true, description: "Id of the place where it was said." })
  saidInId?: string;

  @Field(() => Float, { nullable: true, description: "Of the place: degrees north of the equator (WGS 84)." })
  latitude?: number;

  @Field(() => Float, { nullable: true, description: "Of the place: degrees east of Greenwich (WGS 84)." })
  longitude?: number;

  @Field(() => String, { nullable: true, description: "Name of the event during which it was said." })
  saidDuring?: string;

  @Field(() => String, { nullable: true, description: `Names of who published reports of it, the earliest 100 at most${JOINED}` })
  publisher?: string;

  @Field(() => String, { nullable: true, description: `Addresses of the documents that carry it, the earliest 100 at most${JOINED}` })
  url?: string;

  @Field(() => String, { nullable: true, description: `How its reports quote (QuotationType)${JOINED}` })
  quotationType?: string;

  @Field(() => String, { nullable: true, description: `Verbs or phrases of attribution in its reports${JOINED}` })
  cue?: string;

  @Field(() => String, { nullable: true, description: "Id of the dataset that it came from." })
  dataset?: string;
}

@ObjectType("StatementRowPage", { simpleResolvers: true, description: "A page of statements as flat rows." })
export class StatementRowPageType {
  @Field(() => [StatementRowType], { description: "The rows, in the order that was asked for." })
  rows!: StatementRowType[];

  @Field(() => String, { nullable: true, description: "Cursor of the last row, for `after`; null on an empty page." })
  endCursor?: string;

  @Field(() => Boolean, { description: "There are rows behind this page." })
  hasNextPage!: boolean;

  @Field(() => Int, { description: "Rows in all. Counted only when asked for." })
  totalCount!: number;
}

@ObjectType("SpeechCell", {
  simpleResolvers: true,
  description: "Who spoke about whom: one cell for each pair of which there are statements.",
})
export class SpeechCellType {
  @Extensions({ row: true })
  @Field(() => SpeakerType, { description: "Who spoke: the favoured speaker." })
  speaker!: SpeakerType;

  @Extensions({ row: true })
  @Field(() => EntityType, { description: "Whom or what it was about." })
  target!: EntityType;

  @Field(() => Int, { description: "Statements." })
  count!: number;

  @Field(() => Int, { description: "Those that speak for the target." })
  favour!: number;

  @Field(() => Int, { description: "Those that speak against the target." })
  against!: number;

  @Field(() => PartialDateScalar, { nullable: true, description: "The date of the earliest of them; null where none is dated." })
  firstSaidAt?: string;

  @Field(() => PartialDateScalar, { nullable: true, description: "The date of the latest of them; null where none is dated." })
  lastSaidAt?: string;
}

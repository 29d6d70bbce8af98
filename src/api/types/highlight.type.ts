import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("TextRange", { simpleResolvers: true, description: "A stretch of a text (W3C Web Annotation TextPositionSelector)." })
export class TextRangeType {
  @Field(() => Int, { description: "First character: Unicode code points from the start of the text, from 0." })
  start!: number;

  @Field(() => Int, { description: "Behind the last character: Unicode code points, exclusive." })
  end!: number;
}

@ObjectType("Highlight", { simpleResolvers: true, description: "One field of a hit in which the words of a search were found." })
export class HighlightType {
  @Field(() => String, { description: "The field: `text`, `name`, `aliases`, `title`." })
  field!: string;

  @Field(() => String, {
    description:
      "The field as it is written; of one with more than 20,000 characters, the part around the first match. Matches lie at `ranges`.",
  })
  text!: string;

  @Field(() => Int, { description: "Where `text` begins in the field: Unicode code points; 0 where it is the whole of it." })
  offset!: number;

  @Field(() => [TextRangeType], {
    description: "Where the words are within `text`, also where they were found by stem, without accent, or misspelt.",
  })
  ranges!: TextRangeType[];
}

import { splitSentences } from "../../../src/seeding/wording/split-sentences";

const split = (text: string, language?: string): string[] => splitSentences(text, language).map((each) => each.text);

describe("splitSentences", () => {
  it.each([
    ["We won. They lost! Why? Nobody knows…", ["We won.", "They lost!", "Why?", "Nobody knows…"]],
    ["Mr. Smith met Dr. Jones. Sen. Lee left.", ["Mr. Smith met Dr. Jones.", "Sen. Lee left."]],
    ["The U.S. Senate voted. I was in the U.S. He was not.", ["The U.S. Senate voted.", "I was in the U.S.", "He was not."]],
    ["J. R. R. Tolkien wrote. So did L. I. Brezhnev.", ["J. R. R. Tolkien wrote.", "So did L. I. Brezhnev."]],
    ["It is between you and I. We shall see.", ["It is between you and I.", "We shall see."]],
    ["We meet at 9 p.m. Thursday. It ends at 10 p.m. Then we go.", ["We meet at 9 p.m. Thursday.", "It ends at 10 p.m.", "Then we go."]],
    ["See No. 5 of it. I say no. Never!", ["See No. 5 of it.", "I say no.", "Never!"]],
    ["St. Lucia thanks St. Kitts.", ["St. Lucia thanks St. Kitts."]],
    ["Smith vs. Jones went on.", ["Smith vs. Jones went on."]],
    ["1. We agree. 12. We do not. That was in 2014. It is over.", ["1. We agree.", "12. We do not.", "That was in 2014.", "It is over."]],
    ["It rose by 3.5 percent. See www.example.org for more.", ["It rose by 3.5 percent.", "See www.example.org for more."]],
    ['He said: "We won." Then he left.', ['He said: "We won."', "Then he left."]],
    ["“Why?” he asked. “Because.” (It was late.) We slept.", ["“Why?” he asked.", "“Because.”", "(It was late.)", "We slept."]],
    ["Well ... maybe. And … so on.", ["Well ... maybe.", "And … so on."]],
    ["我们赢了。他们输了！「为什么？」", ["我们赢了。", "他们输了！", "「为什么？」"]],
    ["चुनाव हुआ। हम जीते।", ["चुनाव हुआ।", "हम जीते।"]],
    ["هل فزنا؟ نعم.", ["هل فزنا؟", "نعم."]],
    ["no end", ["no end"]],
    ["", []],
    ["  * * *  \n\n ... ", []],
  ])("splits %j", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("keeps a sentence whole over the ends of hard-wrapped lines", () => {
    expect(split("We won\nthe vote. They\r\nlost it.")).toEqual(["We won\nthe vote.", "They\r\nlost it."]);
  });

  it.each(["A heading\n\nthe text", "A heading\r\n \r\nthe text", "A heading.\n\nthe text"])(
    "ends a sentence at the blank line of %j",
    (text) => {
      expect(split(text)).toHaveLength(2);
    },
  );

  it.each([
    ["de", "Am 3. Oktober kam er. Wir auch.", ["Am 3. Oktober kam er.", "Wir auch."]],
    ["en", "It was on page 3. October came.", ["It was on page 3.", "October came."]],
  ])("knows in %s whether a number with a stop is an ordinal", (language, text, sentences) => {
    expect(split(text, language)).toEqual(sentences);
  });

  it("counts code points and not the units of JavaScript", () => {
    const text = " 🦭🦭 won. 𝔘s too.\n";
    const points = [...text];
    const sentences = splitSentences(text);
    expect(sentences.map(({ start, end }) => points.slice(start, end).join(""))).toEqual(["🦭🦭 won.", "𝔘s too."]);
    expect(sentences.map(({ text: words }) => words)).toEqual(["🦭🦭 won.", "𝔘s too."]);
  });
});

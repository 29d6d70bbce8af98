import { classifySource } from "../../../src/seeding/naming/classify-source";

describe("classifySource", () => {
  it.each(["he", "She ", "they", "who", "his", "I", "We’ve", "that", "those", "they themselves", "you all"])(
    "takes %j for a pronoun",
    (text) => {
      expect(classifySource(text)).toBe("PRONOUN");
    },
  );

  it.each([
    "Ann Lee",
    "Mr. Lee",
    "Lee’s",
    "Sen. Ann Lee (R-Ky.)",
    "Lee, who left in May,",
    "Ann Lee, a spokeswoman for the campaign,",
    "The finance minister, Ann Lee,",
    "Lee campaign spokesman Ben Moor",
    "17-year-old Ann Lee",
    "Former Moor chief of staff Ann Lee",
    "The White House",
    "the State Department",
    "The Times newspaper",
    "the Bank of Moor",
    "the House",
    "Lee and others",
    "Neither Lee nor Moor",
    "CNN",
    "Zoë",
    "Mr. el-Khouri",
    "@realDonaldTrump",
    "@ben_moor",
    "u/throwaway",
    "user123",
    "ben@oak.example",
    "realBenMoor",
    "eBay",
    "barack obama",
    "jimmy carter",
    "danah boyd",
    "bell hooks",
    "k.d. lang",
    "j. k. rowling",
    "ada-novak",
    "A Sharma",
    "A Novak",
    "An Nguyen",
  ])("takes %j for a name", (text) => {
    expect(classifySource(text)).toBe("NAMED");
  });

  it.each([
    "officials",
    "Officials",
    "a source",
    "an administration official",
    "two people familiar with the matter",
    "people briefed on the talks",
    "sources",
    "one aide",
    "a spokesman",
    "Lee aides",
    "a spokesman for the committee",
    "one of Lee's friends",
    "some",
    "Others",
    "the president",
    "The candidate",
    "two women in the crowd",
    "the poll",
    "A study by Ann Lee",
    "a Democrat",
    "the senator from Moor",
    "Many in the party",
    "A Republican",
    "A Spokesman",
    "A Teacher",
    "An Iranian",
    "A Muslim",
    "a Sharma",
    "Anonymous",
    "Anon.",
    "Witness 1",
    "Speaker 12",
    "taxi driver",
    "concerned mother",
    "vice-president",
    "co-founder",
    "senior administration officials",
    "a man",
    "un portavoz",
  ])("takes %j for somebody without a name", (text) => {
    expect(classifySource(text)).toBe("UNNAMED");
  });

  it.each([
    "Republicans",
    "the campaign",
    "The Lee campaign",
    "Lee's team",
    "critics",
    "Critics, like Ann Lee,",
    "voters",
    "Iranian leaders",
    "the committee",
    "his party",
    "some Democrats",
    "a majority of Democrats",
    "Economists",
    "35 percent",
    "the police",
    "white people",
    "the suspects",
    "policy experts",
    "trade unions",
    "many experts and some lawmakers",
    "the Lee Administration",
  ])("takes %j for a group", (text) => {
    expect(classifySource(text)).toBe("COLLECTIVE");
  });

  it("gives a kind for words of no sense", () => {
    expect(
      ["", "–", "of", "and", " , "].map((text) => ["NAMED", "UNNAMED", "COLLECTIVE", "PRONOUN"].includes(classifySource(text))),
    ).toEqual(Array(5).fill(true));
  });
});

import { analyzeText } from "../../src/search/analyze-text";
import { foldText } from "../../src/search/fold-text";
import { indexedText } from "../../src/search/indexed-text";
import { NO_STEMMER, stemmerOf, stemWord, STEMMERS } from "../../src/search/stem-word";

const stems = (text: string, stemmer = NO_STEMMER): string[] => analyzeText(text, stemmer).map((token) => token.stem);

describe("analyzeText", () => {
  it.each([
    ["Élections présidentielles, 2020!", ["elections", "presidentielles", "2020"]],
    ["سلیمانی كتاب", ["سلیمانی", "کتاب"]],
    ["ﬁne ½ ǅ", ["fine", "1", "2", "dz"]],
    ["中国 wins 東京", ["中", "国", "wins", "東", "京"]],
    ["Iran’s #Soleimani @JZarif", ["iran", "s", "soleimani", "jzarif"]],
    ["", []],
    ["— … !", []],
  ])("finds the words of %s", (text, found) => {
    expect(stems(text)).toEqual(found);
  });

  it("tells where each word stands, in code points", () => {
    const text = "🦭🦭 The naïve café";
    const points = [...text];
    expect(analyzeText(text, NO_STEMMER).map(({ start, end }) => points.slice(start, end).join(""))).toEqual(["The", "naïve", "café"]);
  });

  it("reads signs that are written for letters, and none that are written beside them", () => {
    expect(stems("5℃ ㎏ №7 Brand™ ©", NO_STEMMER)).toEqual(["5", "c", "kg", "no", "7", "brand"]);
  });

  it.each([
    ["ﾊﾞｽ", ["バ", "ス"]],
    ["มาตรา ๑๑๒", ["ม", "า", "ต", "ร", "า", "112"]],
    ["ทำ", ["ทํ", "า"]],
    ["Ⓛⓞⓥⓔ 🄻🄾", ["love", "lo"]],
    ["₨500 ﷼", ["rs", "500", "ریال"]],
  ])("reads %s as what it stands for", (text, words) => {
    expect(stems(text)).toEqual(words);
  });

  it("finds the same words in a text and in its folded form, as names are stored, whatever sign stands in it", () => {
    const signs = Array.from({ length: 0x1_f300 }, (_, point) => String.fromCodePoint(point)).filter((sign) => foldText(sign) !== sign);
    const texts = signs.flatMap((sign) => ["a", "5", "ﾊ", "ท", "我", "ن"].flatMap((beside) => [beside + sign, sign + beside + sign]));
    const isSaraAm = /[a5ﾊ我ن][ำຳ]|^[ำຳ][a5ﾊ我ن]/u;
    const differing = texts.filter((text) => !isSaraAm.test(text) && stems(text).join(" ") !== stems(foldText(text)).join(" "));
    expect(signs.length).toBeGreaterThan(7000);
    expect(differing).toEqual([]);
  });

  it("stems by the language, and keeps the word", () => {
    expect(analyzeText("Running economies", "english")).toMatchObject([
      { stem: "run", word: "running" },
      { stem: "economi", word: "economies" },
    ]);
  });

  it("finds the same words whether or not there are other letters than plain ones", () => {
    const text = `It's "Tehran-9", a_b\tRUNNING ${"x".repeat(300)}\n42nd`;
    expect(analyzeText(text, "english")).toEqual(analyzeText(`${text} é`, "english").slice(0, -1));
    expect(stems(text, "english")).toEqual(["it", "s", "tehran", "9", "a", "b", "run", "x".repeat(200), "42nd"]);
  });

  it("cuts a word of a thousand letters, and no letter of two units in half", () => {
    const [token] = analyzeText("𝒂".repeat(1000), NO_STEMMER);
    expect([...(token?.word ?? "")]).toHaveLength(200);
  });
});

describe("stemmerOf", () => {
  it.each([
    ["en", "english"],
    ["en-GB", "english"],
    ["PT-br", "portuguese"],
    ["nb", "norwegian"],
    ["fa", NO_STEMMER],
    ["__proto__", NO_STEMMER],
    [null, NO_STEMMER],
  ])("gives %s the stemmer %s", (language, stemmer) => {
    expect(stemmerOf(language)).toBe(stemmer);
  });

  it.each(STEMMERS.map((stemmer) => [stemmer]))("gives a stemmer that works: %s", (stemmer) => {
    expect(stemWord("international", stemmer)).toMatch(/^intern/);
  });
});

describe("indexedText", () => {
  it("stores each stem between blanks of its own, and words where they differ", () => {
    expect(indexedText(["Running dogs", "run"], "english")).toEqual({
      searchText: " run  dog \n run ",
      searchWords: " running  dogs \n run ",
    });
  });

  it("stores words once where nothing is stemmed, and nothing where there is no word", () => {
    expect(indexedText(["Ann Grey"], NO_STEMMER)).toEqual({ searchText: " ann  grey " });
    expect(indexedText(["…", ""], NO_STEMMER)).toBeNull();
  });
});

import { bestWords } from "../../src/search/best-words";
import { indexedText } from "../../src/search/indexed-text";
import { BEST_SHARE, shareOf } from "../../src/model/relevance";

const stored = (text: string): string => indexedText([text], "none")?.searchText ?? "";
const filler = (words: number): string => Array.from({ length: words }, (_, at) => `w${String(at)}`).join(" ");

describe("bestWords", () => {
  it("are all words of a short text, each once", () => {
    expect(bestWords(stored("No war, no peace"))).toBe("no war peace");
  });

  it("are the words that a longer text repeats", () => {
    expect(bestWords(stored(`war ${filler(20)} war war war`))).toBe("war");
  });

  it("are none of a long text", () => {
    expect(bestWords(stored(`war ${filler(40)}`))).toBeNull();
  });

  it("reach down to the share that is promised, and no further", () => {
    const isBest = Array.from({ length: 60 }, (_, words) => {
      const text = stored(`war ${filler(words)}`);
      return { kept: (bestWords(text) ?? "").split(" ").includes("war"), share: shareOf(1, text.length) };
    });
    for (const { kept, share } of isBest) expect(kept).toBe(share >= BEST_SHARE);
    expect(new Set(isBest.map(({ kept }) => kept)).size).toBe(2);
  });

  it("count the words of all texts of a node against the length of all", () => {
    const both = indexedText(["War", `of the worlds ${filler(2)}`], "none")?.searchText ?? "";
    expect(bestWords(both)).toBe("war of the worlds w0 w1");
  });

  it("measure a text in characters, of which some take two units", () => {
    // By units the word would not be among the best.
    const text = stored(`war ${"0𐐷".repeat(20)}`);
    expect([shareOf(1, [...text].length) >= BEST_SHARE, shareOf(1, text.length) >= BEST_SHARE]).toEqual([true, false]);
    expect((bestWords(text) ?? "").split(" ")).toContain("war");
  });
});

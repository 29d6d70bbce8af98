import { bestWords } from "../../src/search/best-words";
import { indexedText } from "../../src/search/indexed-text";
import { BEST_SHARES, shareOf } from "../../src/model/relevance";

const stored = (text: string): string => indexedText([text], "none")?.searchText ?? "";
const [LEAST] = BEST_SHARES;
/** Without the numbers of their tiers. */
const stemsOf = (best: string | null): string[] => (best ?? "").split(" ").map((word) => word.slice(0, -1));
const filler = (words: number): string => Array.from({ length: words }, (_, at) => `w${String(at)}`).join(" ");

describe("bestWords", () => {
  it("are all words of a short text, each once", () => {
    expect(bestWords(stored("No war, no peace"))).toBe("no3 war1 peace1");
  });

  it("are the words that a longer text repeats", () => {
    expect(bestWords(stored(`war ${filler(20)} war war war`))).toBe("war2");
  });

  it("are none of a long text", () => {
    expect(bestWords(stored(`war ${filler(40)}`))).toBeNull();
  });

  it("reach down to the share that is promised, and no further", () => {
    const isBest = Array.from({ length: 60 }, (_, words) => {
      const text = stored(`war ${filler(words)}`);
      return { kept: stemsOf(bestWords(text)).includes("war"), share: shareOf(1, text.length) };
    });
    for (const { kept, share } of isBest) expect(kept).toBe(share >= LEAST);
    expect(new Set(isBest.map(({ kept }) => kept)).size).toBe(2);
  });

  it("are told with the highest of the shares that they reach", () => {
    const tiers = Array.from({ length: 60 }, (_, words) => {
      const text = stored(`${"war ".repeat(4)}${filler(words)}`);
      const share = shareOf(4, text.length);
      return { kept: /war(\d)/.exec(bestWords(text) ?? "")?.[1] ?? "-", reached: BEST_SHARES.findLastIndex((least) => share >= least) };
    });
    for (const { kept, reached } of tiers) expect(kept).toBe(reached < 0 ? "-" : String(reached));
    expect(new Set(tiers.map(({ kept }) => kept))).toEqual(new Set(["3", "2", "1", "0"]));
  });

  it("count the words of all texts of a node against the length of all", () => {
    const both = indexedText(["War", `of the worlds ${filler(2)}`], "none")?.searchText ?? "";
    expect(bestWords(both)).toBe("war0 of0 the0 worlds0 w00 w10");
  });

  it("measure a text in characters, of which some take two units", () => {
    // By units the word would not be among the best.
    const text = stored(`war ${"0𐐷".repeat(20)}`);
    expect([shareOf(1, [...text].length) >= LEAST, shareOf(1, text.length) >= LEAST]).toEqual([true, false]);
    expect(stemsOf(bestWords(text))).toContain("war");
  });
});

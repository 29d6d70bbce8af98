import { NearDuplicates } from "../../../src/seeding/wording/find-near-duplicates";
import type { NearOptions, NearPair } from "../../../src/seeding/wording/find-near-duplicates";

const SAID = "We shall build the bridge over the river before the next winter comes to our town and its people";
const TEXTS = [
  SAID,
  SAID.replace("bridge", "brigde"),
  `“${SAID.toUpperCase()}!”`,
  SAID.split(" ").slice(0, 13).join(" "),
  "The harvest was poor in all of the valley, and so we buy our grain from those who live upstream",
  "we shall build it",
  "We shall build it!",
];

function pairsOf(texts: readonly string[], options: NearOptions = {}): NearPair[] {
  const finder = new NearDuplicates({ textOf: (key) => texts[key] ?? "", ...options });
  for (const [key, text] of texts.entries()) finder.add(key, text);
  return [...finder.pairs()].sort((x, y) => x.a - y.a || x.b - y.b);
}

describe("NearDuplicates", () => {
  it("pairs a text with its misspelt, its shouted and its cut form, each once", () => {
    expect(pairsOf(TEXTS).map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  it("gives as similarity the share of three-word runs that both have", () => {
    // 20 words have 18 runs; one misspelt changes 3 of them, 13 words keep 11.
    const [misspelt, same, cut] = pairsOf(TEXTS).map(({ similarity }) => similarity);
    expect([misspelt, same, cut]).toEqual([14 / 20, 1, 11 / 17]);
  });

  it("keeps to the threshold", () => {
    expect(pairsOf(TEXTS, { threshold: 0.68 }).map(({ b }) => b)).toEqual([1, 2]);
  });

  it("estimates where it cannot have the texts back", () => {
    const finder = new NearDuplicates({ threshold: 0.4 });
    for (const [key, text] of TEXTS.entries()) finder.add(key, text);
    const found = [...finder.pairs()].find(({ a, b }) => a === 0 && b === 1);
    expect(Math.abs((found?.similarity ?? 0) - 0.7)).toBeLessThan(0.2);
  });

  it("pairs equal texts with the first of them alone", () => {
    expect(pairsOf(Array<string>(200).fill(SAID)).every(({ a, similarity }) => a === 0 && similarity === 1)).toBe(true);
    expect(pairsOf(Array<string>(200).fill(SAID))).toHaveLength(199);
  });

  it("finds nothing among no texts", () => {
    expect(pairsOf([])).toEqual([]);
  });

  it("finds nearly all of many misspelt texts, and none that is not there", () => {
    const base = Array.from({ length: 400 }, (_, n) =>
      Array.from({ length: 20 }, (__, at) => `w${String((n * 7919 + at * at * 101 + n * at) % 5003)}`),
    );
    const texts = base.flatMap((words) => [words.join(" "), words.with(9, "typo").join(" ")]);
    const found = pairsOf(texts, { threshold: 0.65 });
    expect(found.every(({ a, b }) => b === a + 1 && a % 2 === 0)).toBe(true);
    expect(found.length).toBeGreaterThan(396);
  });
});

import { isMisspelling, misspellingPattern, piecesOf } from "../../src/search/misspelling";

/** Numbers that look random and are the same every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

function change(word: string, edits: number, random: () => number): string {
  const letters = [...word];
  for (let edit = 0; edit < edits; edit++) {
    const at = Math.floor(random() * (letters.length + 1));
    const letter = "abmispleg🦭"[Math.floor(random() * 9)] ?? "x";
    const kind = Math.floor(random() * 3);
    if (kind === 0) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, letter);
    else if (at < letters.length) letters[at] = letter;
  }
  return letters.join("");
}

describe("misspellingPattern", () => {
  it.each([
    ["iran", 1],
    ["misspelling", 2],
    ["🦭aab", 1],
  ])("matches just what is within the distance of %s", (word, distance) => {
    const pattern = new RegExp(`^(?:${misspellingPattern(word, distance)})$`, "u");
    const random = numbers(7);
    const wrong = Array.from({ length: 3000 }, () => change(word, Math.floor(random() * 4), random)).filter(
      (each) => pattern.test(each) !== isMisspelling(each, word, distance),
    );
    expect(wrong).toEqual([]);
  });

  it("never reaches over a blank", () => {
    expect(new RegExp(`^(?:${misspellingPattern("iran", 1)})$`, "u").test("ir n")).toBe(false);
  });
});

describe("piecesOf", () => {
  it("gives pieces of which every misspelling keeps one", () => {
    const random = numbers(11);
    for (let index = 0; index < 2000; index++) {
      const changed = change("adventurism", 2, random);
      if (isMisspelling(changed, "adventurism", 2)) expect(piecesOf("adventurism", 2).some((piece) => changed.includes(piece))).toBe(true);
    }
  });
});

describe("isMisspelling", () => {
  it.each([
    ["kitten", "sitting", 2, false],
    ["kitten", "sitten", 1, true],
    ["", "ab", 2, true],
    ["abcd", "a", 2, false],
  ])("of %s and %s within %d is %s", (a, b, distance, answer) => {
    expect(isMisspelling(a, b, distance)).toBe(answer);
  });
});

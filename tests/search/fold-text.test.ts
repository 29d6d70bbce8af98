import { foldPart, foldText } from "../../src/search/fold-text";

describe("foldPart", () => {
  it.each(["Plain  Words,\n\tand `more`!", " outer ", "", "~!@#$%^&*()_+{}|:\"<>?-=[]\\;',./0123456789"])(
    "folds plain letters as it folds them beside a mark that it takes away: %j",
    (text) => {
      expect(foldPart(text)).toBe(foldPart(`${text}\u0301`));
    },
  );

  it("keeps the outer blanks of a text, and no others: a spacing acute becomes one", () => {
    expect([foldPart("Ich hab´"), foldPart("´ or"), foldPart(" don´t ")]).toEqual(["ich hab", "or", " don t "]);
  });
});

describe("foldText", () => {
  it.each([
    ["accents", "Čeština Việt Ñandú", "cestina viet nandu"],
    ["Greek case and accents", "ΟΔΌΣ ὁδός", "οδοσ οδοσ"],
    ["Hebrew points", "שָׁלוֹם", "שלום"],
    ["Arabic marks and letters", "مُحَمَّد عليّ كتاب", "محمد علی کتاب"],
    ["digits of other scripts", "۱۲۳ ٤٥٦ ७८९ ๐๑", "123 456 789 01"],
    ["width", "ＡＢＣ ｶﾞ", "abc ガ"],
    ["signs of law, and how others are written", "Brand™ №7 5㎏ Ⓛⓞⓥⓔ", "brand no 7 5 kg love"],
  ])("ignores %s", (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each([
    ["Japanese voicing", ["ハリ", "バリ", "パリ"]],
    ["Hindi vowels", ["दिन", "दान", "दीन"]],
    ["Tamil vowels", ["மரம்", "மாரம்"]],
    ["Thai vowels and tones", ["ปา", "ป่า", "ปี"]],
  ])("keeps apart what differs by %s", (_, words) => {
    expect(new Set(words.map(foldText)).size).toBe(words.length);
  });

  it.each(["バ", "दी", "गे", "ป่า", "க்ஷ"])("makes one of the ways to write %s", (text) => {
    expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
  });
});

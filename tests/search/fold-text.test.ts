import { foldPart } from "../../src/search/fold-text";

describe("foldPart", () => {
  it.each(["Plain  Words,\n\tand `more`!", " outer ", "", "~!@#$%^&*()_+{}|:\"<>?-=[]\\;',./0123456789"])(
    "folds plain letters as it folds them beside a mark that it takes away: %j",
    (text) => {
      expect(foldPart(text)).toBe(foldPart(`${text}\u0301`));
    },
  );
});

import { readCursor, writeCursor } from "../../src/compiler/cursor";
import type { KeyKind } from "../../src/compiler/cursor";

const TEXT = [{}];
const LIST = "Query.people NAME:ASC";

describe("readCursor", () => {
  it.each([[["a|person:a"]], [[3, "a|person:a"]], [["سلیمانی 🙂 ' \" \\"]], [["", -1]]])(
    "gives back the values %j that were written",
    (keys) => {
      expect(
        readCursor(
          writeCursor(LIST, keys),
          LIST,
          keys.map((key) => (typeof key === "number" ? { isNumber: true } : {})),
          "after",
        ),
      ).toEqual(keys);
    },
  );

  it("writes cursors that need no escaping in an address", () => {
    expect(writeCursor(LIST, ["سلیمانی?&=/+", 1])).toMatch(/^[\w-]+$/);
  });

  it("names the argument in its refusal", () => {
    expect(() => readCursor(writeCursor("Query.places NAME:ASC", ["a"]), LIST, TEXT, "before")).toThrow(
      /`before` is no cursor of this list/,
    );
  });

  it("refuses a cursor with another number of values", () => {
    expect(() => readCursor(writeCursor(LIST, ["a", "b"]), LIST, TEXT, "after")).toThrow(/no cursor/);
  });

  it.each<[string, string | number, KeyKind]>([
    ["text", "3", { isNumber: true }],
    ["a number", 3, {}],
  ])("refuses %s where a list is sorted by the other", (_, key, kind) => {
    expect(() => readCursor(writeCursor(LIST, [key]), LIST, [kind], "after")).toThrow(/no cursor/);
  });

  it("refuses text that decodes to the same but was written otherwise", () => {
    const cursor = writeCursor(LIST, ["a"]);
    expect(() => readCursor(`${cursor}=`, LIST, TEXT, "after")).toThrow(/no cursor/);
  });
});

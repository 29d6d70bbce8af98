import { readCursor, writeCursor } from "../../src/compiler/cursor";

const LIST = "Query.people NAME:ASC";

describe("readCursor", () => {
  it.each([[["a|person:a"]], [[3, "a|person:a"]], [["سلیمانی 🙂 ' \" \\"]], [["", -1]]])(
    "gives back the values %j that were written",
    (keys) => {
      expect(readCursor(writeCursor(LIST, keys), LIST, keys.length, "after")).toEqual(keys);
    },
  );

  it("writes cursors that need no escaping in an address", () => {
    expect(writeCursor(LIST, ["سلیمانی?&=/+", 1])).toMatch(/^[\w-]+$/);
  });

  it("names the argument in its refusal", () => {
    expect(() => readCursor(writeCursor("Query.places NAME:ASC", ["a"]), LIST, 1, "before")).toThrow(/`before` is no cursor of this list/);
  });

  it("refuses a cursor with another number of values", () => {
    expect(() => readCursor(writeCursor(LIST, ["a", "b"]), LIST, 1, "after")).toThrow(/no cursor/);
  });

  it("refuses text that decodes to the same but was written otherwise", () => {
    const cursor = writeCursor(LIST, ["a"]);
    expect(() => readCursor(`${cursor}=`, LIST, 1, "after")).toThrow(/no cursor/);
  });
});

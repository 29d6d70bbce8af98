import { JsonFault, parseJson } from "../../../src/seeding/readers/parse-json";

function faultOf(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonFault) return `${String(error.at)} ${error.kind} ${error.message}`;
    throw error;
  }
  return "none";
}

describe("parseJson", () => {
  it("keeps the spelling of numbers", () => {
    expect(parseJson("[1.10, 12345678901234567890, -0, 1E+3]")).toEqual(["1.10", "12345678901234567890", "-0", "1E+3"]);
  });

  it("reads true and false as texts, null as the empty one", () => {
    expect(parseJson(' {"a": true, "b": [false, null]} ')).toEqual({ a: "true", b: ["false", ""] });
  });

  it("reads escapes, a backslash at the end of a text among them", () => {
    expect(parseJson(String.raw`["\\", "\"\u00e9\ud83d\ude00\n", "a\\\"b"]`)).toEqual(["\\", '"é😀\n', 'a\\"b']);
  });

  it("keeps a field named __proto__", () => {
    expect(Object.entries(parseJson('{"__proto__": {"a": 1}}'))).toEqual([["__proto__", { a: "1" }]]);
  });

  it("agrees with JSON.parse on what is JSON", () => {
    const texts = [
      "",
      "{",
      "[1,]",
      '{"a":1,}',
      "01",
      "1.",
      "+1",
      "tru",
      '"\\x"',
      '"a',
      "[1 2]",
      '{"a" 1}',
      "{a:1}",
      "1 2",
      "[]",
      "{}",
      '""',
      "-1.5e-3",
      "'a'",
      '"\t"',
    ];
    const accepts = (read: (text: string) => unknown) => (text: string) => {
      try {
        read(text);
        return true;
      } catch {
        return false;
      }
    };
    expect(texts.filter(accepts((text) => parseJson(text)))).toEqual(texts.filter(accepts((text) => JSON.parse(text) as unknown)));
  });

  it.each([
    ['{"a": 1, "a": 2}', '9 DUPLICATE_KEY "a" stands in this object already'],
    ['{"a": "x}', "6 JSON the quote that opens here is never closed"],
    ['{"a" 1}', '5 JSON expected ":", got "1"'],
    ['["\\ud800"]', "2 CHARACTER NUL or half a surrogate pair"],
    ['["a\\q"]', '3 JSON "\\q" is no escape of JSON'],
    ["[".repeat(300), "201 JSON lists and objects in each other"],
  ])("says where the fault of %j is", (text, message) => {
    expect(faultOf(text)).toContain(message);
  });
});

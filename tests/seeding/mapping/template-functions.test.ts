import { fillTemplate } from "../../../src/seeding/mapping/fill-template";
import { parseTemplate, TemplateProblem } from "../../../src/seeding/mapping/parse-template";
import { RowProblem } from "../../../src/seeding/mapping/template";
import { FUNCTIONS } from "../../../src/seeding/mapping/template-functions";
import type { Cell } from "../../../src/seeding/readers/table-row";

const STATES = new Map([["TX", { value: "Texas" }]]);
const CODES = new Map([["a", { name: "A", long: "" }]]);
const LOOKUPS = new Map([
  ["states", { name: "states", find: (key: string) => STATES.get(key), only: "value" }],
  ["codes", { name: "codes", find: (key: string) => CODES.get(key) }],
]);

/** What `<x | …>` gives for a value of the column x. */
function give(calls: string, x: Cell): Cell {
  const value = (name: string): Cell | undefined => ({ x, y: "other", "a b": "blank" })[name];
  return fillTemplate(parseTemplate(`<x | ${calls}>`, 0), { value, lookup: (name) => LOOKUPS.get(name) });
}

const GIVEN: readonly (readonly [string, Cell, Cell])[] = [
  ["split ;", " a; b;;c ;", ["a", "b", "c"]],
  ["split ' - '", "a-b - c", ["a-b", "c"]],
  ["split '|'", "a|b", ["a", "b"]],
  ["split '>'", "a>b", ["a", "b"]],
  ["split ,", "", ""],
  ["split ,", ["a,b", "c"], ["a", "b", "c"]],
  ["lines", "a\r\n\n b \nc", ["a", "b", "c"]],
  ["join ' and '", ["a", "b"], "a and b"],
  ["join ,", "a", "a"],
  ["first", ["a", "b"], "a"],
  ["first", [], ""],
  ["first", "a", "a"],
  ["last", ["a", "b"], "b"],
  ["unique", ["a", "b", "a"], ["a", "b"]],
  ["trim", "  a \t b  ", "a b"],
  ["lower", "ÄB", "äb"],
  ["upper", "äß", "ÄSS"],
  ["number", "007", "7"],
  ["number", "-0.50", "-0.50"],
  ["number", "000", "0"],
  ["slug", "Dwayne Bohac", "dwayne-bohac"],
  ["slug", "", ""],
  ["unslug", "dwayne-bohac", "Dwayne Bohac"],
  ["date MM/DD/YYYY", "05/06/2024", "2024-05-06"],
  ["date DD/MM/YYYY", "05/06/2024", "2024-06-05"],
  ["date MMMM D, YYYY or YYYY", "2024", "2024"],
  ["date MM/DD/YYYY", "", ""],
  ["before ' ('", "Ada Novak (mayor)", "Ada Novak"],
  ["before (", "Ada", "Ada"],
  ["after ': '", "Ada: yes: no", "yes: no"],
  ["after :", "Ada", "Ada"],
  ["replace a b", "banana", "bbnbnb"],
  ["replace a", "banana", "bnn"],
  ["replace . ,", "1.2.3", "1,2,3"],
  ["stem", "people/ada.novak.md", "ada.novak"],
  ["stem", "[[people/Ada Novak|Ada]]", "Ada Novak"],
  ["stem", "[[ada#life]]", "ada"],
  ["stem", [["ada"]], ["ada"]],
  ["stem", "ada", "ada"],
  ["cut 10", "🦭 Nobody answered", "🦭 Nobody…"],
  ["cut 300", "ab", "ab"],
  ["only yes 'so so'", "so so", "so so"],
  ["only yes", "no", ""],
  ["except none unknown", "unknown", ""],
  ["except none", "some", "some"],
  ["has http", "see http://x", "see http://x"],
  ["has http", "no", ""],
  ["default none given", "", "none given"],
  ["default none", "some", "some"],
  ["default none", [], "none"],
  ["default", "", ""],
  ["lookup states", " TX ", "Texas"],
  ["lookup codes name", "a", "A"],
  ["lookup codes long", "a", ""],
  ["lookup states | default none", "XX", "none"],
  ["name", "MUDr. Jan Novák, dietológ", "Jan Novák"],
  ["name last-first", "Novák, Jan", "Jan Novák"],
  ["date YYYY-MM-DD HH:mm:ss z=UTC", "2024-04-30 18:05:00", "2024-04-30T18:05:00Z"],
  ["date MMMM D, YYYY [at] h:mm a z", "April 30, 2024 at 6:05 PM EST", "2024-04-30T23:05:00Z"],
  ["name last-first", "Clinton, Bill", "Bill Clinton"],
  ["role last-first", "Biden, Joe, senator", "senator"],
  ["role", "Joe Biden, senator", "senator"],
  ["role", "Joe Biden", ""],
  ["titles", "MUDr. Jan Novák", ["MUDr."]],
  ["quoting", "“We will go.”", "DIRECT"],
  ["quoting", "that they “will” go", "MIXED"],
  ["quoting", "that they will go", "INDIRECT"],
  ["quoting", "", "INDIRECT"],
  ["field text", [{ text: "a" }, { text: "b" }, {}], ["a", "b"]],
  ["field a.b", [{ a: { b: "c" } }], ["c"]],
  ["where kind fact | field text", [{ kind: "fact", text: "a" }, { kind: "other", text: "b" }, "c"], ["a"]],
  ["sentences | field text", "One. 🦭 Two!", ["One.", "🦭 Two!"]],
  ["sentences | field start", "🦭 One. Two!", ["0", "7"]],
];

describe("a function of a template", () => {
  it.each(GIVEN)("%s of %j is %j", (calls, value, expected) => {
    expect(give(calls, value)).toEqual(expected);
  });

  it("has an example here, whichever it is", () => {
    const tried = new Set(GIVEN.flatMap(([calls]) => calls.split(" | ").map((call) => call.split(" ")[0])));
    expect([...FUNCTIONS.keys()].filter((name) => !tried.has(name))).toEqual(["hash"]);
  });

  it("makes one hash of one text, and another of another", () => {
    expect(give("hash", "a")).toMatch(/^[0-9a-z]{12}$/);
    expect([give("hash", "a") === give("hash", "a"), give("hash", "a") === give("hash", "b")]).toEqual([true, false]);
  });

  it.each<[string, Cell, string]>([
    ["date MM/DD/YYYY", "31/12/2024", "31/12/2024"],
    ["date MM/DD/YYYY", "tomorrow", "tomorrow"],
    ["lookup states", "XX", '"XX" is not in the lookup "states"; add it there, or write | default behind it'],
    ["lookup nothing", "XX", 'the mapping has no lookup "nothing"'],
    ["lookup codes nam", "a", 'has no "nam" for "a", did you mean "name"?'],
    ["lookup codes", "a", "write which one: lookup codes <column>"],
    ["lower", { a: "b" }, "a map stands where a text is needed"],
  ])("%s of %j is a fault of the row that says what to do", (calls, value, words) => {
    expect(() => give(calls, value)).toThrow(RowProblem);
    expect(() => give(calls, value)).toThrow(words);
  });
});

describe("parseTemplate", () => {
  const fill = (text: string): Cell =>
    fillTemplate(parseTemplate(text, 0), { value: (name) => ({ x: "X", "a b": "AB", e: "" })[name], lookup: () => undefined });

  it.each([
    ["plain", "plain"],
    ["<x>", "X"],
    ["< x >", "X"],
    ["<a b>", "AB"],
    ['<"a b">', "AB"],
    ["<e or x>", "X"],
    ["Governor of <e>", ""],
    ["<e> of <x>", "of X"],
    ["\\<x>", "<x>"],
    ["a > b", "a > b"],
    ["<x>-<x>", "X-X"],
    ["<no.such.field>", ""],
  ])("%j is filled in as %j", (text, expected) => {
    expect(fill(text)).toBe(expected);
  });

  it.each([
    ["<x", 'opens a blank that no ">" closes'],
    ["<x | split ',>", "is never closed"],
    ["<>", "names no column"],
    ["<| lower>", "names no column"],
    ["<x | lowr>", 'no function "lowr", did you mean "lower"?'],
    ["<x | >", 'no function ""'],
    ["<x | split>", '"split" is written split ,'],
    ["<x | split a b>", '"split" is written split ,'],
    ["<x | date>", '"date" is written date MM/DD/YYYY'],
    ["<x | name lastfirst>", "the order of a name is last-first"],
    ["<x | date YYYY-MM-DD HH:mm>", "it has an hour without a zone"],
    ["<x | date YYYY-QQ>", '"Q" is no part of a date'],
    ["<x | lower a>", '"lower" is written lower'],
  ])("%j cannot be understood", (text, words) => {
    expect(() => parseTemplate(text, 0)).toThrow(TemplateProblem);
    expect(() => parseTemplate(text, 0)).toThrow(words);
  });
});

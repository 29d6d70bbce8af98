import { highlight } from "../../src/search/highlight";
import { parseSearch } from "../../src/search/parse-search";
import { NO_STEMMER } from "../../src/search/stem-word";

const marked = (text: string, query: string, stemmer = NO_STEMMER): string[] =>
  highlight([{ field: "text", texts: [text] }], parseSearch(query).wanted, stemmer).flatMap((each) =>
    each.ranges.map(({ start, end }) => [...each.text].slice(start, end).join("")),
  );

describe("highlight", () => {
  it.each([
    ["The 🦭 café is closed; the Cafés, too.", "cafe*", NO_STEMMER, ["café", "Cafés"]],
    ["They were running; he ran a run.", "runs", "english", ["running", "run"]],
    ["War, and then: no more war!", '"more war"', NO_STEMMER, ["more war"]],
    ["Solaimani, Suleimani and Soleimani", "soleimani~", NO_STEMMER, ["Solaimani", "Suleimani", "Soleimani"]],
    ["war war war", "war", NO_STEMMER, ["war", "war", "war"]],
    ["a b c", '"a b" "b c"', NO_STEMMER, ["a b c"]],
    ["nothing", "something", NO_STEMMER, []],
  ])("marks in %s what %s finds", (text, query, stemmer, found) => {
    expect(marked(text, query, stemmer)).toEqual(found);
  });

  it("marks a name of another script as a whole", () => {
    expect(marked("Анна", "anna")).toEqual(["Анна"]);
  });

  it("shows a phrase that is longer than the part it is shown in", () => {
    const phrase = Array.from({ length: 60 }, (_, index) => `needle${String(index)}`).join(" ");
    const text = `${"x ".repeat(15_000)}${phrase} ${"y ".repeat(15_000)}`;
    const [found] = highlight([{ field: "text", texts: [text] }], parseSearch(`"${phrase}"`).wanted, NO_STEMMER);
    expect(found?.ranges.map(({ start, end }) => found.text.slice(start, end))).toEqual([phrase]);
  });

  it("shows of a very long text the part around the first match, and where it begins", () => {
    const text = `${"x ".repeat(15_000)}needle ${"y ".repeat(15_000)}`;
    const [found] = highlight([{ field: "text", texts: [text] }], parseSearch("needle").wanted, NO_STEMMER);
    const [range] = found?.ranges ?? [];
    expect([...(found?.text ?? "")].length).toBeLessThanOrEqual(400);
    expect([...text].slice((found?.offset ?? 0) + (range?.start ?? 0), (found?.offset ?? 0) + (range?.end ?? 0)).join("")).toBe("needle");
  });
});

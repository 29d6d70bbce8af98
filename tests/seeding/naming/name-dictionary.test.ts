import { NameDictionary } from "../../../src/seeding/naming/name-dictionary";

const dictionary = new NameDictionary();
dictionary.add("place:us", ["United States", "United States of America", "US"]);
dictionary.add("place:chad", ["Chad", "Tchad"]);
dictionary.add("place:turkey", ["Turkey", "Türkiye"]);
dictionary.add("place:guinea", ["Guinea"]);
dictionary.add("place:guinea-bissau", ["Guinea-Bissau"]);
dictionary.add("place:saint-lucia", ["St. Lucia"]);
dictionary.add("place:ivory-coast", ["Côte d’Ivoire"]);
dictionary.add("place:china", ["China", "中国"]);
dictionary.add("person:king", ["Martin Luther King, Jr.", "O’Malley"]);
dictionary.add("person:jordan", ["Jordan Moor"]);
dictionary.add("place:georgia-1", ["Georgia"]);
dictionary.add("place:georgia-2", ["Georgia", "State of Georgia"]);
dictionary.add("person:small", ["lee of moor"]);
dictionary.add("topic:x", ["X", "", "!?"]);

const findIn = (text: string, own = dictionary): string[] => {
  const points = [...text];
  return own.find(text).map(({ id, start, end }) => `${id} ${points.slice(start, end).join("")}`);
};

describe("NameDictionary", () => {
  it.each([
    ["The United States of America and Chad.", ["place:us United States of America", "place:chad Chad"]],
    ["the United States' and Chad's and Turkey’s", ["place:us United States", "place:chad Chad", "place:turkey Turkey"]],
    ["THE UNITED STATES", ["place:us UNITED STATES"]],
    ["the United\nStates", ["place:us United\nStates"]],
    ["US forces; the U.S. Senate", ["place:us US", "place:us U.S."]],
    ["Guinea-Bissau, Guinea", ["place:guinea-bissau Guinea-Bissau", "place:guinea Guinea"]],
    ["a US-China deal", ["place:us US", "place:china China"]],
    ["St. Lucia, Saint Lucia", ["place:saint-lucia St. Lucia"]],
    ["Cote d'Ivoire", ["place:ivory-coast Cote d'Ivoire"]],
    ["Turkiye", ["place:turkey Turkiye"]],
    ["在中国的", ["place:china 中国"]],
    ["Martin Luther King Jr. met O'Malley", ["person:king Martin Luther King Jr", "person:king O'Malley"]],
    ["🦭🦭 Chad 🦭 Chad", ["place:chad Chad", "place:chad Chad"]],
    ["Lee of Moor, lee of moor", ["person:small Lee of Moor", "person:small lee of moor"]],
  ])("finds names in %j", (text, finds) => {
    expect(findIn(text)).toEqual(finds);
  });

  it.each([
    "tell us about a turkey and a chad",
    "Us too",
    "Chadian, Chads",
    "United. States",
    "the united States",
    "Jordan, Moor",
    "X is A",
    "",
  ])("finds nothing in %j", (text) => {
    expect(findIn(text)).toEqual([]);
  });

  it("does not find a name that two entities have, but a longer one that one of them has", () => {
    expect(findIn("Georgia and the State of Georgia")).toEqual(["place:georgia-2 State of Georgia"]);
  });

  it("lists the names that several entities have", () => {
    expect(dictionary.ambiguous()).toEqual([{ name: "Georgia", ids: ["place:georgia-1", "place:georgia-2"] }]);
  });

  it("makes no difference between large and small letters where told so", () => {
    const own = new NameDictionary({ letters: "any" });
    own.add("place:us", ["US", "United States"]);
    expect(findIn("us, the united states, Us", own)).toEqual(["place:us us", "place:us united states", "place:us Us"]);
  });

  it("takes a name written in two ways for ambiguous where both fit", () => {
    const own = new NameDictionary();
    own.add("work:it", ["it"]);
    own.add("topic:it", ["IT"]);
    expect(findIn("it, IT", own)).toEqual(["work:it it"]);
  });
});

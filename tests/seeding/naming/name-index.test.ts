import { NameIndex } from "../../../src/seeding/naming/name-index";

const index = new NameIndex();
index.add("person:ann-lee", "PERSON", ["Ann Lee", "A. B. Lee"], 30);
index.add("person:bob-lee", "PERSON", ["Bob Lee", "Bobby"], 9);
index.add("person:jan-novak", "PERSON", ["Ján Novák"], 5);
index.add("person:kim-moor-1", "PERSON", ["Kim Moor"], 3);
index.add("person:kim-moor-2", "PERSON", ["Kim Moor"], 1);
index.add("person:sole", "PERSON", ["Sole"], 4);
index.add("person:jr", "PERSON", ["Martin Luther King, Jr."]);
index.add("person:ze", "PERSON", ["Владимир Зеленский"]);
index.add("organization:reuters", "ORGANIZATION", ["Reuters"]);
index.add("organization:lee", "ORGANIZATION", ["Lee Motors"], 100);
index.add("place:us", "PLACE", ["United States", "U.S."]);

const idsOf = (name: string, kinds: readonly string[] = ["PERSON"]): string[] => index.find(name, kinds).map(({ id }) => id);

describe("NameIndex.find", () => {
  it("gives the one who has the name in full, for certain", () => {
    expect(index.find("ann LEE", ["PERSON"])).toEqual([{ id: "person:ann-lee", kind: "PERSON", name: "Ann Lee", probability: 1 }]);
  });

  it.each([
    ["Jan Novak", "person:jan-novak"],
    ["A.B. Lee", "person:ann-lee"],
    ["Bobby", "person:bob-lee"],
    ["Martin Luther King Jr", "person:jr"],
    ["Vladimir Zelenskii", "person:ze"],
    ["King", "person:jr"],
    ["Luther King", "person:jr"],
    ["B. Lee", "person:bob-lee"],
    ["Ann Mary Lee", "person:ann-lee"],
    ["Novák, Ján", "person:jan-novak"],
  ])("finds by %j", (name, id) => {
    expect(idsOf(name)[0]).toBe(id);
  });

  it.each([
    ["Wes Allen", "Rick W. Allen"],
    ["Kelly Cooper", "Kelly C. Tshibaka"],
    ["Lee Murphy", "Lee M. Zeldin"],
  ])("does not take %j for %j because of an initial elsewhere in the name", (name, other) => {
    const names = new NameIndex();
    names.add("person:other", "PERSON", [other]);
    expect(names.find(name, ["PERSON"])).toEqual([]);
  });

  it("takes a middle initial for the middle name that it begins", () => {
    const names = new NameIndex();
    names.add("person:rick", "PERSON", ["Rick Wayne Allen"]);
    expect(names.find("Rick W. Allen", ["PERSON"]).map(({ id }) => id)).toEqual(["person:rick"]);
  });

  it("gives all who have a last name, by how often they occur, and leaves a share for others", () => {
    const found = index.find("Lee", ["PERSON"]);
    expect(found.map(({ id, probability }) => [id, probability])).toEqual([
      ["person:ann-lee", 30 / 40],
      ["person:bob-lee", 9 / 40],
    ]);
  });

  it("shares a full name between its bearers without a rest", () => {
    expect(index.find("Kim Moor", ["PERSON"]).map(({ probability }) => probability)).toEqual([0.75, 0.25]);
  });

  it("looks at entities of the wanted kinds alone", () => {
    expect(idsOf("Lee Motors")).toEqual([]);
    expect(idsOf("Lee Motors", ["ORGANIZATION"])).toEqual(["organization:lee"]);
  });

  it("looks at all kinds where none is given", () => {
    expect(idsOf("Reuters", [])).toEqual(["organization:reuters"]);
  });

  it.each(["Chelsea Lee", "Nobody", "", "L."])("finds nobody by %j", (name) => {
    expect(idsOf(name)).toEqual([]);
  });

  it("adds names and weight to an entity that it has", () => {
    const own = new NameIndex();
    own.add("person:a", "PERSON", ["Ann Lee"]);
    own.add("person:b", "PERSON", ["Bob Lee"]);
    own.add("person:a", "PERSON", ["Annie"], 2);
    expect(own.find("Lee", []).map(({ probability }) => probability)).toEqual([0.6, 0.2]);
    expect(own.resolve("Annie", [])).toEqual({ is: "one", id: "person:a" });
  });

  it("gives no more than twenty of those who share a last name", () => {
    const own = new NameIndex();
    for (let at = 0; at < 50; at += 1) own.add(`person:${String(at)}`, "PERSON", [`N${String(at)} Lee`], at);
    expect([own.find("Lee", []).length, own.find("Lee", [])[0]?.id]).toEqual([20, "person:49"]);
  });
});

describe("NameIndex.resolve", () => {
  it.each([
    ["Ann Lee", "person:ann-lee"],
    ["Bobby", "person:bob-lee"],
    ["Reuters", "organization:reuters"],
    ["US", "place:us"],
  ])("is certain of %j", (name, id) => {
    expect(index.resolve(name, [])).toEqual({ is: "one", id });
  });

  it.each([
    ["Novák", 1],
    ["Lee", 2],
    ["Kim Moor", 2],
    ["Sole", 1],
  ])("gives candidates for %j, however few", (name, count) => {
    const result = index.resolve(name, ["PERSON"]);
    expect(result.is === "several" && result.candidates.length).toBe(count);
  });

  it("is not certain of the only bearer of a last name", () => {
    expect(index.resolve("Sole", ["PERSON"])).toMatchObject({ is: "several", candidates: [{ id: "person:sole", probability: 0.8 }] });
  });

  it("knows nobody by a name that no entity has", () => {
    expect(index.resolve("Chelsea Lee", ["PERSON"])).toEqual({ is: "none" });
  });
});

import { isSlug } from "../../../src/model/id";
import { cities } from "../../../src/seeding/naming/cities";
import { countries } from "../../../src/seeding/naming/countries";
import type { PlaceEntry } from "../../../src/seeding/naming/place-entry";

let all: PlaceEntry[];
let bySlug: ReadonlyMap<string, PlaceEntry>;
beforeAll(async () => {
  all = await cities();
  bySlug = new Map(all.map((entry) => [entry.slug, entry]));
});

describe("cities", () => {
  it("are a thousand and more, and more where smaller ones are asked for", async () => {
    expect(all.length).toBeGreaterThan(1000);
    expect((await cities(100_000)).length).toBeGreaterThan(2 * all.length);
  });

  it("have slugs that ids take, each its own and no country's", () => {
    const slugs = [...all, ...countries()].map(({ slug }) => slug);
    expect(slugs.filter((slug) => !isSlug(slug))).toEqual([]);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it.each([
    ["berlin", "Berlin", "DE", 53, 13],
    ["birmingham", "Birmingham", "GB", 52, -2],
    ["washington-dc", "Washington, D.C.", "US", 39, -77],
    ["kyiv", "Kyiv", "UA", 50, 31],
  ])("have %s", (slug, name, countryCode, latitude, longitude) => {
    const entry = bySlug.get(slug);
    expect(entry).toMatchObject({ name, countryCode });
    expect([Math.round(entry?.latitude ?? 0), Math.round(entry?.longitude ?? 0)]).toEqual([latitude, longitude]);
  });

  it("give a name's second city its country and region, whatever else is asked for", async () => {
    expect((await cities(200_000)).find(({ slug }) => slug === "birmingham-us-al")).toMatchObject({
      name: "Birmingham",
      countryCode: "US",
    });
  });

  it("keep their slugs when more are asked for", async () => {
    const more = new Map((await cities(100_000)).map((entry) => [`${entry.slug} ${String(entry.latitude)}`, entry]));
    expect(all.filter(({ slug, latitude }) => !more.has(`${slug} ${String(latitude)}`))).toEqual([]);
  });

  it("have former names", () => {
    expect(bySlug.get("mumbai")?.aliases).toEqual(["Bombay"]);
  });
});

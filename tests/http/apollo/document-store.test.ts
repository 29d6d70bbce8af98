import { parse } from "graphql";
import { createDocumentStore } from "../../../src/http/apollo/document-store";

describe("document store", () => {
  it("gives back what it was given, and forgets what was used longest ago", async () => {
    const store = createDocumentStore(2);
    const [one, two, three] = ["{ a }", "{ b }", "{ c }"].map((text) => parse(text));
    if (!one || !two || !three) throw new Error("There are three.");
    await store.set("one", one);
    await store.set("two", two);
    expect(await store.get("one")).toBe(one);
    await store.set("three", three);
    expect([await store.get("one"), await store.get("two"), await store.get("three")]).toEqual([one, undefined, three]);
  });
});

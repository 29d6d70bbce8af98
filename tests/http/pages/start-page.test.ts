import { startPage } from "../../../src/http/pages/start-page";

const question = (corpus: string): Parameters<typeof startPage>[0][number] => ({
  corpus,
  name: "who",
  question: `Who speaks in ${corpus}?`,
  note: "",
  query: "{ people { nodes { name } } }",
});
const dataset = (corpus: string): NonNullable<Parameters<typeof startPage>[1]>[number] => ({
  id: `dataset:${corpus}`,
  name: corpus,
  version: "1",
  statements: 1,
  entities: 1,
  documents: 1,
  isLoading: false,
});

describe("the start page", () => {
  it("offers questions on what is loaded, and no others", () => {
    const { html } = startPage([question("harbour"), question("court")], [dataset("court"), dataset("mine")]);
    expect(html).toContain("Who speaks in court?");
    expect(html).not.toContain("Who speaks in harbour?");
  });

  it("says why there are none", () => {
    expect(startPage([question("harbour")], [dataset("mine")]).html).toContain("come with the corpora of Quoth's own");
  });

  it("offers all where nobody knows what is loaded, and says that", () => {
    const { html } = startPage([question("harbour")], null);
    expect(html).toContain("Who speaks in harbour?");
    expect(html).toContain("The database does not answer right now.");
  });
});

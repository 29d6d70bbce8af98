import { mergeSelections } from "../../src/compiler/merge-selections";
import type { SelectedField, Selection } from "../../src/compiler/selection";

const field = (responseKey: string, parts: Partial<SelectedField> = {}): SelectedField => ({
  responseKey,
  name: responseKey,
  onTypes: null,
  arguments: {},
  selection: null,
  ...parts,
});
const selection = (...fields: SelectedField[]): Selection => ({ type: "Person", isAbstract: false, fields });

describe("mergeSelections", () => {
  it("joins what both ask for", () => {
    expect(mergeSelections(selection(field("id"), field("name")), selection(field("name"), field("kind")))).toEqual(
      selection(field("id"), field("name"), field("kind")),
    );
  });

  it("joins selections under one edge", () => {
    const said = (...fields: SelectedField[]): SelectedField => field("said", { arguments: { first: 1 }, selection: selection(...fields) });
    expect(mergeSelections(selection(said(field("id"))), selection(said(field("text"))))).toEqual(
      selection(said(field("id"), field("text"))),
    );
  });

  it.each([
    ["fields", field("x", { name: "said" }), field("x", { name: "spokenAbout" })],
    ["arguments", field("x", { arguments: { first: 1 } }), field("x", { arguments: { first: 2 } })],
    ["arguments deep down", field("x", { arguments: { where: { ids: ["a"] } } }), field("x", { arguments: { where: { ids: ["b"] } } })],
    ["types", field("x", { onTypes: ["Person"] }), field("x")],
  ])("cannot join two that have different %s under one key", (_, one, other) => {
    expect(mergeSelections(selection(one), selection(other))).toBeNull();
  });

  it("cannot join two that differ below an edge", () => {
    const edge = (first: number): SelectedField => field("e", { selection: selection(field("f", { arguments: { first } })) });
    expect(mergeSelections(selection(edge(1)), selection(edge(2)))).toBeNull();
  });

  it("leaves its arguments as they were", () => {
    const one = selection(field("id"));
    mergeSelections(one, selection(field("name")));
    expect(one).toEqual(selection(field("id")));
  });
});

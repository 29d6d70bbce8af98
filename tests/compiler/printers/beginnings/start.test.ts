import { describeTree } from "../../../../src/compiler/explain/describe-tree";
import { DEFAULT_LIMITS } from "../../../../src/compiler/limits";
import { EMBEDDED_DIALECT } from "../../../../src/graph/embedded/full-text";
import { NEO4J_DIALECT } from "../../../../src/graph/neo4j/full-text";
import { compileAll } from "../../compile-query";

const describeQuery = (source: string, dialect = NEO4J_DIALECT): string => {
  const [compiled] = compileAll(source, {}, DEFAULT_LIMITS, dialect);
  return compiled ? describeTree(compiled).join("\n") : "";
};

const TWO = '{ statements(where: { about: { some: { id: "t" } }, speaker: { name: { contains: "n" } } }) { nodes { id } } }';

const CHOICE = "(the database decides which, when the statement runs, by how many relations each has)";
const BY_TIME = "items: at most 20 Statement nodes, by when it was said, the latest first";

const count = (where: string): string => describeQuery(`{ statements(where: { ${where} }) { totalCount } }`);

describe("beginningOf", () => {
  it("shows what a page may begin at, and the index that it may walk along", () => {
    const two = '{ statements(where: { about: { some: { id: "t" } }, saidIn: { id: "p" } }) { nodes { id } } }';
    expect(describeQuery(two)).toBe(
      [
        BY_TIME,
        `  begins at the cheapest of these ${CHOICE}:`,
        '    about some {id = "t"}',
        '    saidIn {id = "p"}',
        '    along the index of about some {id = "t"}, sorted by when it was said, until the page is full, at most 20,000 of it',
      ].join("\n"),
    );
  });

  it("shows that what some speakers said about one thing may be looked up pair by pair", () => {
    expect(describeQuery(TWO)).toBe(
      [
        BY_TIME,
        `  begins at the cheapest of these ${CHOICE}:`,
        '    along the index of about some {id = "t"}, sorted by when it was said, until the page is full',
        '    at each pair of speaker {name contains "n"} and about some {id = "t"}, looked up by the ids of both',
      ].join("\n"),
    );
  });

  it("shows what each alternative begins at, where every one of them names something", () => {
    const either = (more: string): string => `{ statements(where: { or: [{ speaker: { id: "p" } }, ${more}] }) { nodes { id } } }`;
    expect(describeQuery(either('{ about: { some: { id: "t" } } }'))).toBe(
      [
        BY_TIME,
        "  begins at each of these, all together:",
        '    speaker {id = "p"}',
        '    about some {id = "t"}',
        `  or else along the index that is sorted by when it was said, if that fills the page sooner, at most 20,000 of it ${CHOICE}`,
      ].join("\n"),
    );
    expect(describeQuery(either('{ text: { contains: "t" } }'))).toBe(
      [
        BY_TIME,
        "  begins along the index that is sorted by when it was said, until the page is full",
        '  tests each: speaker {id = "p"} or text contains "t"',
      ].join("\n"),
    );
  });

  it("shows the index that has the statements of one speaker, or about one thing, in the order of time", () => {
    expect(describeQuery('{ statements(where: { speaker: { id: "p" } }) { nodes { id } } }')).toBe(
      [BY_TIME, '  begins along the index of speaker {id = "p"}, sorted by when it was said'].join("\n"),
    );
    expect(describeQuery("{ people(first: 1) { nodes { spokenAbout(first: 1) { nodes { id } } } } }")).toContain(
      "spokenAbout: at most 1 nodes behind <-ABOUT-, by when it was said, the latest first\n      begins along the index of the thing above",
    );
  });

  it("shows what is counted of one speaker, or about some things, between two times", () => {
    const index = 'begins along the index of speaker {id = "p"}, sorted by when it was said';
    expect(count('speaker: { id: "p" }, saidAt: { to: "2020" }')).toContain(`${index}, no further than the dates allow`);
    expect(count('speaker: { id: "p" }, saidAt: { from: "2020" }')).toContain(`${index}, as far as the dates of the data allow`);
    expect(count('about: { some: { name: { eq: "t" } } }, saidAt: { to: "2020" }')).toContain("begins along the index of about some {name");
    expect(count('about: { some: { id: "t" } }, stance: [AGAINST], saidAt: { from: "2020" }')).toContain(
      "tests each: the relation's stance",
    );
    expect(count('about: { some: { id: "t" } }, saidAt: { isNull: true }')).toContain("begins at about some");
    expect(count('about: { every: { id: "t" } }, saidAt: { from: "2020" }')).toContain("begins at all of them");
  });

  it("shows what is of a time as what a level may begin at, where nothing is named", () => {
    expect(count('reportedAt: { within: "2020" }')).toContain("begins at reports some {");
    expect(count('reports: { some: { document: { publishedAt: { from: "2020" } } } }')).toContain("begins at reports some {document");
    expect(count('reportedAt: { within: "2020" }, speaker: { id: "p" }')).toContain("begins at speaker {id");
    expect(count("reportedAt: { isNull: true }")).toContain("begins at all of them");
    expect(count('reports: { none: { reportedAt: { within: "2020" } } }')).toContain("begins at all of them");
    const people = describeQuery('{ people(where: { said: { some: { saidAt: { within: "2020" } } } }) { nodes { id } } }');
    expect(people).toContain("begins along the index that is sorted by name, at most 2,000 of it, since nothing tells how much fulfils it");
    expect(people).toContain("where that does not fill the page, begins again at said some {");
  });

  it("shows such entities as what a level may begin at, where nothing is named and no time is asked for", () => {
    expect(count('speaker: { countryCode: { eq: "IR" } }')).toContain("begins at speaker {countryCode");
    expect(count("reports: { some: { publisher: { kind: [PERSON] } } }")).toContain("begins at reports some {publisher");
    expect(count('speaker: { position: { title: { contains: "m" } } }')).toContain("begins at speaker {position");
    expect(count('speaker: { countryCode: { eq: "IR" } }, saidAt: { within: "2020" }')).toContain("begins at all of them");
    expect(count('about: { none: { countryCode: { eq: "IR" } } }')).toContain("begins at all of them");
    expect(count("reports: { some: { type: [DIRECT] } }")).toContain("begins at all of them");
    const spoke = "{ people(where: { said: { some: { about: { some: { kind: [PLACE] } } } } }) { totalCount } }";
    expect(describeQuery(spoke)).toContain("begins at all of them");
    expect(describeQuery("{ statements(where: { speaker: { kind: [PERSON] } }) { nodes { id } } }")).toContain(
      "begins along the index that is sorted by when it was said, at most 2,000 of it, since nothing tells how much fulfils it",
    );
  });

  it("shows that a page is not walked to its end for what an index has, which may be next to nothing", () => {
    const page = (list: string): string => describeQuery(`{ ${list} { nodes { id } } }`);
    const near =
      "at most 2,000 of it, since nothing tells how much fulfils it\n  where that does not fill the page, begins again at all of them, unless";
    expect(page('statements(where: { dataset: ["dataset:x"] })')).toContain(near);
    expect(page('documents(where: { dataset: ["dataset:x"] })')).toContain(near);
    expect(page('statements(where: { saidAt: { from: "2020" } }, orderBy: [{ by: RECORDED_AT }])')).toContain(near);
    for (const walked of ['{ saidAt: { from: "2020" } }', '{ language: { eq: "en" } }', '{ not: { dataset: ["dataset:x"] } }'])
      expect(page(`statements(where: ${walked})`)).not.toContain("at most 2,000");
  });

  it("shows what identifies few things as what a level may begin at", () => {
    expect(count('reports: { some: { document: { url: { eq: "u" } } } }')).toContain('begins at reports some {document {url = "u"}}');
    expect(count('speaker: { wikidataId: { in: ["Q1"] } }')).toContain("begins at speaker {wikidataId in");
    expect(count('reports: { some: { document: { url: { contains: "u" } } } }')).toContain("begins at all of them");
    expect(describeQuery('{ documents(where: { url: { in: ["u"] } }) { totalCount } }')).toContain("begins at the index of url");
    expect(describeQuery('{ documents(where: { title: { eq: "t" } }) { totalCount } }')).toContain("begins at all of them");
  });

  it("shows no index where the engine has none for an order, and that all is sorted there", () => {
    const described = describeQuery(TWO, EMBEDDED_DIALECT);
    expect(described).not.toContain("along");
    expect(described).toContain("\n  sorts all that are left");
  });

  it("shows that a walk is given up where one demand is dear, and what is begun at then", () => {
    expect(describeQuery('{ statements(where: { speaker: { said: { every: { language: { eq: "en" } } } } }) { nodes { id } } }')).toBe(
      [
        BY_TIME,
        "  begins along the index that is sorted by when it was said, at most 20,000 of it, since one demand is dear to test",
        '  where that does not fill the page, begins again at speaker {said every {language = "en"}}',
        '  tests at the end, once for each entity: speaker {said every {language = "en"}}',
      ].join("\n"),
    );
  });

  it("shows the order index of a page without a filter, and the levels below", () => {
    expect(describeQuery("{ people(first: 1) { nodes { said(first: 1) { totalCount } } } }")).toBe(
      [
        "items: at most 1 Person nodes, by name, from A to Z",
        "  begins along the index that is sorted by name, until the page is full",
        "  of each:",
        "    said.totalCount: the number of nodes behind <-ATTRIBUTED_TO-",
        "      looks at none of them: they are counted in the index of that speaker",
      ].join("\n"),
    );
  });

  it("shows the index of names, and of words", () => {
    expect(describeQuery('{ people(where: { name: { eq: "a" } }) { totalCount } }')).toBe(
      ["totalCount: the number of Person nodes", "  begins at the index of names", '  tests each: name = "a"'].join("\n"),
    );
    expect(describeQuery('{ search(query: "a", kinds: [CLAIM, DOCUMENT]) { totalCount } }')).toBe(
      ["totalCount: the number of nodes of Claim, Document", "  begins at the index of words"].join("\n"),
    );
  });
});

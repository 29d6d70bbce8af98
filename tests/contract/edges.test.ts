import { EDGES } from "../../src/model/edges";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { dateRange } from "./date-range";
import { Oracle } from "./holds";
import type { EntityRecord, ReportRecord, StatementRecord } from "./world-types";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const byId = (ids: readonly string[]): { id: string }[] => [...ids].sort().map((id) => ({ id }));
const one = (id: string | null): { id: string } | null => (id === null ? null : { id });
const sorted = (items: readonly { readonly id: string }[]): { id: string }[] => byId(items.map((each) => each.id));

interface Items {
  readonly nodes: readonly Row[];
}
interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

describeOnEngines("edges", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const readAll = async (list: string, selection: string): Promise<Map<string, Row>> => {
    const rows: Row[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const cursor: string = after === null ? "" : `, after: "${after}"`;
      const data: Record<string, Items & { pageInfo: { hasNextPage: boolean; endCursor: string } }> = await ask(
        engine,
        `{ page: ${list}(first: 40${cursor}) { nodes { id ${selection} } pageInfo { hasNextPage endCursor } } }`,
      );
      rows.push(...(data["page"]?.nodes ?? []));
      more = data["page"]?.pageInfo.hasNextPage ?? false;
      after = data["page"]?.pageInfo.endCursor ?? null;
    }
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** Compares an edge of every record of one kind; a list that the API does not sort is compared by id. */
  const compare = async <R extends { readonly id: string }>(
    list: string,
    records: readonly R[],
    selection: string,
    expected: (record: R) => unknown,
  ): Promise<void> => {
    const rows = await readAll(list, `edge: ${selection}`);
    expect(rows.size).toBe(records.length);
    for (const record of records) expect([record.id, rows.get(record.id)?.["edge"]]).toEqual([record.id, expected(record)]);
  };

  const ofStatements: readonly [string, string, (statement: StatementRecord) => unknown][] = [
    ["speaker", "speaker { id }", (each) => one(oracle.speakerOf(each))],
    ["saidIn", "saidIn { id }", (each) => one(each.saidIn)],
    ["saidDuring", "saidDuring { id }", (each) => one(each.saidDuring)],
    ["mentions", "mentions { id }", (each) => byId(each.mentions)],
    ["addressedTo", "addressedTo { id }", (each) => byId(each.addressedTo)],
    ["claims", "claims { id }", (each) => byId(each.expresses)],
    [
      "about",
      "about { stance entity { id } }",
      (each) =>
        [...each.about].sort((a, b) => (a.entity < b.entity ? -1 : 1)).map(({ entity, stance }) => ({ stance, entity: { id: entity } })),
    ],
    [
      "attributions",
      "attributions { rank probability speaker { id } position { id } }",
      (each) =>
        [...each.attributions]
          .sort((a, b) => (a.speaker < b.speaker ? -1 : 1))
          .map(({ rank, probability, speaker, position }) => ({ rank, probability, speaker: { id: speaker }, position: one(position) })),
    ],
    [
      "respondsTo",
      "respondsTo { kind from { id } to { id } assertedBy { id } }",
      (each) =>
        [...each.respondsTo]
          .sort((a, b) => (a.to < b.to ? -1 : 1))
          .map(({ kind, to, assertedBy }) => ({ kind, from: { id: each.id }, to: { id: to }, assertedBy: one(assertedBy) })),
    ],
    [
      "variants",
      "variants { id }",
      (each) => sorted(world.statements.filter((other) => each.variantOf.includes(other.id) || other.variantOf.includes(each.id))),
    ],
  ];
  it.each(ofStatements)("Statement.%s is what the corpora say", async (_, selection, expected) => {
    await compare("statements", world.statements, selection, expected);
  });

  it.each([
    ["statements", world.statements],
    ["documents", world.documents],
    ["claims", world.claims.map(({ id }) => ({ id, dataset: id.replace(/^claim:(.*)\/.*$/, "dataset:$1") }))],
    ["entities", world.entities],
  ] as const)("the dataset of %s is that of the corpus that brought them", async (list, records) => {
    await compare<{ readonly id: string; readonly dataset: string }>(list, records, "dataset { id }", ({ dataset }) => one(dataset));
  });

  it("the dataset of a report is that of its statement, and tells its licence", async () => {
    const rows = await readAll(
      "statements",
      "dataset { id name licence version } reports { nodes { dataset { id name licence version } } }",
    );
    for (const { dataset, reports } of rows.values())
      for (const report of (reports as { nodes: { dataset: unknown }[] }).nodes) expect(report.dataset).toEqual(dataset);
    const soleimani = [...rows.values()].find(({ id }) => id.startsWith("statement:soleimani-2020/"));
    expect(soleimani?.["dataset"]).toMatchObject({ licence: "CC0-1.0", version: "1.0.0" });
  });

  it("Statement.responses are the statements that answer it, with who draws the link", async () => {
    const rows = await readAll("statements", "responses(first: 50) { totalCount nodes { kind from { id } to { id } assertedBy { id } } }");
    for (const { id } of world.statements) {
      const answers = world.statements.flatMap((each) =>
        each.respondsTo
          .filter((link) => link.to === id)
          .map(({ kind, assertedBy }) => ({ kind, from: { id: each.id }, to: { id }, assertedBy: one(assertedBy) })),
      );
      const { nodes, totalCount } = rows.get(id)?.["responses"] as { nodes: { from: Row }[]; totalCount: number };
      expect([...nodes].sort((a, b) => (a.from.id < b.from.id ? -1 : 1))).toEqual(answers.sort((a, b) => (a.from.id < b.from.id ? -1 : 1)));
      expect(totalCount).toBe(answers.length);
    }
  });

  it("Statement.responses keep to the kinds that are asked for", async () => {
    const source =
      '{ statement(id: "statement:awkward/hen") { all: responses { totalCount } some: responses(kinds: [QUERIES]) { totalCount nodes { kind } } none: responses(kinds: []) { totalCount nodes { kind } } } }';
    const { statement } = await ask<{ statement: unknown }>(engine, source);
    expect(statement).toEqual({
      all: { totalCount: 2 },
      some: { totalCount: 1, nodes: [{ kind: "QUERIES" }] },
      none: { totalCount: 0, nodes: [] },
    });
  });

  const chainOf = (report: ReportRecord, reports: readonly ReportRecord[]): string[] => {
    const next = reports.find((each) => each.id === report.via);
    return [report.id, ...(next ? chainOf(next, reports) : [])];
  };

  it("Statement.reports tell source, words, chain and spans, the earliest first", async () => {
    const fields =
      "id type text cue reportedAt sourceKind confidence statement { id } document { id } via { id } chain { id } spans { role start end verified }";
    const rows = await readAll("statements", `reports(first: 50) { nodes { ${fields} } }`);
    for (const { id, reports } of world.statements) {
      const { nodes } = rows.get(id)?.["reports"] as { nodes: (Row & { reportedAt: string | null })[] };
      const expected = reports.map((each) => ({
        ...each,
        statement: { id },
        document: { id: each.document },
        via: one(each.via),
        chain: chainOf(each, reports).map((report) => ({ id: report })),
        spans: [...each.spans]
          .sort((a, b) => a.start - b.start || a.end - b.end)
          .map((span) => ({ ...span, verified: expect.any(Boolean) as unknown })),
      }));
      expect([...nodes].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
      const dates = nodes.flatMap((each) => (each.reportedAt === null ? [] : [dateRange(each.reportedAt)[0]]));
      expect(dates).toEqual([...dates].sort((a, b) => a - b));
    }
  });

  const ofDocuments = [
    ["publisher", "publisher { id }", (each: (typeof world.documents)[number]) => one(oracle.publishersOf(each)[0]?.id ?? null)],
    [
      "account",
      "account { id }",
      (each: (typeof world.documents)[number]) => one(each.publisher?.startsWith("account:") ? each.publisher : null),
    ],
    ["authors", "authors { id }", (each: (typeof world.documents)[number]) => byId(each.authors)],
  ] as const;
  it.each(ofDocuments)("Document.%s is what the corpora say", async (_, selection, expected) => {
    await compare("documents", world.documents, selection, expected);
  });

  it("Document.reports are the reports that stand in it", async () => {
    const rows = await readAll("documents", "reports(first: 100) { totalCount nodes { id } }");
    for (const { id } of world.documents) {
      const { nodes, totalCount } = rows.get(id)?.["reports"] as { nodes: Row[]; totalCount: number };
      const expected = world.statements.flatMap((each) => each.reports).filter((each) => each.document === id);
      expect(sorted(nodes)).toEqual(sorted(expected));
      expect(totalCount).toBe(expected.length);
    }
  });

  it("Claim.statements and Claim.reviews are what the corpora say", async () => {
    const rows = await readAll(
      "claims",
      "statements(first: 50) { totalCount nodes { id } } reviews { id rating publishedAt publisher { id } }",
    );
    for (const { id, reviews } of world.claims) {
      const makers = world.statements.filter((each) => each.expresses.includes(id));
      const { nodes, totalCount } = rows.get(id)?.["statements"] as { nodes: Row[]; totalCount: number };
      expect([sorted(nodes), totalCount]).toEqual([sorted(makers), makers.length]);
      expect(rows.get(id)?.["reviews"]).toEqual(reviews.map((each) => ({ ...each, publisher: one(each.publisher) })));
    }
  });

  const entitiesOf = (kind: string): EntityRecord[] => world.entities.filter((each) => each.kind === kind);
  it.each([
    ["people", "PERSON"],
    ["organizations", "ORGANIZATION"],
  ])("Speaker.accounts of %s are what the corpora say", async (list, kind) => {
    await compare(list, entitiesOf(kind), "accounts { id owner { id } }", (each) =>
      byId(each.accounts).map((account) => ({ ...account, owner: { id: each.id } })),
    );
  });

  it.each([null, "2001-02-03", "2000", "1998", "2003-05", "2020-01-03", "-0043"])("Person.positions are those held at %s", async (at) => {
    await compare(
      "people",
      entitiesOf("PERSON"),
      `positions(at: ${JSON.stringify(at)}) { id title startedAt endedAt person { id } organization { id } place { id } }`,
      (person) =>
        person.positions
          .filter((each) => at === null || oracle.position(each, { at }))
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map((each) => ({ ...each, person: { id: person.id }, organization: one(each.organization), place: one(each.place) })),
    );
  });

  it("Place.partOf leads to a place that it lies in", async () => {
    await compare("places", entitiesOf("PLACE"), "partOf { id }", (each) => byId(each.partOf)[0] ?? null);
  });

  it("Event.place is where it happened", async () => {
    await compare("events", entitiesOf("EVENT"), "place { id }", (each) => byId(each.locatedIn)[0] ?? null);
  });

  it("Organization.publishes has what its accounts post, too", async () => {
    const rows = await readAll("organizations", "publishes(first: 50) { totalCount nodes { id } }");
    for (const { id } of entitiesOf("ORGANIZATION")) {
      const expected = world.documents.filter((each) => oracle.publishersOf(each).some((publisher) => publisher.id === id));
      const { nodes, totalCount } = rows.get(id)?.["publishes"] as { nodes: Row[]; totalCount: number };
      expect([id, sorted(nodes), totalCount]).toEqual([id, sorted(expected), expected.length]);
    }
  });

  it("Entity.relations are told from both ends, each once", async () => {
    const rows = await readAll(
      "entities",
      "relations(first: 100) { totalCount nodes { kind label from { id } to { id } account { id } position { id } } }",
    );
    const all = world.entities.flatMap(relationsOf);
    const keyOf = (value: unknown): string => JSON.stringify(value);
    for (const { id } of world.entities) {
      const expected = all.filter((each) => each.ends.includes(id)).map((each) => each.relation);
      const { nodes, totalCount } = rows.get(id)?.["relations"] as { nodes: Row[]; totalCount: number };
      expect([id, nodes.map(keyOf).sort()]).toEqual([id, expected.map(keyOf).sort()]);
      expect(totalCount).toBe(expected.length);
    }
  });

  it("Entity.relations keep to the kinds that are asked for", async () => {
    const rows = await readAll(
      "people",
      "relations(kinds: [MEMBER_OF, RELATED_TO], first: 100) { nodes { kind } } none: relations(kinds: []) { totalCount nodes { kind } }",
    );
    const kinds = [...rows.values()].flatMap((row) => (row["relations"] as { nodes: { kind: string }[] }).nodes.map((each) => each.kind));
    expect([...new Set(kinds)].sort()).toEqual(["MEMBER_OF", "RELATED_TO"]);
    expect([...rows.values()].every((row) => JSON.stringify(row["none"]) === '{"totalCount":0,"nodes":[]}')).toBe(true);
  });

  it("are all asked for by this suite", () => {
    // Asked for by suites of their own.
    const others = [
      "neighbours",
      "spokenAbout",
      "said",
      "statementsMadeHere",
      "statementsMadeDuring",
      "entity",
      "reports",
      "documents",
      "document",
    ];
    const asked =
      "dataset speaker saidIn saidDuring mentions addressedTo claims about attributions respondsTo variants responses statement via chain spans publisher account authors statements reviews accounts owner positions person organization place partOf publishes relations from to assertedBy position".split(
        " ",
      );
    expect(EDGES.map((edge) => edge.field).filter((field) => ![...asked, ...others].includes(field))).toEqual([]);
  });
});

/** Every relation that an entity's record states, and the ids of those that it is told of. */
function relationsOf(entity: EntityRecord): { relation: Record<string, unknown>; ends: string[] }[] {
  const plain = (kind: string, from: string, to: string, label: string | null = null): ReturnType<typeof relationsOf>[number] => ({
    relation: { kind, label, from: { id: from }, to: { id: to }, account: null, position: null },
    ends: [from, to],
  });
  const held = entity.positions.map((each) => {
    const to = each.organization ?? each.place;
    const relation = {
      kind: "HELD_POSITION",
      label: each.title,
      from: { id: entity.id },
      to: one(to),
      account: null,
      position: { id: each.id },
    };
    return { relation, ends: [entity.id, each.organization ?? "", each.place ?? ""] };
  });
  const owned = entity.accounts.map((account) => ({
    relation: { kind: "OWNS_ACCOUNT", label: null, from: { id: entity.id }, to: null, account: { id: account }, position: null },
    ends: [entity.id],
  }));
  return [
    ...held,
    ...owned,
    ...entity.memberOf.map((to) => plain("MEMBER_OF", entity.id, to)),
    ...entity.partOf.map((to) => plain("PART_OF", entity.id, to)),
    ...entity.locatedIn.map((to) => plain("LOCATED_IN", entity.id, to)),
    ...entity.involved.map((link) => plain("INVOLVED_IN", link.to, entity.id, (link["role"] as string | undefined) ?? null)),
    ...entity.related.map(({ to, label }) => plain("RELATED_TO", entity.id, to, label)),
  ];
}

import { buildQuothSchema } from "../../src/api/build-schema";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { byCodePoints, CountOracle, DIMENSION_NAMES } from "./count-oracle";
import { dateRange } from "./date-range";
import { Oracle } from "./holds";
import { fold } from "./value-holds";
import type { Where } from "./value-holds";
import { RandomWhere } from "./random-where";
import { readRawFields } from "./raw-fields";
import type { StatementRecord } from "./world-types";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 60, neo4j: 4 };

const world = worldOfCorpora();
const oracle = new Oracle(world);
const counter = new CountOracle(oracle, readRawFields());
const KILLING = "event:killing-of-qassem-soleimani";

interface Facet {
  readonly dimension: string;
  readonly total: number;
  readonly buckets: readonly { dimension: string; value: string; label: string; count: number; entity: { id: string } | null }[];
}

const FACETS = "dimension total buckets { dimension value count entity { id } }";

/** What a facet has to say: the most frequent values first, equal ones by name or value. */
function expectedOf(statements: readonly StatementRecord[], dimension: string, first = 10): unknown {
  const rows = counter
    .rows(statements, [dimension])
    .map(({ values: [value], statements: counted }) => ({ value, count: counted.length }))
    .sort((a, b) => b.count - a.count || byCodePoints(a.value?.key ?? "", b.value?.key ?? ""));
  const buckets = rows
    .slice(0, first)
    .map(({ value, count }) => ({ dimension, value: value?.value, count, entity: value?.isEntity ? { id: value.value } : null }));
  return { dimension, total: rows.length, buckets };
}

describeOnEngines("facets", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each(DIMENSION_NAMES)("by %s count the whole list and not the page", async (dimension) => {
    const { list } = await ask<{ list: { facets: Facet[]; nodes: unknown[] } }>(
      engine,
      `{ list: statements(first: 1) { nodes { id } facets(by: [${dimension}]) { ${FACETS} } } }`,
    );
    expect(list).toEqual({ nodes: [expect.anything() as unknown], facets: [expectedOf(world.statements, dimension)] });
  });

  it("come in the order in which they were asked for, all of the dimensions at once", async () => {
    const by = [...DIMENSION_NAMES].reverse();
    const { list } = await ask<{ list: { facets: Facet[] } }>(
      engine,
      `{ list: statements(where: { speaker: { id: "person:zoe-dutra" } }) { facets(by: [${by.join(", ")}], first: 3) { ${FACETS} } } }`,
    );
    expect(list.facets).toEqual(by.map((each) => expectedOf(oracle.saidBy("person:zoe-dutra"), each, 3)));
  });

  it("count side by side what relations tell and what statements have, of those whom a filter describes", async () => {
    const by = ["ABOUT", "STANCE", "MONTH", "SPEAKER"];
    for (const where of [
      { speaker: { name: { contains: "z" } } },
      { speaker: { position: { title: { contains: "a" } } } },
      { speaker: { kind: ["PERSON"] } },
      { about: { some: { kind: ["PLACE"] } } },
    ]) {
      const { list } = await ask<{ list: { facets: Facet[] } }>(
        engine,
        `query ($where: StatementWhere) { list: statements(where: $where) { facets(by: [${by.join(", ")}]) { ${FACETS} } } }`,
        { where },
      );
      const found = world.statements.filter((each) => oracle.statement(each, where));
      expect(found.length).toBeGreaterThan(3);
      expect([where, list.facets]).toEqual([where, by.map((each) => expectedOf(found, each))]);
    }
  });

  it.each([1, 2, 100])("give as many as %i values, and the number of all", async (first) => {
    const { list } = await ask<{ list: { facets: Facet[] } }>(
      engine,
      `{ list: statements { facets(by: [ABOUT], first: ${String(first)}) { ${FACETS} } } }`,
    );
    expect(list.facets).toEqual([expectedOf(world.statements, "ABOUT", first)]);
  });

  it.each<[string, string, readonly StatementRecord[]]>([
    [`entity(id: "${KILLING}")`, "spokenAbout", oracle.aboutWhom(KILLING)],
    ['topic: entity(id: "topic:weather")', "spokenAbout", oracle.aboutWhom("topic:weather")],
    ['person(id: "person:mike-pompeo")', "said", oracle.saidBy("person:mike-pompeo")],
    ['organization(id: "organization:iranian-protesters")', "said", oracle.saidBy("organization:iranian-protesters")],
    [
      'place(id: "place:iran")',
      "statementsMadeHere",
      world.statements.filter((each) => oracle.within(each.saidIn ?? "").includes("place:iran")),
    ],
    ['event(id: "event:open-day")', "statementsMadeDuring", world.statements.filter((each) => each.saidDuring === "event:open-day")],
    [
      'claim(id: "claim:awkward/two-verdicts")',
      "statements",
      world.statements.filter((each) => each.expresses.includes("claim:awkward/two-verdicts")),
    ],
  ])("of %s { %s } count what is in that list", async (owner, field, statements) => {
    const data = await ask<Record<string, { list: { facets: Facet[] } }>>(
      engine,
      `{ ${owner} { list: ${field}(first: 1) { facets(by: [ABOUT, SPEECH_ACT, PUBLISHER, YEAR]) { ${FACETS} } } } }`,
    );
    const expected = ["ABOUT", "SPEECH_ACT", "PUBLISHER", "YEAR"].map((each) => expectedOf(statements, each));
    expect(Object.values(data)[0]?.list.facets).toEqual(expected);
    expect(statements.length).toBeGreaterThan(0);
  });

  it("count for each of many owners what is in the owner's own list", async () => {
    const { people } = await ask<{ people: { nodes: { id: string; said: { facets: Facet[] } }[] } }>(
      engine,
      `{ people(first: 100) { nodes { id said(first: 1) { facets(by: [ABOUT, QUOTATION_TYPE], first: 100) { ${FACETS} } } } } }`,
    );
    for (const { id, said } of people.nodes) {
      expect([id, said.facets]).toEqual([id, ["ABOUT", "QUOTATION_TYPE"].map((each) => expectedOf(oracle.saidBy(id), each, 100))]);
    }
  });

  it("keep to `search` and `where`, page and order aside", async () => {
    const given = 'search: "plain words", where: { saidAt: { isNull: false } }, orderBy: [{ by: SAID_AT }], first: 2';
    const { list } = await ask<{ list: { facets: Facet[]; totalCount: number } }>(
      engine,
      `{ list: statements(${given}) { totalCount facets(by: [YEAR, STANCE, LANGUAGE]) { ${FACETS} } } }`,
    );
    const found = world.statements.filter((each) => each.text.includes("plain words") && each.saidAt !== null);
    expect(list).toEqual({ totalCount: found.length, facets: ["YEAR", "STANCE", "LANGUAGE"].map((each) => expectedOf(found, each)) });
    const { none } = await ask<{ none: { facets: Facet[] } }>(
      engine,
      `{ none: statements(search: "-") { facets(by: [YEAR]) { ${FACETS} } } }`,
    );
    expect(none.facets).toEqual([{ dimension: "YEAR", total: 0, buckets: [] }]);
  });

  it.each([
    'speaker: { id: "person:mike-pompeo" }',
    'speaker: { ids: ["person:mike-pompeo", "person:zoe-dutra"] }',
    'speaker: { name: { contains: "pompeo" } }',
  ])("stand beside the count of what %s said about something, and beside the page", async (speaker) => {
    const where = `where: { about: { some: { id: "topic:freedom" } }, ${speaker} }`;
    const found = oracle.saidBy("person:mike-pompeo").filter((each) => oracle.aboutWhom("topic:freedom").includes(each));
    const by = ["YEAR", "SPEECH_ACT", "PUBLISHER", "STANCE"];
    for (const beside of ["totalCount", "totalCount nodes { id speaker { id } }"]) {
      const { list } = await ask<{ list: { facets: Facet[]; totalCount: number } }>(
        engine,
        `{ list: statements(${where}) { ${beside} facets(by: [${by.join(", ")}]) { ${FACETS} } } }`,
      );
      expect(list.facets).toEqual(by.map((each) => expectedOf(found, each)));
      expect(list.totalCount).toBe(found.length);
    }
    expect(found.length).toBeGreaterThan(1);
  });

  it("of two aliases, and buckets of two aliases, keep their arguments and selections apart", async () => {
    const source = `{ person(id: "person:zoe-dutra") { said(first: 1) {
      a: facets(by: [LANGUAGE], first: 1) { total buckets { value } }
      b: facets(by: [ABOUT, LANGUAGE], first: 2) { dimension one: buckets { value } two: buckets { label e: entity { name } f: entity { id kind } } }
      c: facets(by: []) { dimension }
    } } }`;
    const { person } = await ask<{ person: { said: unknown } }>(engine, source);
    expect(person.said).toEqual({
      a: [{ total: 2, buckets: [{ value: "en" }] }],
      b: [
        {
          dimension: "ABOUT",
          one: [{ value: "topic:weather" }, { value: "person:anna" }],
          two: [
            { label: "Weather", e: { name: "Weather" }, f: { id: "topic:weather", kind: "TOPIC" } },
            { label: "Anna", e: { name: "Anna" }, f: { id: "person:anna", kind: "PERSON" } },
          ],
        },
        {
          dimension: "LANGUAGE",
          one: [{ value: "en" }, { value: "fa" }],
          two: [
            { label: "en", e: null, f: null },
            { label: "fa", e: null, f: null },
          ],
        },
      ],
      c: [],
    });
  });

  it.each(["by: [YEAR, YEAR]", "by: [YEAR], first: 0", "by: [YEAR], first: 101"])("refuse %s", async (given) => {
    expect((await refusal(engine, `{ statements { facets(${given}) { total } } }`)).code).toBe("BAD_USER_INPUT");
  });
});

interface Cell {
  readonly speaker: { readonly id: string };
  readonly target: { readonly id: string };
  readonly count: number;
  readonly favour: number;
  readonly against: number;
  readonly firstSaidAt: string | null;
  readonly lastSaidAt: string | null;
}

const CELLS = "speaker { id } target { id } count favour against firstSaidAt lastSaidAt";

/** The earliest instant that each of two dates may mean; several ways of writing may mean the same one. */
function plainCell({ firstSaidAt, lastSaidAt, ...cell }: Cell): unknown {
  const start = (date: string | null): string | null => (date === null ? null : String(dateRange(date)[0]));
  return { ...cell, first: start(firstSaidAt), last: start(lastSaidAt) };
}

/** Every pair of a favoured speaker and what the statement is about. */
function cellsOf(speakers: Where, targets: Where, where: Where): Record<string, unknown>[] {
  const [saying, spokenOf, ids] = [oracle.entities(speakers), oracle.entities(targets), oracle.statements(where)];
  const pairs = world.statements
    .filter((each) => ids.includes(each.id))
    .flatMap((statement) => statement.about.map((link) => ({ statement, ...link, speaker: oracle.speakerOf(statement) ?? "" })))
    .filter((pair) => saying.includes(pair.speaker) && spokenOf.includes(pair.entity));
  return [...new Set(pairs.map(({ speaker, entity }) => `${speaker} ${entity}`))].map((key) => {
    const own = pairs.filter(({ speaker, entity }) => `${speaker} ${entity}` === key);
    const starts = own
      .flatMap(({ statement: { saidAt } }) => (saidAt === null ? [] : [dateRange(saidAt)[0]]))
      .sort((a, b) => (a < b ? -1 : 1));
    const [speaker, target] = key.split(" ");
    const stances = (stance: string): number => own.filter((each) => each.stance === stance).length;
    const [first, last] = [starts[0], starts.at(-1)].map((each) => (each === undefined ? null : String(each)));
    return {
      speaker: { id: speaker },
      target: { id: target },
      count: own.length,
      favour: stances("FAVOUR"),
      against: stances("AGAINST"),
      first,
      last,
    };
  });
}

const sorted = (cells: readonly unknown[]): string[] =>
  cells.map((each) => JSON.stringify(each, ["speaker", "target", "id", "count", "favour", "against", "first", "last"])).sort();

describeOnEngines(`cells (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const cells = async (given: { speakers?: Where; targets?: Where; where?: Where }, first = 1000): Promise<Cell[]> => {
    const source = `query ($speakers: EntityWhere, $targets: EntityWhere, $where: StatementWhere) { cells: whoSpokeAboutWhom(speakers: $speakers, targets: $targets, where: $where, first: ${String(first)}) { ${CELLS} } }`;
    return (await ask<{ cells: Cell[] }>(engine, source, given)).cells;
  };

  it("are what the corpora say, those with most statements first, then by the names of the two", async () => {
    const got = await cells({});
    expect(sorted(got.map(plainCell))).toEqual(sorted(cellsOf({}, {}, {})));
    const name = (id: string): string => `${fold(oracle.find(id)?.name ?? "")}\t${id}`;
    const inOrder = [...got].sort(
      (a, b) =>
        b.count - a.count || byCodePoints(name(a.speaker.id), name(b.speaker.id)) || byCodePoints(name(a.target.id), name(b.target.id)),
    );
    expect(got).toEqual(inOrder);
    expect(got.length).toBeGreaterThan(50);
  });

  it.each<[string, { speakers?: Where; targets?: Where; where?: Where }]>([
    ["one speaker", { speakers: { id: "person:zoe-dutra" } }],
    ["one target", { targets: { id: KILLING } }],
    ["both", { speakers: { id: "person:mike-pompeo" }, targets: { ids: [KILLING, "topic:freedom"] } }],
    ["who is a speaker of a kind, about a kind", { speakers: { kind: ["ORGANIZATION"] }, targets: { kind: ["EVENT", "TOPIC"] } }],
    ["a stance towards anything", { where: { stance: ["AGAINST"] } }],
    ["a date", { where: { saidAt: { from: "2020" } }, targets: { not: { kind: ["EVENT"] } } }],
    ["nobody", { speakers: { ids: [] } }],
  ])("keep to %s", async (_, given) => {
    const got = await cells(given);
    expect(sorted(got.map(plainCell))).toEqual(sorted(cellsOf(given.speakers ?? {}, given.targets ?? {}, given.where ?? {})));
  });

  it("tell the dates as they are written", async () => {
    const [cell] = await cells({ speakers: { id: "organization:velmara-town-council" } });
    expect(cell).toMatchObject({ firstSaidAt: "2021-05~", lastSaidAt: "2021-05~", favour: 0, against: 0 });
  });

  it("at random are what plain counting of the records gives", async () => {
    const random = new RandomWhere(buildQuothSchema(), world, SEED, ["recordedAt"]);
    const wrong: unknown[] = [];
    const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
    for (let index = 0; index < questions; index++) {
      const given = {
        speakers: index % 3 === 0 ? {} : random.of("EntityWhere", 1),
        targets: index % 3 === 1 ? {} : random.of("EntityWhere", 1),
        where: index % 2 === 0 ? {} : random.of("StatementWhere", 1),
      };
      const got = sorted((await cells(given)).map(plainCell));
      const expected = sorted(cellsOf(given.speakers, given.targets, given.where));
      if (got.join() !== expected.join()) wrong.push({ given: JSON.stringify(given), got, expected });
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("give as many as are wanted, 100 without a number, and keep two aliases apart", async () => {
    const all = await cells({});
    expect(await cells({}, 3)).toEqual(all.slice(0, 3));
    const source = `{
      a: whoSpokeAboutWhom { count speaker { id } x: target { id } y: target { name } }
      b: whoSpokeAboutWhom(first: 1, speakers: { id: "person:ann" }) { target { id kind } firstSaidAt }
    }`;
    const { a, b } = await ask<Record<string, Record<string, unknown>[]>>(engine, source);
    expect(a?.map((each) => each["x"])).toEqual(all.slice(0, 100).map((each) => each.target));
    expect(a?.[0]?.["y"]).toEqual({ name: oracle.find(all[0]?.target.id ?? "")?.name });
    expect(b).toEqual([{ target: { id: "person:anna", kind: "PERSON" }, firstSaidAt: "2002-01-01" }]);
  });

  it("show of a speaker what speakers alone have", async () => {
    const source = `{ cells: whoSpokeAboutWhom(speakers: { id: "person:ann" }, first: 1) {
      speaker { said(first: 1) { totalCount } accounts { id } ... on Person { kind } }
    }`;
    const of = `{ person(id: "person:ann") { said(first: 1) { totalCount } accounts { id } kind } }`;
    const { cells: got } = await ask<{ cells: { speaker: unknown }[] }>(engine, `${source} }`);
    expect(got).toEqual([{ speaker: (await ask<{ person: unknown }>(engine, of)).person }]);
  });

  it.each(["first: 0", "first: 1001"])("refuse %s", async (given) => {
    expect((await refusal(engine, `{ whoSpokeAboutWhom(${given}) { count } }`)).code).toBe("BAD_USER_INPUT");
  });
});

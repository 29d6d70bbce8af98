import { buildQuothSchema } from "../../src/api/build-schema";
import { groupBy as grouped } from "../../src/compiler/group-by";
import { Random } from "../../bench/random";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { byCodePoints, CountOracle, DIMENSION_NAMES, isTime, startOf } from "./count-oracle";
import type { CountRow } from "./count-oracle";
import { dateRange, sayable } from "./date-range";
import { Oracle } from "./holds";
import type { Where } from "./value-holds";
import { RandomWhere } from "./random-where";
import { readRawFields } from "./raw-fields";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 100, neo4j: 8 };
const FIGURES = "count time speakers publishers keys { dimension value label count entity { id name } }";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const counter = new CountOracle(oracle, readRawFields());

/** What is said about the thing that most is said about, and by the one who said most. */
const ABOUT_ONE: Where = {
  about: { some: { id: mostFrequent(world.statements.flatMap((each) => each.about.map((link) => link.entity))) } },
};
const BY_ONE: Where = { speaker: { id: mostFrequent(world.statements.flatMap((each) => oracle.speakerOf(each) ?? [])) } };

function mostFrequent(ids: readonly string[]): string {
  const counted = [...grouped(ids, (id) => id)].sort(([, one], [, other]) => other.length - one.length);
  return counted[0]?.[0] ?? "";
}

interface Key {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly entity: { readonly id: string; readonly name: string } | null;
}
interface Counted {
  readonly count: number;
  readonly time: string | null;
  readonly speakers: number;
  readonly publishers: number;
  readonly keys: readonly Key[];
}

/** The filter that stands for a bucket. */
function filterOf(dimension: string, value: string): Where {
  const entity = { SPEAKER: "speaker", PLACE: "saidIn", EVENT: "saidDuring" }[dimension];
  if (entity !== undefined) return { [entity]: { id: value } };
  const some = { ABOUT: "about", MENTIONS: "mentions", ADDRESSED_TO: "addressedTo" }[dimension];
  if (some !== undefined) return { [some]: { some: { id: value } } };
  const listed = { DATASET: "dataset", SPEECH_ACT: "speechAct", STANCE: "stance" }[dimension];
  if (listed !== undefined) return { [listed]: [value] };
  const ofReports = { PUBLISHER: { publisher: { id: value } }, QUOTATION_TYPE: { type: [value] }, CUE: { cue: { eq: value } } }[dimension];
  if (ofReports !== undefined) return { reports: { some: ofReports } };
  if (dimension === "COUNTRY") return { saidIn: { countryCode: { eq: value } } };
  return isTime(dimension) ? { saidAt: { within: value } } : { [dimension.toLowerCase()]: { eq: value } };
}

/** What a row has to say. */
function expectedOf({ values, statements }: CountRow, groupBy: readonly string[]): unknown {
  const at = groupBy.findIndex(isTime);
  const date = statements[0]?.saidAt;
  const time = at < 0 || !date ? null : sayable(startOf(dateRange(date)[0], groupBy[at] ?? ""));
  return {
    count: statements.length,
    time,
    speakers: new Set(statements.flatMap((each) => oracle.speakerOf(each) ?? [])).size,
    publishers: new Set(statements.flatMap((each) => counter.publishersOf(each))).size,
    keys: values.map(({ value, label, isEntity }, index) => ({
      dimension: groupBy[index],
      value,
      count: statements.length,
      entity: isEntity ? { id: value, name: label } : null,
    })),
  };
}

/** The same of an answer; labels have a test of their own. */
function plain({ count, time, speakers, publishers, keys }: Counted): unknown {
  const told = keys.map(({ dimension, value, count: own, entity }) => ({ dimension, value, count: own, entity }));
  return { count, time: time === null ? null : Date.parse(time), speakers, publishers, keys: told };
}

function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function compare(a: CountRow, b: CountRow): number {
  const first = a.values.findIndex((value, index) => value.key !== b.values[index]?.key);
  return first < 0 ? 0 : byCodePoints(a.values[first]?.key ?? "", b.values[first]?.key ?? "");
}

const valuesOf = (row: Pick<CountRow, "values">): string => row.values.map((each) => each.value).join(" | ");
const keysOf = (row: Counted): string => row.keys.map((each) => each.value).join(" | ");

describeOnEngines(`counts (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const counts = async (given: string, where: Where | null = null, figures = FIGURES): Promise<Counted[]> => {
    const source = `query ($where: StatementWhere) { rows: statementCounts(${given}, where: $where) { ${figures} } }`;
    return (await ask<{ rows: Counted[] }>(engine, source, { where })).rows;
  };
  const rowsOf = (groupBy: readonly string[], where: Where = {}): CountRow[] => {
    const ids = new Set(oracle.statements(where));
    return counter.rows(
      world.statements.filter((each) => ids.has(each.id)),
      groupBy,
    );
  };

  it.each(DIMENSION_NAMES)("by %s are what the corpora say, the largest first, then by the key", async (dimension) => {
    const rows = await counts(`groupBy: [${dimension}], first: 1000`);
    const expected = rowsOf([dimension]).sort((a, b) => b.statements.length - a.statements.length || compare(a, b));
    expect(rows.map(plain)).toEqual(expected.map((each) => expectedOf(each, [dimension])));
    expect(rows.length).toBeGreaterThan(0);
  });

  // What else is asked for decides by which way a figure is counted.
  const alone: { readonly groupBy: readonly string[]; readonly where?: Where }[] = [
    ...DIMENSION_NAMES.map((each) => ({ groupBy: [each] })),
    { groupBy: ["ABOUT", "YEAR"] },
    { groupBy: ["ABOUT", "STANCE"] },
    { groupBy: ["SPEAKER", "MONTH"] },
    { groupBy: ["LANGUAGE", "YEAR"] },
    { groupBy: ["YEAR"], where: ABOUT_ONE },
    { groupBy: ["STANCE"], where: ABOUT_ONE },
    { groupBy: ["ABOUT"], where: BY_ONE },
    { groupBy: ["ABOUT"], where: ABOUT_ONE },
    { groupBy: ["PUBLISHER"], where: { about: { some: { name: { contains: "a" } } } } },
  ];
  it.each(alone.map((each) => [JSON.stringify(each), each] as const))(
    "%s tell their speakers, and their publishers, without anything beside them",
    async (_, { groupBy, where = {} }) => {
      const expected = rowsOf(groupBy, where).map((each) => expectedOf(each, groupBy) as Counted);
      for (const figure of ["speakers", "publishers"] as const) {
        const rows = await counts(`groupBy: [${groupBy.join(", ")}], first: 1000`, where, `count ${figure} keys { value }`);
        const told = (each: Counted): unknown => [keysOf(each), each.count, each[figure]];
        expect(sorted(rows.map(told))).toEqual(sorted(expected.map(told)));
      }
    },
  );

  it.each(DIMENSION_NAMES)("by %s are asked back with a filter, which gives as many statements", async (dimension) => {
    const rows = await counts(`groupBy: [${dimension}], first: 1000`);
    for (let at = 0; at < rows.length; at += 10) {
      const some = rows.slice(at, at + 10);
      const fields = some.map((_, index) => `a${String(index)}: statements(where: $w${String(index)}) { totalCount }`);
      const variables = Object.fromEntries(some.map((row, index) => [`w${String(index)}`, filterOf(dimension, row.keys[0]?.value ?? "")]));
      const source = `query (${Object.keys(variables)
        .map((name) => `$${name}: StatementWhere`)
        .join(" ")}) { ${fields.join(" ")} }`;
      const answers = await ask<Record<string, { totalCount: number }>>(engine, source, variables);
      expect(Object.values(answers).map((each) => each.totalCount)).toEqual(some.map((each) => each.count));
    }
  });

  it("have no other dimensions", () => {
    const type = buildQuothSchema().getType("StatementDimension") as unknown as { getValues(): { name: string }[] };
    expect(
      type
        .getValues()
        .map((each) => each.name)
        .sort(),
    ).toEqual([...DIMENSION_NAMES].sort());
  });

  it.each([
    ["YEAR", "2001", 19],
    ["QUARTER", "2001-Q1", 17],
    ["MONTH", "2001-02", 15],
    ["WEEK", "2001-W05", 13],
    ["DAY", "2001-02-03", 11],
  ])("by %s know how exact a date is: %s is where %i of the corpora's dates lie as a whole", async (unit, value, expected) => {
    const rows = await counts(`groupBy: [${unit}], first: 1000`);
    expect(rows.find((row) => keysOf(row) === value)?.count).toBe(expected);
  });

  it.each([
    ["-0043-03-15", { YEAR: "-0043", QUARTER: "-0043-Q1", MONTH: "-0043-03", DAY: "-0043-03-15" }],
    ["2001-02", { YEAR: "2001", QUARTER: "2001-Q1", MONTH: "2001-02", WEEK: null, DAY: null }],
    ["2001-01/2001-03", { YEAR: "2001", QUARTER: "2001-Q1", MONTH: null, WEEK: null, DAY: null }],
    ["2001-02-01/2001-02-10", { YEAR: "2001", MONTH: "2001-02", WEEK: null, DAY: null }],
    ["2001-05/..", { YEAR: null, MONTH: null, DAY: null }],
    ["../2001-06", { YEAR: null, MONTH: null, DAY: null }],
    ["2001~", { YEAR: "2001", QUARTER: null, MONTH: null }],
    ["200X", { YEAR: null, QUARTER: null }],
    ["0000", { YEAR: "0000", MONTH: null }],
    ["2001-02-03T23:30:00-05:00", { YEAR: "2001", MONTH: "2001-02", WEEK: "2001-W05", DAY: "2001-02-04" }],
    ["1969-12-31", { YEAR: "1969", QUARTER: "1969-Q4", WEEK: "1970-W01", DAY: "1969-12-31" }],
    ["2021-05-04/2021-05-05", { YEAR: "2021", MONTH: "2021-05", WEEK: "2021-W18", DAY: null }],
  ])("put a statement of %s where it lies as a whole", async (date, buckets) => {
    const statement = world.statements.find((each) => each.saidAt === date);
    for (const [unit, value] of Object.entries(buckets)) {
      const rows = await counts(`groupBy: [${unit}]`, { id: statement?.id ?? "" });
      expect([unit, rows.map((row) => row.keys[0]?.value)]).toEqual([unit, value === null ? [] : [value]]);
    }
  });

  it.each(["YEAR", "QUARTER", "MONTH", "WEEK", "DAY"])("by %s have values that filters take", async (unit) => {
    interface Row {
      readonly keys: readonly { readonly value: string }[];
      readonly count: number;
    }
    const answered = async (given: string): Promise<readonly Row[]> =>
      (await ask<{ rows: Row[] }>(engine, `{ rows: statementCounts(groupBy: [${unit}]${given}, first: 1000) { keys { value } count } }`))
        .rows;
    const rows = await answered("");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows.slice(0, 5)) {
      const value = row.keys[0]?.value ?? "";
      expect(await answered(`, where: { saidAt: { from: "${value}", to: "${value}" } }`)).toContainEqual(row);
    }
  });

  it("invent no gaps: every row has a statement", async () => {
    const rows = await counts("groupBy: [MONTH, SPEAKER], first: 1000");
    expect(rows.every((row) => row.count > 0)).toBe(true);
    expect(rows).toHaveLength(rowsOf(["MONTH", "SPEAKER"]).length);
  });

  it("by dimensions and filters at random are what plain counting of the records gives", async () => {
    const random = new Random(SEED);
    const filters = new RandomWhere(buildQuothSchema(), world, SEED, ["recordedAt"]);
    const wrong: unknown[] = [];
    for (let index = 0; index < questions; index++) {
      const groupBy: string[] = [];
      for (let wanted = 1 + random.below(3); groupBy.length < wanted; ) {
        const name = DIMENSION_NAMES[random.below(DIMENSION_NAMES.length)] ?? "";
        if (!groupBy.includes(name)) groupBy.push(name);
      }
      const where = random.next() < 0.4 ? {} : filters.of("StatementWhere", 2);
      const got = await counts(`groupBy: [${groupBy.join(", ")}], first: 1000`, where);
      const expected = rowsOf(groupBy, where).map((each) => expectedOf(each, groupBy));
      if (expected.length <= 1000 && sorted(got.map(plain)).join() !== sorted(expected).join())
        wrong.push({ groupBy, where: JSON.stringify(where), got: got.map(plain), expected });
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it.each<[string[], Where]>([
    [["PLACE", "RATING"], { language: { eq: "fa" } }],
    [["SPEAKER", "RATING", "ABOUT"], { stance: ["AGAINST"], reports: { none: { confidence: { lte: 0.25 } } } }],
    [["YEAR"], { attributions: { speaker: { ids: ["person:ann"] }, rank: ["PREFERRED"] } }],
    [["SPEAKER"], { attributions: { speaker: { ids: ["person:twin-one", "nobody"] }, probability: { gte: 0.5, lte: 1 } } }],
    [["ABOUT", "STANCE"], { stance: ["FAVOUR"], about: { some: { ids: ["topic:weather", "person:ann"] } } }],
  ])("by %j keep to the filter %j", async (groupBy, where) => {
    const rows = await counts(`groupBy: [${groupBy.join(", ")}], first: 1000`, where);
    expect(sorted(rows.map(plain))).toEqual(sorted(rowsOf(groupBy, where).map((each) => expectedOf(each, groupBy))));
  });

  it.each([
    ["[{ by: COUNT }]", ["SPEAKER"], (a: CountRow, b: CountRow) => b.statements.length - a.statements.length || compare(a, b)],
    [
      "[{ by: COUNT, direction: ASC }]",
      ["ABOUT"],
      (a: CountRow, b: CountRow) => a.statements.length - b.statements.length || compare(a, b),
    ],
    ["[{ by: KEY }]", ["SPEAKER"], (a: CountRow, b: CountRow) => compare(b, a)],
    ["[{ by: KEY, direction: ASC }]", ["SPEECH_ACT", "LANGUAGE"], compare],
    ["[{ by: COUNT, direction: null }]", ["CUE"], (a: CountRow, b: CountRow) => b.statements.length - a.statements.length || compare(a, b)],
    ["[]", ["EVENT"], (a: CountRow, b: CountRow) => b.statements.length - a.statements.length || compare(a, b)],
    [
      "[{ by: COUNT }, { by: KEY }]",
      ["SPEECH_ACT"],
      (a: CountRow, b: CountRow) => b.statements.length - a.statements.length || compare(b, a),
    ],
  ])("sort by %s", async (order, groupBy, expected) => {
    const rows = await counts(`groupBy: [${groupBy.join(", ")}], first: 1000, orderBy: ${order}`);
    expect(rows.map(keysOf)).toEqual(rowsOf(groupBy).sort(expected).map(valuesOf));
  });

  it.each([
    ["ASC", 1],
    ["DESC", -1],
  ])("sort by TIME %s, whichever dimension is one, and by the first of two", async (direction, sign) => {
    for (const groupBy of ["YEAR", "SPEAKER, MONTH", "DAY, YEAR"]) {
      const rows = await counts(`groupBy: [${groupBy}], first: 1000, orderBy: [{ by: TIME, direction: ${direction} }]`);
      const times = rows.flatMap(({ time }) => (time === null ? [] : Date.parse(time) * sign));
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(times).size).toBeGreaterThan(5);
    }
  });

  it.each(["SPEAKER, MONTH", "YEAR, SPEAKER", "SPEAKER, ABOUT", "ABOUT"])(
    "by %s are the same wherever they are cut, ties too",
    async (groupBy) => {
      const whole = await counts(`groupBy: [${groupBy}], first: 1000`);
      expect(whole.length).toBeGreaterThan(20);
      for (const first of [1, 2, 3, 4, 7, 12, 20])
        expect(await counts(`groupBy: [${groupBy}], first: ${first}`)).toEqual(whole.slice(0, first));
    },
  );

  // Numbers alone are known from how often each spoke about each.
  const wholes: { readonly groupBy: readonly string[]; readonly where?: Where }[] = [
    { groupBy: ["SPEAKER", "ABOUT"] },
    { groupBy: ["ABOUT", "SPEAKER"] },
    { groupBy: ["SPEAKER"], where: ABOUT_ONE },
    { groupBy: ["ABOUT"], where: BY_ONE },
    { groupBy: ["SPEAKER", "ABOUT"], where: BY_ONE },
    { groupBy: ["ABOUT"], where: { speaker: { name: { contains: "a" } } } },
    { groupBy: ["SPEAKER", "ABOUT"], where: { speaker: { name: { contains: "a" } } } },
  ];
  const byCount = (a: CountRow, b: CountRow): number => a.statements.length - b.statements.length;
  const orders: [string, (a: CountRow, b: CountRow) => number][] = [
    ["[{ by: COUNT }]", (a, b) => byCount(b, a) || compare(a, b)],
    ["[{ by: COUNT, direction: ASC }]", (a, b) => byCount(a, b) || compare(a, b)],
    ["[{ by: KEY, direction: ASC }]", compare],
  ];
  it.each(wholes.map((each) => [JSON.stringify(each), each] as const))(
    "%s have their numbers without anything beside them, in each order and wherever they are cut",
    async (_, { groupBy, where = {} }) => {
      for (const [orderBy, expected] of orders) {
        const rows = rowsOf(groupBy, where).sort(expected);
        expect(rows.length).toBeGreaterThan(2);
        for (const first of [1, 2, 3, 5, 20, 1000]) {
          const told = await counts(
            `groupBy: [${groupBy.join(", ")}], first: ${first}, orderBy: ${orderBy}`,
            where,
            "count keys { value }",
          );
          expect(told.map((each) => [keysOf(each), each.count])).toEqual(
            rows.slice(0, first).map((each) => [valuesOf(each), each.statements.length]),
          );
        }
      }
    },
  );

  it("give the first 100 rows unless more are wanted, and as many as are wanted", async () => {
    const all = await counts("groupBy: [ABOUT, PUBLISHER, SPEECH_ACT], first: 1000", null, "count keys { value }");
    expect(all.length).toBeGreaterThan(100);
    expect(await counts("groupBy: [ABOUT, PUBLISHER, SPEECH_ACT]", null, "count keys { value }")).toEqual(all.slice(0, 100));
    expect(await counts("groupBy: [ABOUT, PUBLISHER, SPEECH_ACT], first: 7", null, "count keys { value }")).toEqual(all.slice(0, 7));
  });

  it("count what `search` finds, together with `where`", async () => {
    const where = { saidAt: { from: "2001-02-03", to: "2001-02-03" } };
    const rows = await counts('groupBy: [SPEAKER], search: "rains upwards"', where);
    const found = oracle.statements({ ...where, text: { contains: "rains upwards" } });
    expect(rows.map((row) => [row.keys[0]?.value, row.count])).toEqual([["person:zoe-dutra", found.length]]);
    expect(await counts('groupBy: [SPEAKER], search: "-"')).toEqual([]);
    const all = await counts('groupBy: [DATASET], search: "freedom"');
    expect(all.map((row) => row.count)).toEqual([world.statements.filter((each) => /freedom/i.test(each.text)).length]);
    expect(found.length).toBeGreaterThan(0);
  });

  it("call values what people call them", async () => {
    const rows = await counts("groupBy: [SPEAKER, SPEECH_ACT], first: 1000");
    const labels = new Map(rows.flatMap((row) => row.keys.map((key) => [key.value, key.label])));
    expect(labels.get("person:zoe-dutra")).toBe("Zoë Dutra");
    expect([labels.get("CALL_FOR"), labels.get("ASSERT")]).toEqual(["call for", "assert"]);
    const years = await counts("groupBy: [YEAR]");
    expect(years.every((row) => row.keys[0]?.label === row.keys[0]?.value)).toBe(true);
  });

  it("answer two aliases with other arguments, and two aliases of keys, each for itself", async () => {
    const source = `{
      a: statementCounts(groupBy: [DATASET]) { one: keys { value } two: keys { label entity { id } } count }
      b: statementCounts(groupBy: [SPEAKER], first: 1) { keys { e: entity { id } f: entity { name } } speakers }
      c: statementCounts(groupBy: [SPEAKER], first: 1, where: { speaker: { id: "person:ann" } }) { publishers keys { value } }
    }`;
    const { a, b, c } = await ask<Record<string, unknown[]>>(engine, source);
    expect(a?.[0]).toEqual({
      one: [{ value: "dataset:awkward" }],
      two: [{ label: expect.any(String) as unknown, entity: null }],
      count: 40,
    });
    expect(b).toEqual([{ keys: [{ e: { id: "person:zoe-dutra" }, f: { name: "Zoë Dutra" } }], speakers: 1 }]);
    expect(c).toEqual([{ publishers: 1, keys: [{ value: "person:ann" }] }]);
  });

  it.each([
    ["no dimension", "groupBy: []"],
    ["four dimensions", "groupBy: [YEAR, MONTH, DAY, WEEK]"],
    ["a dimension twice", "groupBy: [YEAR, SPEAKER, YEAR]"],
    ["TIME without a time", "groupBy: [SPEAKER], orderBy: [{ by: TIME }]"],
    ["no row", "groupBy: [SPEAKER], first: 0"],
    ["1001 rows", "groupBy: [SPEAKER], first: 1001"],
    ["fewer than no rows", "groupBy: [SPEAKER], first: -1"],
  ])("refuse %s", async (_, given) => {
    expect((await refusal(engine, `{ statementCounts(${given}) { count } }`)).code).toBe("BAD_USER_INPUT");
  });
});

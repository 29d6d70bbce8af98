import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { dateRange, sayable } from "./date-range";
import { Oracle } from "./holds";
import { readRawFields } from "./raw-fields";
import type { StatementRecord } from "./world-types";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const raw = readRawFields();
const SINGLE = "id text saidAt time speaker speakerId saidIn saidInId latitude longitude saidDuring dataset".split(" ");
const JOINED = "about aboutIds publisher url quotationType cue".split(" ");

type Row = Readonly<Record<string, string | number | null>>;
interface Page {
  readonly rows: readonly Row[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly totalCount: number;
}

const nameOf = (id: string | null): string | null => (id === null ? null : (oracle.find(id)?.name ?? null));

/** Every column as the corpora have it; of joined ones, the texts in any order. */
function columnsOf(statement: StatementRecord): Record<string, unknown> {
  const { id, text, saidAt, saidIn, saidDuring, dataset, about, reports } = statement;
  const documents = reports.flatMap((report) => world.documents.filter((each) => each.id === report.document));
  const start = saidAt === null ? null : dateRange(saidAt)[0];
  const set = (texts: readonly (string | null)[]): string[] => [...new Set(texts.flatMap((each) => each ?? []))].sort();
  return {
    ...{ id, text, saidAt, dataset, saidInId: saidIn, saidIn: nameOf(saidIn), saidDuring: nameOf(saidDuring) },
    time: start === null ? null : sayable(start),
    speaker: nameOf(oracle.speakerOf(statement)),
    speakerId: oracle.speakerOf(statement),
    latitude: oracle.find(saidIn ?? "")?.latitude ?? null,
    longitude: raw.get(saidIn ?? "")?.longitude ?? null,
    about: set(about.map((each) => nameOf(each.entity))),
    aboutIds: set(about.map((each) => each.entity)),
    publisher: set(documents.flatMap((each) => oracle.publishersOf(each).map((publisher) => publisher.name))),
    url: set(documents.map((each) => each.url)),
    quotationType: set(reports.map((each) => each.type)),
    cue: set(reports.map((each) => each.cue)),
  };
}

/** A joined text taken apart; one that is null has nothing. */
function taken(column: string, value: string | number | null): unknown {
  if (JOINED.includes(column)) return value === null ? [] : String(value).split("; ").sort();
  return column === "time" && value !== null ? Date.parse(String(value)) : value;
}

describeOnEngines("statement rows", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const page = async (given: string, columns = "id"): Promise<Page> => {
    const source = `{ page: statementRows${given === "" ? "" : `(${given})`} { rows { ${columns} } endCursor hasNextPage totalCount } }`;
    return (await ask<{ page: Page }>(engine, source)).page;
  };
  const ids = ({ rows }: Page): unknown[] => rows.map((row) => row["id"]);

  it.each([...SINGLE, ...JOINED])("have the column %s as the corpora say, asked for alone or with all", async (column) => {
    const alone = await page("", `key: id ${column}`);
    const all = await page("", `key: id ${[...SINGLE, ...JOINED].join(" ")}`);
    expect(alone.rows).toHaveLength(world.statements.length);
    for (const statement of world.statements) {
      const expected = columnsOf(statement)[column];
      for (const { rows } of [alone, all]) {
        const row = rows.find((each) => each["key"] === statement.id);
        expect([statement.id, taken(column, row?.[column] ?? null)]).toEqual([statement.id, expected]);
      }
    }
  });

  it("join ids and names of whom they are about in one order, and publishers by their reports' dates", async () => {
    const { rows } = await page("", "id about aboutIds publisher");
    for (const row of rows) {
      const named = (row["aboutIds"] === null ? [] : String(row["aboutIds"]).split("; ")).map(nameOf);
      expect(row["about"] === null ? [] : String(row["about"]).split("; ")).toEqual(named);
    }
    const cheney = rows.find((row) => row["id"] === "statement:harbour-2021/vale-open-by-midsummer");
    expect(cheney?.["publisher"]).toBe("Radio Osken; Rene\u0301 Abadie; Harbour Gazette");
  });

  it("tell times in UTC with milliseconds", async () => {
    const { rows } = await page('where: { id: "statement:harbour-2021/abadie-when-i-can-float-it" }', "time saidAt");
    expect(rows).toEqual([{ time: "2021-05-04T19:05:00.000Z", saidAt: "2021-05-04T19:05:00Z" }]);
  });

  it.each([
    "",
    "orderBy: [{ by: SAID_AT, direction: ASC }]",
    'search: "soleimani tehran"',
    'where: { speaker: { id: "person:zoe-dutra" } }, orderBy: [{ by: REPORT_COUNT }]',
  ])("are walked without gap or repeat: %s", async (given) => {
    const whole = await page(given);
    const join = (...parts: string[]): string => parts.filter((part) => part !== "").join(", ");
    expect(whole).toMatchObject({ hasNextPage: false, totalCount: whole.rows.length });
    const walked: unknown[] = [];
    for (let after = "", more = true; more && walked.length <= whole.rows.length; ) {
      const next = await page(join(given, "first: 7", after));
      expect(next.totalCount).toBe(whole.rows.length);
      walked.push(...ids(next));
      [after, more] = [`after: ${JSON.stringify(next.endCursor)}`, next.hasNextPage];
    }
    expect(walked).toEqual(ids(whole));
  });

  it.each([
    ["orderBy: [{ by: SAID_AT, direction: ASC }]", "orderBy: [{ by: SAID_AT, direction: ASC }]"],
    [
      "orderBy: [{ by: RESPONSE_COUNT }, { by: SPEAKER_NAME, direction: ASC }]",
      "orderBy: [{ by: RESPONSE_COUNT }, { by: SPEAKER_NAME, direction: ASC }]",
    ],
    ['search: "people freedom"', 'search: "people freedom"'],
    ['search: "plain words", orderBy: [{ by: SAID_AT }]', 'search: "plain words", orderBy: [{ by: SAID_AT }]'],
    ['where: { about: { some: { id: "topic:freedom" } } }', 'where: { about: { some: { id: "topic:freedom" } } }'],
  ])("are the statements of the list, in its order: %s", async (given, list) => {
    const { statements } = await ask<{ statements: { nodes: { id: string }[] } }>(
      engine,
      `{ statements(first: 100, ${list}) { nodes { id } } }`,
    );
    expect(ids(await page(given))).toEqual(statements.nodes.map((each) => each.id));
    expect(statements.nodes.length).toBeGreaterThan(1);
  });

  it("keep to `where` and `search`, and count what they leave", async () => {
    const where = { saidAt: { from: "2020", to: "2020" }, speechAct: ["CONDEMN"] };
    const got = await page('where: { saidAt: { from: "2020", to: "2020" }, speechAct: [CONDEMN] }');
    expect(ids(got).sort()).toEqual(oracle.statements(where).sort());
    expect(await page('search: "- *"')).toEqual({ rows: [], endCursor: null, hasNextPage: false, totalCount: 0 });
  });

  it("may be asked for their number alone, for their end alone, and twice under two names", async () => {
    const source = `{
      count: statementRows(first: 1) { totalCount }
      end: statementRows(first: 1000) { hasNextPage }
      a: statementRows(first: 1, where: { id: "statement:awkward/hen" }) { x: rows { text } y: rows { id who: speaker } }
      b: statementRows(first: 2, where: { ids: ["statement:awkward/egg"] }) { rows { text dataset } hasNextPage }
    }`;
    expect(await ask(engine, source)).toEqual({
      count: { totalCount: world.statements.length },
      end: { hasNextPage: false },
      a: { x: [{ text: "The hen was first." }], y: [{ id: "statement:awkward/hen", who: "Ann" }] },
      b: { rows: [{ text: "The egg was first.", dataset: "dataset:awkward" }], hasNextPage: false },
    });
  });

  it.each(["first: 0", "first: 1001", 'after: "x"', "orderBy: [{ by: RELEVANCE }]"])("refuse %s", async (given) => {
    expect((await refusal(engine, `{ statementRows(${given}) { rows { id } } }`)).code).toBe("BAD_USER_INPUT");
  });

  it("refuse a cursor of the list of statements in another order", async () => {
    const { endCursor } = await page("first: 1");
    const source = `{ statementRows(after: ${JSON.stringify(endCursor)}, orderBy: [{ by: REPORT_COUNT }]) { rows { id } } }`;
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });
});

import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { dateRange } from "./date-range";
import { Oracle } from "./holds";
import { fold } from "./value-holds";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const statementOf = new Map(world.statements.map((each) => [each.id, each]));

/** Sorted by code points, as both engines do; JavaScript's own order differs past U+FFFF. */
function byCodePoints(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((character) => character.codePointAt(0) ?? 0));
  for (let index = 0; ; index++) {
    const [x, y] = [left?.[index], right?.[index]];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    if (x !== y) return x - y;
  }
}

describeOnEngines("orders", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const ids = async (field: string, argumentsText: string): Promise<string[]> => {
    const { page } = await ask<{ page: { nodes: { id: string }[] } }>(
      engine,
      `{ page: ${field}(first: 100, ${argumentsText}) { nodes { id } } }`,
    );
    return page.nodes.map((each) => each.id);
  };
  const dated = { where: "where: { saidAt: { isNull: false } }" };
  const startOf = (id: string): number => dateRange(statementOf.get(id)?.saidAt ?? "")[0];

  it.each([
    ["ASC", 1],
    ["DESC", -1],
  ])("SAID_AT %s sorts by the earliest instant, then by id", async (direction, sign) => {
    const expected = world.statements
      .filter((each) => each.saidAt !== null)
      .map((each) => each.id)
      .sort((a, b) => sign * (compareNumbers(startOf(a), startOf(b)) || byCodePoints(a, b)));
    expect(await ids("statements", `${dated.where}, orderBy: [{ by: SAID_AT, direction: ${direction} }]`)).toEqual(expected);
  });

  it("SAID_AT DESC puts undated statements behind all others, as its description says", async () => {
    const found = await ids("statements", "orderBy: [{ by: SAID_AT }]");
    expect(statementOf.get(found[0] ?? "")?.saidAt).not.toBeNull();
  });

  it.each([
    ["REPORT_COUNT", (id: string) => statementOf.get(id)?.reports.length ?? 0],
    ["RESPONSE_COUNT", (id: string) => world.statements.filter((each) => each.respondsTo.some((link) => link.to === id)).length],
  ])("%s sorts by that count, either way", async (by, count) => {
    const descending = (await ids("statements", `orderBy: [{ by: ${by} }]`)).map(count);
    const ascending = (await ids("statements", `orderBy: [{ by: ${by}, direction: ASC }]`)).map(count);
    expect(descending).toEqual([...descending].sort((a, b) => b - a));
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(descending[0]).toBeGreaterThan(descending.at(-1) ?? 0);
  });

  it.each([
    ["SAID_COUNT", (id: string) => oracle.saidBy(id).length],
    ["SPOKEN_ABOUT_COUNT", (id: string) => oracle.aboutWhom(id).length],
  ])("%s sorts entities by that count, either way", async (by, count) => {
    const descending = (await ids("entities", `orderBy: [{ by: ${by}, direction: DESC }]`)).map(count);
    const ascending = (await ids("entities", `orderBy: [{ by: ${by} }]`)).map(count);
    expect(descending).toEqual([...descending].sort((a, b) => b - a));
    expect(ascending).toEqual([...ascending].sort((a, b) => a - b));
    expect(descending[0]).toBeGreaterThan(1);
  });

  it("SPEAKER_NAME keeps the statements of one speaker together, those without one first", async () => {
    const speakers = (await ids("statements", "orderBy: [{ by: SPEAKER_NAME, direction: ASC }]")).map((id) => {
      const statement = statementOf.get(id);
      return (statement && oracle.speakerOf(statement)) ?? "";
    });
    const runs = speakers.filter((speaker, index) => speaker !== speakers[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
    expect(runs[0]).toBe("");
  });

  const names = world.entities.filter((each) => each.kind === "PERSON").map((each) => [fold(each.name), each.id] as const);
  it.each(["", ", { by: RELEVANCE }"])("SPEAKER_NAME orders what a search finds as it orders the rest (%s)", async (second) => {
    const all = await ids("statements", "orderBy: [{ by: SPEAKER_NAME }]");
    const found = await ids("statements", `search: "soleimani", orderBy: [{ by: SPEAKER_NAME }${second}]`);
    const speakers = (page: readonly string[]): unknown[] =>
      page.map((id) => oracle.speakerOf(statementOf.get(id) as (typeof world.statements)[number]));
    const wanted = all.filter((id) => found.includes(id));
    expect(found.length).toBeGreaterThan(3);
    expect(speakers(found)).toEqual(speakers(wanted));
  });

  it("NAME sorts without case and accents, code point by code point", async () => {
    // Names that are the beginning of another one have a test of their own.
    const distinct = names.filter(([name]) => !names.some(([other]) => other !== name && other.startsWith(name)));
    const expected = distinct.sort((a, b) => byCodePoints(a[0], b[0]) || byCodePoints(a[1], b[1])).map(([, id]) => id);
    const found = await ids("people", "orderBy: [{ by: NAME, direction: ASC }]");
    expect(found.filter((id) => expected.includes(id))).toEqual(expected);
  });

  it("NAME puts a name before those that begin with it", async () => {
    expect(await ids("people", 'where: { ids: ["person:ann", "person:anna", "person:ann-b"] }')).toEqual([
      "person:ann",
      "person:ann-b",
      "person:anna",
    ]);
  });

  it("a second term settles what the first one leaves open", async () => {
    const found = await ids("statements", `${dated.where}, orderBy: [{ by: REPORT_COUNT }, { by: SAID_AT, direction: ASC }]`);
    const expected = [...found].sort(
      (a, b) =>
        (statementOf.get(b)?.reports.length ?? 0) - (statementOf.get(a)?.reports.length ?? 0) ||
        compareNumbers(startOf(a), startOf(b)) ||
        byCodePoints(a, b),
    );
    expect(found).toEqual(expected);
  });

  it.each(["ASC", "DESC"])("a term behind the date settles what was said at one time, and the id what is left (%s)", async (direction) => {
    const found = await ids("statements", `${dated.where}, orderBy: [{ by: SAID_AT, direction: ${direction} }, { by: REPORT_COUNT }]`);
    const sign = direction === "ASC" ? 1 : -1;
    const expected = [...found].sort(
      (a, b) =>
        sign * compareNumbers(startOf(a), startOf(b)) ||
        (statementOf.get(b)?.reports.length ?? 0) - (statementOf.get(a)?.reports.length ?? 0) ||
        sign * byCodePoints(a, b),
    );
    expect(found).toEqual(expected);
    expect(found).not.toEqual(await ids("statements", `${dated.where}, orderBy: [{ by: SAID_AT, direction: ${direction} }]`));
  });

  it("a term behind the name settles which of those of one name comes first", async () => {
    const twins = 'where: { ids: ["person:twin-one", "person:twin-two"] }';
    const orders = ["ASC", "DESC"].map((direction) =>
      ids("people", `${twins}, orderBy: [{ by: NAME }, { by: SAID_COUNT, direction: ${direction} }]`),
    );
    const [rising, falling] = await Promise.all(orders);
    expect(rising).toHaveLength(2);
    expect(falling).toEqual([...(rising ?? [])].reverse());
  });

  it("pages of such an order hold each thing once", async () => {
    const order = `${dated.where}, orderBy: [{ by: SAID_AT }, { by: REPORT_COUNT }]`;
    const paged: string[] = [];
    for (let after = "null"; ; ) {
      const { page } = await ask<{ page: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        engine,
        `{ page: statements(first: 7, after: ${after}, ${order}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
      );
      paged.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = JSON.stringify(page.pageInfo.endCursor);
    }
    expect(paged).toEqual(await ids("statements", order));
  });

  it("the same term again changes nothing", async () => {
    const twice = "orderBy: [{ by: REPORT_COUNT }, { by: REPORT_COUNT, direction: ASC }, { by: RESPONSE_COUNT }]";
    expect(await ids("statements", twice)).toEqual(await ids("statements", "orderBy: [{ by: REPORT_COUNT }, { by: RESPONSE_COUNT }]"));
  });

  it.each([
    ["statements", "REPORT_COUNT", "DESC"],
    ["people", "SAID_COUNT", "ASC"],
  ])("an explicit null for the direction of %s is the usual one", async (field, by, usual) => {
    expect(await ids(field, `orderBy: [{ by: ${by}, direction: null }]`)).toEqual(
      await ids(field, `orderBy: [{ by: ${by}, direction: ${usual} }]`),
    );
  });

  it("documents come latest first, dated ones by the earliest instant", async () => {
    const found = await ids("documents", "where: { publishedAt: { isNull: false } }");
    const starts = found.map((id) => dateRange(world.documents.find((each) => each.id === id)?.publishedAt ?? "")[0]);
    expect(starts).toEqual([...starts].sort((a, b) => b - a));
    expect(found).toHaveLength(world.documents.filter((each) => each.publishedAt !== null).length);
  });
});

/** Infinities compare, too. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { transliterate } from "transliteration";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { dateRange } from "./date-range";
import { Oracle } from "./holds";
import { idsOf, readPage, walkPages } from "./walk-pages";
import type { List as PagedList } from "./walk-pages";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const quoted = (text: string): string => JSON.stringify(text);
const statementsWith = (pattern: RegExp): string[] => world.statements.filter((each) => pattern.test(each.text)).map((each) => each.id);
const english = (pattern: RegExp): string[] =>
  world.statements.filter((each) => each.language === "en" && pattern.test(each.text)).map((each) => each.id);
const byId = (ids: readonly string[]): string[] => [...ids].sort();
/** What the first engine answered; the others have to answer the same, in the same order. */
const answered = new Map<string, readonly string[]>();

interface Scored {
  readonly cursor: string;
  readonly score: number | null;
  readonly highlights: readonly { field: string; text: string; offset: number; ranges: readonly { start: number; end: number }[] }[];
  readonly node: { readonly id: string; readonly __typename: string };
}
interface List {
  readonly edges: readonly Scored[];
  readonly totalCount: number;
}

const SELECTION =
  "totalCount edges { cursor score highlights { field text offset ranges { start end } } node { __typename ... on Node { id } } }";

/** The best first, ties by id. */
function isInOrder([score, id]: readonly [number | null, string], [nextScore, nextId]: readonly [number | null, string]): boolean {
  return (score ?? 0) > (nextScore ?? 0) || (score === nextScore && id < nextId);
}

describeOnEngines("search", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (field: string, given: string): Promise<List> => {
    const { list } = await ask<{ list: List }>(engine, `{ list: ${field}(first: 100, ${given}) { ${SELECTION} } }`);
    expect(list.totalCount).toBe(list.edges.length);
    for (const [index, { score, node }] of list.edges.entries()) {
      const before = list.edges[index - 1];
      expect(typeof score).toBe("number");
      if (before) expect(isInOrder([before.score, before.node.id], [score, node.id])).toBe(true);
    }
    return list;
  };
  const ids = async (field: string, given: string): Promise<string[]> => {
    const found = (await find(field, given)).edges.map((edge) => edge.node.id);
    const key = `${field} ${given}`;
    expect(found).toEqual(answered.get(key) ?? found);
    answered.set(key, found);
    return found;
  };

  it.each([
    ["a word", "liberators", statementsWith(/liberators/)],
    ["another form of a word of English", "Protests", english(/protest/i)],
    ["a stem only where the language has it", "word", []],
    ["the word as it is where the language has no stemmer", "words", statementsWith(/plain words/)],
    ["whatever its case", "FREEDOM", statementsWith(/freedom/i)],
    ["with or without accents", "elan", statementsWith(/ÉLAN/)],
    ["accents that the text lacks", "Élan", statementsWith(/ÉLAN/)],
    ["ß as ss", "grosse", statementsWith(/Größe/)],
    ["Arabic forms of Persian letters", "ماهي", ["statement:harbour-2021/kiani-nobody-asked-fa"]],
    ["joiners left out", "هیچکس", ["statement:harbour-2021/kiani-nobody-asked-fa"]],
    ["combining accents", "lá", statementsWith(/^(La\u0301 la la|la la la)$/)],
    ["numbers", "30", ["statement:awkward/zoe-30"]],
    ["a phrase", '"act of terrorism"', statementsWith(/act of terrorism/)],
    ["a phrase by its stems", '"acts of terrorism"', statementsWith(/act of terrorism/)],
    ["no phrase in another order", '"terrorism of act"', []],
    ["a phrase across signs", '"rains upwards said"', statementsWith(/rains upwards, said/)],
    ["words without an unwanted one", "tehran -rally", statementsWith(/^(?!.*\brall)(?=.*tehran)/is)],
    ["words without an unwanted phrase", 'tehran -"un office"', statementsWith(/^(?!.*UN office)(?=.*tehran)/is)],
    ["words without an unwanted beginning", "tehran -prot*", statementsWith(/^(?!.*prot)(?=.*tehran)/is)],
    ["words without an unwanted misspelling", "freedom -Iraaq~", statementsWith(/^(?!.*\biraq\b)(?=.*freedom)/is)],
    ["beginnings", "assass*", statementsWith(/assass/i)],
    ["beginnings of unstemmed words", "liberators*", statementsWith(/liberators/)],
    ["one wrong letter in four", "mudd~", statementsWith(/\bmud\b/)],
    ["no wrong letter in three", "mad~", []],
    ["one wrong letter in seven", "freedim~", statementsWith(/freedom/i)],
    ["no two wrong letters in seven", "friidom~", []],
    ["two wrong letters in eight", "rastrain~", statementsWith(/restraint/)],
    ["two wrong letters in nine", "Sulaimani~", statementsWith(/S[ou]leimani/)],
    ["no three wrong letters in nine", "Sulaimany~", statementsWith(/Suleimani/)],
    ["a half-open quote as text", '"liberators', statementsWith(/liberators/)],
    ["a quote behind a word as text", 'liberators"', statementsWith(/liberators/)],
    ["operators within a word as text", "mud~x", []],
    ["brackets, colons and backslashes as text", "liberators) text:\\ ^2 {", statementsWith(/liberators|\b2\b|ÉLAN 2$/)],
    ["Cypher as text", "'}) DETACH DELETE n RETURN", ["statement:awkward/hostile", ...statementsWith(/RETURN n/)]],
  ])("finds statements by %s", async (_, search, expected) => {
    expect(byId(await ids("statements", `search: ${quoted(search)}`))).toEqual(byId(expected));
  });

  it.each(["", " ", "-", "*", "~", '""', '-""', "- * ~ \" ''", "-liberators", "-*", "…!?", "🙂"])(
    "finds nothing by %j, in no list",
    async (search) => {
      for (const field of ["statements", "people"]) expect(await ids(field, `search: ${quoted(search)}`)).toEqual([]);
      expect(await ids("search", `query: ${quoted(search)}`)).toEqual([]);
    },
  );

  it("finds all of the words where five items have them, and nothing that has some", async () => {
    const all = statementsWith(/rains upwards/);
    expect(all).toHaveLength(5);
    expect(statementsWith(/\bsaid\b/i).length).toBeGreaterThan(5);
    expect(byId(await ids("statements", 'search: "upwards rains said"'))).toEqual(byId(all));
  });

  it("shows what has any of the words behind what has all, where fewer than five have all", async () => {
    const both = statementsWith(/^(?=.*liberators)(?=.*iraq)/i);
    const any = statementsWith(/liberators|\biraq\b/i);
    const got = await ids("statements", 'search: "liberators iraq"');
    expect(byId(got)).toEqual(byId(any));
    expect(byId(got.slice(0, both.length))).toEqual(byId(both));
    expect(any.length).toBeGreaterThan(both.length);
  });

  it("counts to five within what `where` leaves", async () => {
    const where = 'where: { saidAt: { from: "2001-02-03", to: "2001-02-03" } }';
    const left = oracle.statements({ saidAt: { from: "2001-02-03", to: "2001-02-03" } });
    const some = statementsWith(/upwards|ticks/).filter((id) => left.includes(id));
    expect(byId(await ids("statements", `search: "upwards ticks", ${where}`))).toEqual(byId(some));
    expect(some.length).toBeGreaterThan(0);
  });

  it.each([
    ["people", "Suleimani", ["person:qassem-soleimani"]],
    ["people", transliterate("سلیمانی"), ["person:qassem-soleimani"]],
    ["people", "سليماني", ["person:qassem-soleimani"]],
    ["people", "Ahmatova", ["person:akhmatova"]],
    ["people", "АХМАТОВА", ["person:akhmatova"]],
    ["people", "isik", ["person:ipek"]],
    ["people", "abadie", ["person:rene-abadie"]],
    ["people", '"ann the"', ["person:anna"]],
    ["people", '"mike pompeo pompeo"', []],
    ["organizations", "USA", ["organization:united-states"]],
    ["organizations", "jazeera", ["organization:al-jazeera"]],
    ["organizations", "الجزيره", ["organization:al-jazeera"]],
    ["places", "persia*", ["place:iran", "place:gulf"]],
    ["places", "Tehrann~", ["place:tehran", "place:un-office-in-tehran"]],
    ["events", "interview -rallies", ["event:cnn-interview-with-pompeo"]],
    ["entities", "livre", ["work:the-book"]],
    ["entities", "mud", ["topic:mud-of-the-harbour"]],
    ["entities", "$p_1", ["person:robert-tables"]],
    ["documents", "dredgers", ["document:harbour-2021/harbour-article"]],
    ["documents", "leaflet", ["document:awkward/leaflet", "document:awkward/leaflet-two"]],
    ["documents", "leaflets -one", ["document:awkward/leaflet-two"]],
    ["documents", "نپرسيد", ["document:harbour-2021/kiani-post"]],
    ["claims", "troops", ["claim:soleimani-2020/troops-greeted-as-liberators"]],
    ["claims", "claim", ["claim:awkward/unmade", "claim:awkward/no-verdict"]],
  ])("finds %s by %j", async (field, search, expected) => {
    expect(byId(await ids(field, `search: ${quoted(search)}`))).toEqual(byId(expected));
  });

  it("keeps to the list's own filter", async () => {
    const where = { about: { some: { id: "event:killing-of-qassem-soleimani" } }, speechAct: ["CONDEMN"] };
    const expected = statementsWith(/soleimani/i).filter((id) => oracle.statements(where).includes(id));
    const given = 'search: "soleimani", where: { about: { some: { id: "event:killing-of-qassem-soleimani" } }, speechAct: [CONDEMN] }';
    expect(byId(await ids("statements", given))).toEqual(byId(expected));
    expect(byId(await ids("entities", 'search: "iran", where: { kind: [PLACE] }'))).toEqual(["place:iran"]);
    expect(await ids("documents", 'search: "leaflet", where: { genre: [NEWS] }')).toEqual(["document:awkward/leaflet-two"]);
    expect(expected.length).toBeGreaterThan(1);
  });

  it.each([
    [
      'entity(id: "event:killing-of-qassem-soleimani")',
      "spokenAbout",
      "soleimani",
      oracle.aboutWhom("event:killing-of-qassem-soleimani"),
      /soleimani/i,
    ],
    ['person(id: "person:zoe-dutra")', "said", "words", oracle.saidBy("person:zoe-dutra"), /\bwords\b/],
    ['organization(id: "organization:ruptly")', "said", "office -x", oracle.saidBy("organization:ruptly"), /office/],
    [
      'place(id: "place:level-eight")',
      "statementsMadeHere",
      "words",
      world.statements.filter((each) => each.saidIn === "place:level-eight"),
      /\bwords\b/,
    ],
    [
      'place(id: "place:iran")',
      "statementsMadeHere",
      "condemn*",
      world.statements.filter((each) => oracle.within(each.saidIn ?? "").includes("place:iran")),
      /condemn/,
    ],
    [
      'event(id: "event:open-day")',
      "statementsMadeDuring",
      "rains OR",
      world.statements.filter((each) => each.saidDuring === "event:open-day"),
      /rains|\bOR\b/,
    ],
  ])("%s { %s } is searched within its own list", async (owner, field, search, own, pattern) => {
    const expected = own.filter((each) => pattern.test(each.text)).map((each) => each.id);
    const { of } = await ask<{ of: { list: List } }>(
      engine,
      `{ of: ${owner} { list: ${field}(search: ${quoted(search)}, first: 100) { ${SELECTION} } } }`,
    );
    expect(byId(of.list.edges.map((edge) => edge.node.id))).toEqual(byId(expected));
    expect(of.list.totalCount).toBe(expected.length);
    expect(of.list.edges.every((edge) => typeof edge.score === "number" && edge.highlights.length === 1)).toBe(true);
    expect(expected.length).toBeGreaterThan(0);
  });

  it("without `search` has neither scores nor highlights", async () => {
    const { statements } = await ask<{ statements: List }>(engine, `{ statements(first: 100) { ${SELECTION} } }`);
    expect(statements.edges.every((edge) => edge.score === null && edge.highlights.length === 0)).toBe(true);
    expect(await ask(engine, "{ statements(search: null) { totalCount } }")).toEqual({
      statements: { totalCount: world.statements.length },
    });
  });

  it.each([
    ["statements", "Soleimani tehran", ""],
    ["statements", "plain", ""],
    ["statements", "rains upwards", 'where: { speaker: { id: "person:zoe-dutra" } }'],
    ["entities", "of iran", ""],
    ["claims", "claim people", ""],
  ])("walks %s found by %j in pages, either way, without gap or repeat", async (path, search, where) => {
    const argumentsText = [`search: ${quoted(search)}`, where].filter((part) => part !== "").join(", ");
    const whole = await ids(path, argumentsText);
    expect(whole.length).toBeGreaterThan(2);
    for (const size of [1, 2]) {
      const forward = await walkPages(engine, { path, argumentsText }, size);
      expect(idsOf(forward)).toEqual(whole);
      expect(forward.every((page) => page.totalCount === whole.length)).toBe(true);
      expect(idsOf(await walkPages(engine, { path, argumentsText }, size, true), true)).toEqual(whole);
    }
  });

  it("is not held up by misspellings of words that nobody writes", async () => {
    const begin = performance.now();
    const words = Array.from({ length: 4 }, (_, index) => `${"abcdefghij".repeat(20).slice(index)}~`).join(" ");
    expect(await ids("people", `search: ${quoted(words)}`)).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  // So many have all of the words that those with any do not count; behind a cursor, fewer are left.
  it.each([
    ["statements", "the people", "SAID_AT"],
    ["statements", "the people", "RECORDED_AT"],
    ["statements", "the of -iran", "SAID_AT"],
    ["statements", "the peop*", "SAID_AT"],
    ["entities", "of iran", "NAME"],
    ['person(id: "person:mike-pompeo") { said', "the of", "SAID_AT"],
  ])("walks the same %s found by %j where they are sorted by %s", async (path, search, by) => {
    const list = (order: string): PagedList => ({ path, argumentsText: [`search: ${quoted(search)}`, order].filter(Boolean).join(", ") });
    const found = byId((await readPage(engine, list(""), "first: 100")).nodes.map((each) => each.id));
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const direction of ["ASC", "DESC"]) {
      const sorted = list(`orderBy: [{ by: ${by}, direction: ${direction} }]`);
      const [forward, backward] = [await walkPages(engine, sorted, 2), await walkPages(engine, sorted, 2, true)];
      expect(byId(idsOf(forward))).toEqual(found);
      expect(idsOf(backward, true)).toEqual(idsOf(forward));
      expect([...forward, ...backward].every((page) => page.totalCount === found.length)).toBe(true);
    }
  });

  it.each([
    ["orderBy: [{ by: SAID_AT, direction: ASC }]", 1],
    ["orderBy: [{ by: SAID_AT }]", -1],
  ])("sorts found statements by %s", async (order, sign) => {
    const search = 'search: "plain", where: { saidAt: { isNull: false } }';
    const argumentsText = `${search}, ${order}`;
    const found = idsOf(await walkPages(engine, { path: "statements", argumentsText }, 2));
    expect(byId(found)).toEqual(byId(await ids("statements", search)));
    const starts = found.map((id) => dateRange(world.statements.find((each) => each.id === id)?.saidAt ?? "")[0] * sign);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it.each(["DESC", "ASC"])("sorts by RELEVANCE the best first, asked for %s", async (direction) => {
    const search = 'search: "soleimani killing"';
    expect(await ids("statements", `${search}, orderBy: [{ by: RELEVANCE, direction: ${direction} }]`)).toEqual(
      await ids("statements", search),
    );
    expect(await ids("people", `search: "ann", orderBy: [{ by: RELEVANCE, direction: ${direction} }]`)).toEqual(
      await ids("people", 'search: "ann"'),
    );
  });

  it("sorts found entities by name and by counts", async () => {
    const names = (await readPage(engine, { path: "people", argumentsText: 'search: "ann anna*", orderBy: [{ by: NAME }]' }, "first: 10"))
      .nodes;
    expect(names.map((each) => each.id)).toEqual(["person:ann", "person:ann-b", "person:anna", "person:akhmatova"]);
    const counts = (
      await readPage(
        engine,
        { path: "entities", argumentsText: 'search: "iran", orderBy: [{ by: SPOKEN_ABOUT_COUNT, direction: DESC }]' },
        "first: 50",
      )
    ).nodes.map((each) => oracle.aboutWhom(each.id).length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(0);
  });

  it.each([
    "{ statements(orderBy: [{ by: RELEVANCE }]) { totalCount nodes { id } } }",
    "{ people(orderBy: [{ by: RELEVANCE }]) { nodes { id } } }",
    "{ people(orderBy: [{ by: RELEVANCE }]) { totalCount } }",
    "{ statementRows(orderBy: [{ by: RELEVANCE }]) { rows { id } } }",
    '{ person(id: "person:ann") { said(orderBy: [{ by: RELEVANCE }]) { nodes { id } } } }',
  ])("refuses RELEVANCE without `search`: %s", async (source) => {
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });

  it("refuses more than 64 words, and a cursor of the list's other order", async () => {
    const words = Array.from({ length: 65 }, (_, index) => `w${String(index)}`).join(" ");
    expect((await refusal(engine, `{ statements(search: "${words}") { totalCount } }`)).code).toBe("SEARCH_TOO_LONG");
    const { edges } = await readPage(engine, { path: "statements", argumentsText: "" }, "first: 1");
    const source = `{ statements(search: "plain", after: "${edges[0]?.cursor ?? ""}") { nodes { id } } }`;
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });
});

import { Random } from "../../bench/random";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { readRawFields } from "./raw-fields";
import { found, hasAll, itemsOf, marksOf, wordsOf } from "./search-oracle";
import type { Clause, Item } from "./search-oracle";
import { idsOf, walkPages } from "./walk-pages";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 60, neo4j: 4 };

const world = worldOfCorpora();
const items = itemsOf(world, readRawFields()).filter((each) => each.fields.length > 0);
const kindsOf = (...kinds: string[]): Item[] => items.filter((each) => kinds.includes(each.kind));
const ENTITY_KINDS = ["PERSON", "ORGANIZATION", "PLACE", "EVENT", "WORK", "TOPIC"];
const KINDS = [...ENTITY_KINDS, "STATEMENT", "DOCUMENT", "CLAIM"];
const LISTS: Readonly<Record<string, readonly Item[]>> = {
  statements: kindsOf("STATEMENT"),
  entities: kindsOf(...ENTITY_KINDS),
  people: kindsOf("PERSON"),
  organizations: kindsOf("ORGANIZATION"),
  places: kindsOf("PLACE"),
  events: kindsOf("EVENT"),
  documents: kindsOf("DOCUMENT"),
  claims: kindsOf("CLAIM"),
};
/** What the first engine answered; the others have to answer the same, in the same order. */
const answered = new Map<string, readonly string[]>();

interface Hit {
  readonly score: number;
  readonly highlights: readonly { field: string; text: string; offset: number; ranges: readonly { start: number; end: number }[] }[];
  readonly node: { readonly id: string; readonly __typename: string };
}
interface Page {
  readonly page: { readonly totalCount: number; readonly edges: readonly Hit[] };
}

const SELECTION = "totalCount edges { score highlights { field text offset ranges { start end } } node { __typename ... on Node { id } } }";

/** A clause as somebody types it. */
function print({ match, words, not }: Clause): string {
  const text =
    match === "prefix"
      ? `${words.join("")}*`
      : match === "fuzzy"
        ? `${words.join("")}~`
        : words.length > 1
          ? `"${words.join(" ")}"`
          : words.join("");
  return `${not ? "-" : ""}${text}`;
}

/** Questions made of words that stand in the corpora, or nearly do. */
class RandomSearch {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  clauses(): Clause[] {
    const [source] = [this.pick(items)];
    const clauses = Array.from({ length: this.pick([1, 1, 2, 2, 3]) }, () =>
      this.clause(this.random.next() < 0.6 ? source : this.pick(items)),
    );
    return clauses.map((each, index) => (index > 0 && this.random.next() < 0.25 ? { ...each, not: true } : each));
  }

  pick<Of>(list: readonly Of[]): Of {
    return list[this.random.below(list.length)] as Of;
  }

  private clause(item: Item): Clause {
    const words = wordsOf(this.pick(item.fields).text, null).map((each) => each.word);
    const at = this.random.below(Math.max(1, words.length));
    const word = words[at] ?? "mud";
    switch (this.pick(["word", "word", "phrase", "prefix", "fuzzy"])) {
      case "phrase":
        return { match: "phrase", words: words.slice(at, at + 2).length > 0 ? words.slice(at, at + 2) : [word] };
      case "prefix":
        return { match: "prefix", words: [[...word].slice(0, 1 + this.random.below(5)).join("")] };
      case "fuzzy":
        return { match: "fuzzy", words: [this.misspell(word)] };
      default:
        return { match: "phrase", words: [this.random.next() < 0.3 ? word.toUpperCase() : word] };
    }
  }

  private misspell(word: string): string {
    const letters = [...word];
    for (let edits = this.random.below(3); edits > 0; edits--) {
      letters.splice(
        this.random.below(letters.length),
        this.pick([0, 1]),
        ...(this.random.next() < 0.7 ? [this.pick([..."aeiounrst"])] : []),
      );
    }
    return letters.join("") === "" ? word : letters.join("");
  }
}

describeOnEngines(`hits (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const search = async (query: string, kinds: readonly string[] | null = null): Promise<Page["page"]> => {
    const source = `query ($query: String!, $kinds: [SearchKind!]) { page: search(query: $query, kinds: $kinds, first: 100) { ${SELECTION} } }`;
    return (await ask<Page>(engine, source, { query, kinds })).page;
  };
  const idsOfHits = (page: Page["page"]): string[] => page.edges.map((edge) => edge.node.id);
  const marks = (edges: readonly Hit[]): unknown =>
    Object.fromEntries(
      edges.map(({ node, highlights }) => [
        node.id,
        highlights.map(({ field, text, ranges, offset }) => ({ field, text, ranges, offset })),
      ]),
    );
  const expectedMarks = (ids: readonly string[], clauses: readonly Clause[]): unknown =>
    Object.fromEntries(
      items
        .filter((each) => ids.includes(each.id))
        .map((each) => [each.id, marksOf(each, clauses).map((mark) => ({ ...mark, offset: 0 }))]),
    );

  it.each([...Object.keys(LISTS), "search"])(
    "of %s at random are what plain looking through the texts finds, marked where it stands",
    async (field) => {
      const random = new RandomSearch(SEED + field.length);
      const list = LISTS[field] ?? items;
      const wrong: unknown[] = [];
      const count = ["statements", "entities", "search"].includes(field) ? questions : Math.ceil(questions / 4);
      for (let index = 0; index < count; index++) {
        const clauses = random.clauses();
        const text = clauses.map(print).join(" ");
        const argument = field === "search" ? "query" : "search";
        const source = `query ($text: String!) { page: ${field}(${argument}: $text, first: 100) { ${SELECTION} } }`;
        const { page } = await ask<Page>(engine, source, { text });
        const wanted = found(list, clauses).sort();
        const got = idsOfHits(page);
        const isRight = wanted.length > 100 ? got.length === 100 : [...got].sort().join() === wanted.join();
        if (!isRight || page.totalCount !== wanted.length) wrong.push({ text, wanted, got, total: page.totalCount });
        else if (JSON.stringify(marks(page.edges)) !== JSON.stringify(sortedBy(got, expectedMarks(got, clauses))))
          wrong.push({ text, marks: marks(page.edges), expected: expectedMarks(got, clauses) });
        const before = answered.get(`${field} ${text}`) ?? got;
        if (before.join() !== got.join()) wrong.push({ text, got, onTheOtherEngine: before });
        answered.set(`${field} ${text}`, got);
        const scores = page.edges.map(({ score, node }) => [score, node.id] as const);
        if (!isBestFirst(scores)) wrong.push({ text, scores });
        const isWhole = (id: string): boolean => list.some((each) => each.id === id && hasAll(each, clauses));
        const firstPart = got.findIndex((id) => !isWhole(id));
        if (clauses.every((each) => each.match === "phrase") && firstPart >= 0 && got.slice(firstPart).some(isWhole))
          wrong.push({ text, got, why: "all behind some" });
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );

  it("have nothing that is unwanted, even where it is wanted, too", async () => {
    for (const query of ["freedom -freedom", '"freedom" -freedom', "-freedom freedom", "free* -free*"])
      expect([query, idsOfHits(await search(query))]).toEqual([query, []]);
  });

  it.each(KINDS)("of the kind %s are found alone where it alone is asked for", async (kind) => {
    const query = "iran* zoe* ann* the* mud* book film weather open qua* lea* une* dre* freedom people word*";
    const clauses: Clause[] = query
      .split(" ")
      .map((word) => ({ match: word.endsWith("*") ? "prefix" : "phrase", words: [word.replace("*", "")] }));
    const page = await search(query, [kind]);
    const wanted = found(kindsOf(kind), clauses);
    expect(wanted.length).toBeGreaterThan(0);
    expect(idsOfHits(page).sort()).toEqual(wanted.sort());
    const type = kind.charAt(0) + kind.slice(1).toLowerCase();
    expect([...new Set(page.edges.map((edge) => edge.node.__typename))]).toEqual([type]);
  });

  it.each([
    [["PERSON", "PLACE"], "tehran soleimani"],
    [["WORK", "CLAIM", "CLAIM"], "book claim"],
    [[...ENTITY_KINDS], "iran"],
    [[...ENTITY_KINDS, "STATEMENT"], "iran mud"],
    [[], "iran"],
    [null, "freedom"],
  ])("of the kinds %j are those that have the words", async (kinds, query) => {
    const clauses: Clause[] = query.split(" ").map((word) => ({ match: "phrase", words: [word] }));
    const page = await search(query, kinds);
    const wanted = found(kinds === null ? items : kindsOf(...kinds), clauses);
    expect(idsOfHits(page).sort()).toEqual(wanted.sort());
    expect(page.totalCount).toBe(wanted.length);
  });

  it.each([
    ["ann", ["person:ann", "organization:back-office"]],
    ["Iran", ["place:iran"]],
    ["  tehran ", ["place:tehran"]],
    ["FREEDOM", ["topic:freedom"]],
    ["Suleimani", ["person:qassem-soleimani"]],
    ["سليماني", ["person:qassem-soleimani"]],
    ["ahmatova", []],
    ["Anna Ahmatova", ["person:akhmatova"]],
    ["un", ["organization:united-nations"]],
    ['"Mike Pompeo"', ["person:mike-pompeo"]],
    ['"Iran"', ["place:iran"]],
    ['mike "pompeo" -trump', ["person:mike-pompeo"]],
  ])("of the exact name %j come before all else", async (query, exact) => {
    const got = idsOfHits(await search(query));
    expect(got.slice(0, exact.length).sort()).toEqual([...exact].sort());
    expect(got.length).toBeGreaterThan(0);
  });

  it("mark in code points, behind characters that take two units", async () => {
    const { edges } = await search('"و 7" naql*', ["STATEMENT"]);
    const [hit] = edges;
    const { text = "", ranges = [] } = hit?.highlights[0] ?? {};
    expect(hit?.node.id).toBe("statement:awkward/zoe-07");
    expect(ranges.map(({ start, end }) => [...text].slice(start, end).join(""))).toEqual(["و 🙂 7"]);
  });

  it.each([
    ["statements", "assassins", "assassination"],
    ["statements", "elan", "ÉLAN"],
    ["statements", "Sulaimani~", "Suleimani"],
    ["statements", '"act of terrorism"', "act of terrorism"],
    ["people", "ahmatova", "Анна Ахматова"],
    ["people", "suleimani", "Suleimani"],
    ["people", "angstrom", "Ångström"],
    ["documents", "leaflets", "Leaflet"],
  ])("in %s mark for %j what is written there: %j", async (field, text, written) => {
    const source = `query ($text: String!) { page: ${field}(search: $text, first: 100) { ${SELECTION} } }`;
    const { page } = await ask<Page>(engine, source, { text });
    const marked = page.edges.flatMap((edge) =>
      edge.highlights.flatMap((each) => each.ranges.map(({ start, end }) => [...each.text].slice(start, end).join(""))),
    );
    expect(marked).toContain(written);
  });

  it("of all kinds are walked in pages without gap or repeat", async () => {
    const whole = idsOfHits(await search("iraq freedom"));
    expect(new Set(whole).size).toBe(whole.length);
    for (const size of [1, 7]) {
      const pages: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const source = `query ($after: String) { page: search(query: "iraq freedom", first: ${String(size)}, after: $after) { nodes { ... on Node { id } } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
        const { page }: { page: Walked } = await ask(engine, source, { after });
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
        pages.push(...page.nodes.map((each) => each.id));
        [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage && pages.length <= whole.length];
      }
      expect(pages).toEqual(whole);
    }
    expect(whole.length).toBeGreaterThan(10);
  });

  it("keep two aliases with different words apart, at the root and in a nested list", async () => {
    const source = `{
      a: search(query: "tehran", kinds: [PLACE]) { nodes { ... on Node { id } } }
      b: search(query: "rasht", kinds: [PLACE]) { nodes { ... on Node { id } } }
      c: statements(search: "liberators") { nodes { id } }
      d: statements(search: "fish") { totalCount edges { highlights { text } } }
      person(id: "person:zoe-dutra") { e: said(search: "30") { nodes { id } } f: said(search: "29") { edges { score node { id } } } }
    }`;
    const { a, b, c, d, person } = await ask<Record<string, unknown>>(engine, source);
    expect([a, b, c, d]).toEqual([
      { nodes: [{ id: "place:tehran" }, { id: "place:un-office-in-tehran" }] },
      { nodes: [{ id: "place:rasht" }] },
      { nodes: [{ id: "statement:soleimani-2020/cheney-greeted-as-liberators" }] },
      { totalCount: 1, edges: [{ highlights: [{ text: "Nobody asked the people who eat the fish" }] }] },
    ]);
    expect(person).toEqual({
      e: { nodes: [{ id: "statement:awkward/zoe-30" }] },
      f: { edges: [{ score: expect.any(Number) as unknown, node: { id: "statement:awkward/zoe-29" } }] },
    });
  });

  it("refuse a page beyond 100, and a cursor of other words' kind of list", async () => {
    expect((await refusal(engine, '{ search(query: "iran", first: 101) { totalCount } }')).code).toBe("BAD_USER_INPUT");
    const [page] = await walkPages(engine, { path: "people", argumentsText: 'search: "ann"' }, 50);
    expect(idsOf(page ? [page] : []).length).toBeGreaterThan(1);
    const source = `{ search(query: "iran", after: "${page?.pageInfo.endCursor ?? ""}") { totalCount nodes { ... on Node { id } } } }`;
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });
});

interface Walked {
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly { readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function isBestFirst(hits: readonly (readonly [number, string])[]): boolean {
  return hits.every(([score, id], index) => {
    const before = hits[index - 1];
    return !before || before[0] > score || (before[0] === score && before[1] < id);
  });
}

/** The same entries in the order of the ids. */
function sortedBy(ids: readonly string[], entries: unknown): unknown {
  return Object.fromEntries(ids.map((id) => [id, (entries as Record<string, unknown>)[id]]));
}

import { buildQuothSchema } from "../../src/api/build-schema";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { dateRange } from "./date-range";
import { Oracle } from "./holds";
import { LINK_NAMES, LinkOracle } from "./link-oracle";

const world = worldOfCorpora();
const oracle = new Oracle(world);
const links = new LinkOracle(oracle);
const KINDS = ["PERSON", "ORGANIZATION", "PLACE", "EVENT", "WORK", "TOPIC"];
const BUSY = ["person:zoe-dutra", "event:killing-of-qassem-soleimani", "person:mike-pompeo", "organization:choir", "place:iran"];

interface Neighbour {
  readonly cursor: string;
  readonly link: string;
  readonly count: number;
  readonly node: { readonly id: string; readonly kind: string };
  readonly examples?: readonly { readonly id: string }[];
}
interface Neighbours {
  readonly totalCount: number;
  readonly edges: readonly Neighbour[];
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

const EDGES = "totalCount edges { cursor link count node { id kind } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

/** Link, entity and count of each neighbour, as text. */
function expectedOf(id: string, kinds: readonly string[] = LINK_NAMES, entityKinds: readonly string[] = KINDS): string[] {
  return kinds
    .flatMap((link) => [...links.neighbours(id, link)].map(([other, by]) => ({ link, other, count: by.size })))
    .filter(({ other }) => entityKinds.includes(oracle.find(other)?.kind ?? ""))
    .map(({ link, other, count }) => `${link} ${other} ${String(count)}`)
    .sort();
}

const told = (edges: readonly Neighbour[]): string[] => edges.map((edge) => `${edge.link} ${edge.node.id} ${String(edge.count)}`);

describeOnEngines("neighbours", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  /** The neighbours of every entity, by id. */
  const ofAll = async (given: string, selection: string): Promise<Map<string, Neighbours>> => {
    const found = new Map<string, Neighbours>();
    for (let after: string | null = null, more = true; more; ) {
      const source = `query ($after: String) { entities(first: 50, after: $after) { nodes { id list: neighbours(${given}) { ${selection} } } pageInfo { hasNextPage endCursor } } }`;
      const { entities }: { entities: { nodes: { id: string; list: Neighbours }[]; pageInfo: Neighbours["pageInfo"] } } = await ask(
        engine,
        source,
        {
          after,
        },
      );
      for (const { id, list } of entities.nodes) found.set(id, list);
      [after, more] = [entities.pageInfo.endCursor, entities.pageInfo.hasNextPage];
    }
    return found;
  };
  const ofOne = async (id: string, given = ""): Promise<Neighbours> => {
    const source = `query ($id: ID!) { entity(id: $id) { list: neighbours${given === "" ? "" : `(${given})`} { ${EDGES} nodes { id } } } }`;
    return (await ask<{ entity: { list: Neighbours } }>(engine, source, { id })).entity.list;
  };

  it("have no other links", () => {
    const type = buildQuothSchema().getType("LinkKind") as unknown as { getValues(): { name: string }[] };
    expect(
      type
        .getValues()
        .map((each) => each.name)
        .sort(),
    ).toEqual([...LINK_NAMES].sort());
  });

  it.each(LINK_NAMES)("of every entity by %s are what the corpora say", async (link) => {
    const rows = await ofAll(`links: [${link}], first: 100`, EDGES);
    expect(rows.size).toBe(world.entities.length);
    let count = 0;
    for (const [id, { edges, totalCount }] of rows) {
      const expected = expectedOf(id, [link]);
      expect([id, told(edges).sort(), totalCount]).toEqual([id, expected, expected.length]);
      expect(edges.map((edge) => edge.node.id)).not.toContain(id);
      count += expected.length;
    }
    expect(count).toBeGreaterThan(0);
  });

  it("by all links at once come the strongest first, each link to each entity once", async () => {
    const rows = await ofAll("first: 100", EDGES);
    for (const [id, { edges, totalCount }] of rows) {
      const expected = expectedOf(id);
      expect(totalCount).toBe(expected.length);
      expect([id, told(edges).sort()]).toEqual([id, expected.length > 100 ? told(edges).sort() : expected]);
      const counts = edges.map((edge) => edge.count);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
  });

  it.each(KINDS)("of the kind %s are those of that kind", async (kind) => {
    let count = 0;
    const asked = ["SPOKE_ABOUT", "SPOKEN_ABOUT_WITH", "RELATED"];
    for (const id of BUSY) {
      const { edges, totalCount } = await ofOne(id, `kinds: [${kind}], links: [${asked.join(", ")}], first: 100`);
      const expected = expectedOf(id, asked, [kind]);
      expect([id, told(edges).sort(), totalCount]).toEqual([id, expected, expected.length]);
      expect(edges.every((edge) => edge.node.kind === kind)).toBe(true);
      count += expected.length;
    }
    expect(count).toBeGreaterThan(0);
  });

  it.each([
    ["kinds: [PERSON, TOPIC, PERSON], links: [SPOKE_ABOUT, RELATED]", ["SPOKE_ABOUT", "RELATED"], ["PERSON", "TOPIC"]],
    ["kinds: [EVENT], links: [SAID_DURING, SAID_DURING]", ["SAID_DURING"], ["EVENT"]],
    ["kinds: [], first: 5", [], []],
    ["links: []", [], []],
    ["kinds: null, links: null, first: 100", LINK_NAMES, KINDS],
  ])("keep to kinds and links together: %s", async (given, asked, kinds) => {
    for (const id of BUSY) {
      const { edges, totalCount } = await ofOne(id, given);
      const expected = expectedOf(id, asked, kinds);
      expect([id, told(edges).sort(), totalCount]).toEqual([id, expected, expected.length]);
    }
  });

  it.each(BUSY)("of %s are walked in pages without gap or repeat", async (id) => {
    const whole = await ofOne(id, "first: 100");
    for (const size of [1, 4]) {
      const walked: Neighbour[] = [];
      for (let after = "", more = true; more && walked.length <= whole.edges.length; ) {
        const page = await ofOne(id, `first: ${String(size)}${after}`);
        expect(page.totalCount).toBe(whole.totalCount);
        expect([page.pageInfo.startCursor, page.pageInfo.endCursor]).toEqual([page.edges[0]?.cursor, page.edges.at(-1)?.cursor]);
        expect(page.pageInfo.hasPreviousPage).toBe(after !== "");
        walked.push(...page.edges);
        [after, more] = [`, after: "${page.pageInfo.endCursor}"`, page.pageInfo.hasNextPage];
        if (size === 1 && walked.length >= 12) break;
      }
      expect(walked).toEqual(whole.edges.slice(0, walked.length));
      if (size > 1) expect(walked).toHaveLength(whole.edges.length);
    }
    expect(whole.nodes.map((each) => each.id)).toEqual(whole.edges.map((edge) => edge.node.id));
    expect(new Set(whole.edges.map((edge) => edge.cursor)).size).toBe(whole.edges.length);
    const usual = await ofOne(id);
    expect(usual.edges).toEqual(whole.edges.slice(0, 20));
  });

  it("show statements behind each link, the latest said first, and none for relations", async () => {
    const startOf = (id: string): number => {
      const date = world.statements.find((each) => each.id === id)?.saidAt ?? null;
      return date === null ? -Infinity : dateRange(date)[0];
    };
    const rows = await ofAll("first: 100", "edges { link count node { id } examples(first: 100) { id } }");
    for (const [id, { edges }] of rows) {
      for (const { link, node, examples = [] } of edges) {
        const behind = link === "RELATED" ? [] : [...(links.neighbours(id, link).get(node.id) ?? [])];
        expect([id, link, node.id, examples.map((each) => each.id).sort()]).toEqual([id, link, node.id, behind.sort()]);
        const starts = examples.map((each) => startOf(each.id));
        expect(starts).toEqual([...starts].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
      }
    }
  });

  it("show as many statements as are wanted, three without a number, each alias for itself", async () => {
    const source = `{ entity(id: "topic:weather") { neighbours(links: [SPOKEN_ABOUT_BY]) { edges {
      all: examples(first: 100) { id } three: examples { id } one: examples(first: 1) { text }
    } } } }`;
    const { entity } = await ask<{ entity: { neighbours: { edges: Record<string, { id: string; text: string }[]>[] } } }>(engine, source);
    const [edge] = entity.neighbours.edges;
    expect(edge?.["all"]?.length).toBeGreaterThan(3);
    expect(edge?.["three"]).toEqual(edge?.["all"]?.slice(0, 3));
    const first = world.statements.find((each) => each.id === edge?.["all"]?.[0]?.id);
    expect(edge?.["one"]).toEqual([{ text: first?.text }]);
  });

  it("under two names with other arguments are kept apart", async () => {
    const source = `{ entity(id: "person:zoe-dutra") {
      a: neighbours(links: [SAID_IN]) { totalCount edges { link } }
      b: neighbours(kinds: [TOPIC], first: 1) { nodes { id ... on Topic { name } } }
      c: neighbours(links: [RELATED], kinds: [ORGANIZATION], first: 1) { edges { count node { id } } pageInfo { hasNextPage } }
    } person(id: "person:ann") { neighbours(links: [RELATED]) { edges { count node { id } } } } }`;
    const { entity, person } = await ask<Record<string, Record<string, unknown>>>(engine, source);
    expect(entity).toEqual({
      a: { totalCount: 3, edges: Array(3).fill({ link: "SAID_IN" }) },
      b: { nodes: [{ id: "topic:weather", name: "Weather" }] },
      c: { edges: [{ count: 3, node: { id: "organization:choir" } }], pageInfo: { hasNextPage: true } },
    });
    expect(person).toEqual({ neighbours: { edges: [{ count: 3, node: { id: "person:anna" } }] } });
  });

  it.each(["first: 0", "first: 101", "first: -1", 'after: "x"'])("refuse %s", async (given) => {
    const source = `{ entity(id: "person:ann") { neighbours(${given}) { totalCount edges { count } } } }`;
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });

  it.each(["first: 0", "first: 101"])("refuse examples of %s", async (given) => {
    const source = `{ entity(id: "person:ann") { neighbours { edges { examples(${given}) { id } } } } }`;
    expect((await refusal(engine, source)).code).toBe("BAD_USER_INPUT");
  });
});

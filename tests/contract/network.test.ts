import { buildQuothSchema } from "../../src/api/build-schema";
import type { GraphEngine } from "../../src/graph/engine";
import { corpusFolder, removeCorpusFolders } from "../seeding/support/corpus-folder";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import type { Where } from "./value-holds";
import { LINK_NAMES, LinkOracle } from "./link-oracle";
import { RandomWhere } from "./random-where";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 60, neo4j: 5 };

const world = worldOfCorpora();
const oracle = new Oracle(world);
const links = new LinkOracle(oracle);
const KILLING = "event:killing-of-qassem-soleimani";
const ZOE = "person:zoe-dutra";

interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly link: string;
  readonly mainStat: number;
}
interface Network {
  readonly nodes: readonly { id: string; title: string; subTitle: string | null; mainStat: number; entity: { id: string; kind: string } }[];
  readonly edges: readonly Edge[];
  readonly truncated: boolean;
}
interface Asked {
  readonly around: readonly string[];
  readonly depth?: number;
  readonly links?: readonly string[];
  readonly where?: Where;
  readonly limit?: number;
}

/** Every link of the world that a question may draw, each once. */
function edgesOf({ links: asked = LINK_NAMES, where }: Asked): Omit<Edge, "id">[] {
  const ids = where ? new Set(oracle.statements(where)) : null;
  const statements = ids === null ? world.statements : world.statements.filter((each) => ids.has(each.id));
  // Whom somebody spoke about is one link, told from the speaker where both ways are asked for.
  const kinds = asked.filter(
    (kind, index) => asked.indexOf(kind) === index && !(kind === "SPOKEN_ABOUT_BY" && asked.includes("SPOKE_ABOUT")),
  );
  return kinds.flatMap((link) => {
    const ties = link === "RELATED" && where ? [] : links.directed(link, statements);
    const once = ties.filter((tie) => link !== "SPOKEN_ABOUT_WITH" || tie.from < tie.to);
    const behind = new Map<string, Set<string>>();
    for (const { from, to, by } of once) behind.set(`${from} ${to}`, (behind.get(`${from} ${to}`) ?? new Set()).add(by));
    return [...behind].map(([key, by]) => {
      const [source = "", target = ""] = key.split(" ");
      return { source, target, link, mainStat: by.size };
    });
  });
}

/** The entities within so many steps, by how far they are. */
function reach(around: readonly string[], depth: number, edges: readonly Omit<Edge, "id">[]): Map<string, number> {
  const found = new Map(around.filter((id) => oracle.find(id)).map((id) => [id, 0]));
  for (let step = 1; step <= depth; step++) {
    const last = [...found].filter(([, at]) => at === step - 1).map(([id]) => id);
    for (const { source, target } of edges) {
      for (const [a, b] of [[source, target] as const, [target, source] as const])
        if (last.includes(a) && !found.has(b)) found.set(b, step);
    }
  }
  return found;
}

const plain = (edges: readonly Omit<Edge, "id">[]): string[] =>
  edges.map((each) => `${each.source} ${each.link} ${each.target} ${String(each.mainStat)}`).sort();

/** A filter without any condition is as if there were none, and relations stay. */
function isSelective(where: Where): boolean {
  return oracle.statements(where).length < world.statements.length;
}

describeOnEngines(`networks (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const draw = async (asked: Asked): Promise<Network> => {
    const source =
      "query ($around: [ID!]!, $depth: Int, $links: [LinkKind!], $where: StatementWhere, $limit: Int) { network(around: $around, depth: $depth, links: $links, where: $where, limit: $limit) { nodes { id title subTitle mainStat entity { id kind } } edges { id source target link mainStat } truncated } }";
    return (await ask<{ network: Network }>(engine, source, { ...asked })).network;
  };

  /** What holds of every network; nothing where all is well. */
  const faultsOf = (asked: Asked, { nodes, edges, truncated }: Network): string[] => {
    const possible = edgesOf(asked);
    const { around, depth = 1, limit = 100 } = asked;
    const near = reach(around, depth, possible);
    const ids = nodes.map((each) => each.id);
    const expected = possible.filter((each) => ids.includes(each.source) && ids.includes(each.target));
    const sums = new Map<string, number>();
    for (const { source, target, mainStat } of edges) for (const id of [source, target]) sums.set(id, (sums.get(id) ?? 0) + mainStat);
    const distances = ids.map((id) => near.get(id) ?? Infinity);
    const isAll = near.size <= limit;
    return [
      ...(new Set(ids).size === ids.length ? [] : ["a node twice"]),
      ...(ids.length <= limit ? [] : ["more nodes than the limit"]),
      ...(ids.length === Math.min(limit, near.size) ? [] : [`${String(ids.length)} nodes of ${String(near.size)}`]),
      ...(distances.every((each, index) => each >= (distances[index - 1] ?? 0)) ? [] : [`not step by step: ${ids.join()}`]),
      ...(distances.every(Number.isFinite) ? [] : ["a node too far away"]),
      ...(new Set(edges.map((each) => each.id)).size === edges.length ? [] : ["an edge's id twice"]),
      ...(truncated === !isAll || (truncated && edges.length < expected.length) ? [] : [`truncated: ${String(truncated)}`]),
      ...(edges.length === expected.length || truncated ? [] : ["not all links, and not truncated"]),
      ...(plain(edges).every((each) => plain(expected).includes(each))
        ? []
        : [`edges: ${plain(edges).join()} | expected: ${plain(expected).join()}`]),
      ...(edges.every((each, index) => each.mainStat <= (edges[index - 1]?.mainStat ?? Infinity)) ? [] : ["not the strongest link first"]),
      ...nodes.flatMap((each) => (each.mainStat === (sums.get(each.id) ?? 0) ? [] : [`${each.id} has ${String(each.mainStat)}`])),
      ...nodes.flatMap((each) =>
        each.title === oracle.find(each.id)?.name && each.entity.id === each.id ? [] : [`${each.id} is told as ${each.title}`],
      ),
      ...nodes.flatMap((each) => (each.subTitle?.toUpperCase() === each.entity.kind ? [] : [`${each.id} is a ${String(each.subTitle)}`])),
    ];
  };
  const check = async (asked: Asked): Promise<Network> => {
    const network = await draw(asked);
    expect([asked, faultsOf(asked, network)]).toEqual([asked, []]);
    return network;
  };

  it.each(LINK_NAMES)("of the link %s alone have what the corpora say, around every entity", async (link) => {
    const all = world.entities.map((each) => each.id);
    const { edges, truncated } = await check({ around: all, links: [link], limit: 1000 });
    expect(plain(edges)).toEqual(plain(edgesOf({ around: all, links: [link] })));
    expect(truncated).toBe(false);
    expect(edges.length).toBeGreaterThan(0);
  });

  it.each([1, 2, 3])("go %i steps, and say that nothing is missing", async (depth) => {
    const { nodes, truncated } = await check({ around: ["organization:ruptly"], depth, limit: 1000 });
    const near = reach(["organization:ruptly"], depth, edgesOf({ around: [] }));
    expect(nodes.map((each) => each.id).sort()).toEqual([...near.keys()].sort());
    expect(truncated).toBe(false);
    const further = reach(["organization:ruptly"], depth - 1, edgesOf({ around: [] }));
    expect(near.size).toBeGreaterThan(further.size);
  });

  it.each([1, 2, 3, 5, 10, 30, 100])("keep to %i entities, and say so where there are more", async (limit) => {
    for (const depth of [1, 2]) {
      const { nodes, truncated } = await check({ around: [KILLING], depth, limit });
      const near = reach([KILLING], depth, edgesOf({ around: [] }));
      expect(truncated).toBe(near.size > limit);
      expect(nodes[0]?.id).toBe(KILLING);
    }
  });

  it.each([ZOE, KILLING, "place:tehran"])("take the strongest links around %s first", async (id) => {
    const strengths = new Map<string, number>();
    for (const link of LINK_NAMES)
      for (const [other, by] of links.neighbours(id, link)) strengths.set(other, (strengths.get(other) ?? 0) + by.size);
    const expected = [...strengths].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([other]) => other);
    for (const limit of [2, 5, expected.length + 1]) {
      const { nodes } = await draw({ around: [id], limit });
      expect(nodes.map((each) => each.id)).toEqual([id, ...expected.slice(0, limit - 1)]);
    }
  });

  it.each<[string, Asked]>([
    ["statements that `where` holds for", { around: [KILLING], where: { speechAct: ["CONDEMN"] } }],
    ["statements of one speaker", { around: ["person:anna", ZOE], where: { speaker: { id: ZOE } }, depth: 2 }],
    [
      "statements of a time, by two links",
      { around: [ZOE], where: { saidAt: { from: "2001", to: "2001" } }, links: ["SPOKE_ABOUT", "SAID_IN"], depth: 2 },
    ],
    [
      "statements that a filter of many parts holds for, three steps",
      {
        around: [KILLING, ZOE],
        where: {
          and: [
            {
              or: [
                { speaker: { name: { contains: "a" } } },
                { about: { some: { spokenAbout: { some: { speaker: { name: { contains: "e" } } } } } } },
              ],
            },
            {
              or: [
                { reports: { some: { publisher: { name: { contains: "r" } } } } },
                { responses: { none: { text: { contains: "no" } } } },
              ],
            },
            { not: { mentions: { some: { name: { contains: "zzz" } } } } },
          ],
          addressedTo: { none: { name: { contains: "qq" } } },
          saidAt: { from: "1950" },
        },
        depth: 3,
      },
    ],
    ["one way of speech", { around: ["topic:weather"], links: ["SPOKEN_ABOUT_BY"], depth: 2 }],
    ["both ways of speech", { around: ["topic:weather"], links: ["SPOKEN_ABOUT_BY", "SPOKE_ABOUT"], depth: 2 }],
    ["no link", { around: [ZOE, KILLING], links: [] }],
    ["relations alone", { around: ["place:level-eight"], links: ["RELATED"], depth: 3 }],
    [
      "statements of those of whose words something holds, two steps",
      { around: [KILLING, ZOE], where: { speaker: { said: { every: { about: { some: { kind: ["EVENT", "PERSON"] } } } } } }, depth: 2 },
    ],
    [
      "statements by what else was said about their things, by one link",
      {
        around: [KILLING],
        where: { about: { none: { spokenAbout: { some: { speaker: { id: ZOE } } } } } },
        links: ["SPOKE_ABOUT"],
        depth: 2,
      },
    ],
    [
      "such demands under alternatives and negations",
      {
        around: [KILLING, ZOE],
        where: {
          or: [
            { not: { speaker: { said: { some: { about: { some: { id: KILLING } } } } } } },
            { about: { count: { gte: 1 }, every: { memberOf: "organization:ruptly" } } },
            { speaker: { spokenAbout: { none: { speaker: { id: ZOE } } } }, speechAct: ["CONDEMN"] },
          ],
        },
        depth: 3,
      },
    ],
    ["relations, which `where` leaves out", { around: ["place:level-eight"], links: ["RELATED"], where: { language: { eq: "en" } } }],
    ["nobody", { around: [] }],
    ["somebody twice", { around: [ZOE, ZOE, "person:ann", ZOE] }],
    ["what is unknown beside what is known", { around: ["person:nobody", ZOE, "' OR 1=1", "statement:awkward/hen", ""] }],
    ["what is unknown", { around: ["person:nobody", "document:awkward/leaflet"] }],
    ["nulls", { around: [ZOE], links: null as never, where: null as never, depth: null as never, limit: null as never }],
  ])("are drawn of %s", async (_, asked) => {
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null)) as unknown as Asked;
    const network = await draw(asked);
    expect(faultsOf(given, network)).toEqual([]);
  });

  it("at random are what the corpora say", async () => {
    const random = new RandomWhere(buildQuothSchema(), world, SEED, ["recordedAt"]);
    const wrong: unknown[] = [];
    const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
    for (let index = 0; index < questions; index++) {
      const where = random.of("StatementWhere", 1);
      const at = (step: number): string => world.entities[(index * 7919 + step * 104_729 + SEED) % world.entities.length]?.id ?? "";
      const asked: Asked = {
        around: [at(1), at(2)],
        depth: 1 + (index % 3),
        limit: [2, 3, 8, 20, 60, 1000][index % 6] ?? 100,
        ...(index % 4 === 0 && isSelective(where) ? { where } : {}),
        ...(index % 3 === 0 ? { links: LINK_NAMES.filter((_, place) => (index + place) % 3 !== 0) } : {}),
      };
      const faults = faultsOf(asked, await draw(asked));
      if (faults.length > 0) wrong.push({ asked: JSON.stringify(asked), faults });
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it("under two names with other arguments are kept apart, and so are nodes and entities under two names", async () => {
    const source = `{
      a: network(around: ["person:ann"], links: [RELATED]) { x: nodes { id } y: nodes { title e: entity { name } f: entity { kind aliases } } edges { mainStat } }
      b: network(around: ["organization:radio-osken"], depth: 1, links: [RELATED], limit: 1) { nodes { id } truncated edges { id } }
    }`;
    expect(await ask(engine, source)).toEqual({
      a: {
        x: [{ id: "person:ann" }, { id: "person:anna" }],
        y: [
          { title: "Ann", e: { name: "Ann" }, f: { kind: "PERSON", aliases: [] } },
          { title: "Anna", e: { name: "Anna" }, f: { kind: "PERSON", aliases: ["ann the second"] } },
        ],
        edges: [{ mainStat: 2 }, { mainStat: 1 }],
      },
      b: { nodes: [{ id: "organization:radio-osken" }], truncated: true, edges: [] },
    });
  });

  it.each([
    ["four steps", 'around: ["person:ann"], depth: 4', "BAD_USER_INPUT"],
    ["no step", 'around: ["person:ann"], depth: 0', "BAD_USER_INPUT"],
    ["1001 entities", 'around: ["person:ann"], limit: 1001', "BAD_USER_INPUT"],
    ["no entity", 'around: ["person:ann"], limit: 0', "BAD_USER_INPUT"],
    ["more in the middle than the limit", 'around: ["person:ann", "person:anna"], limit: 1', "BAD_USER_INPUT"],
    [
      "251 in the middle",
      `around: [${Array.from({ length: 251 }, (_, index) => `"person:p${String(index)}"`).join(" ")}], limit: 1000`,
      "LIST_TOO_LONG",
    ],
  ])("refuse %s", async (_, given, code) => {
    expect((await refusal(engine, `{ network(${given}) { truncated nodes { id } } }`)).code).toBe(code);
  });

  it("say so where links between the entities are left out", async () => {
    const ids = world.entities.map((each) => each.id);
    const text =
      "CREATE (s:Statement {id: 'statement:awkward/everything', text: 'All of it.', saidKey: 'x', dataset: 'dataset:awkward', recordedAt: '2026-01-01T00:00:00.000Z'}) WITH s UNWIND $p_ids AS id MATCH (n:Entity {id: id}) CREATE (s)-[:ABOUT {key: '', dataset: 'dataset:awkward'}]->(n)";
    await engine.write([{ text, parameters: { p_ids: ids } }]);
    const { nodes, edges, truncated } = await draw({ around: ids, links: ["SPOKEN_ABOUT_WITH"], limit: ids.length });
    expect(nodes).toHaveLength(ids.length);
    expect({ isWhole: edges.length === (ids.length * (ids.length - 1)) / 2, truncated }).not.toEqual({ isWhole: false, truncated: false });
  });
});

/** So many statements of one entity are looked at where a thousand entities may be shown. */
const LOOKED_AT = 400;

/** Of Ann 250 by her and 250 about her, none of them more than are looked at; all of them in one document. */
function busyCorpus(): string {
  const reports = [{ in: "minutes", type: "DIRECT" }];
  const statements = Array.from({ length: 250 }, (_, index) => [
    [`a${String(index)}`, { text: `Ann says ${String(index)}.`, speaker: "ann", about: ["harbour"], reports }],
    [`b${String(index)}`, { text: `They say ${String(index)}.`, speaker: "council", about: ["ann", "lighthouse"], reports }],
  ]).flat();
  return corpusFolder({
    "corpus.yaml": "{ id: busy, title: Busy, version: 1.0.0 }",
    "people.yaml": "ann: { name: Ann }",
    "organizations.yaml": "council: { name: Council }\ngazette: { name: Gazette }",
    "topics.yaml": "harbour: { name: Harbour }\nlighthouse: { name: Lighthouse }",
    "documents.yaml": "minutes: { genre: RECORD, publisher: gazette }",
    "statements.yaml": JSON.stringify(Object.fromEntries(statements)),
  });
}

describeOnEngines("networks around who has many statements", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine, [busyCorpus()]);
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    removeCorpusFolders();
  });

  const ofAnn: [string, number][] = ["organization:council SPOKE_ABOUT person:ann", "organization:council SPOKE_ABOUT topic:lighthouse"]
    .concat("person:ann SPOKE_ABOUT topic:harbour", "person:ann SPOKEN_ABOUT_WITH topic:lighthouse")
    .map((id) => [id, 250]);

  const of = async (asked: string, limit: number): Promise<Pick<Network, "edges" | "truncated">> => {
    const query = `{ network(${asked}, limit: ${String(limit)}) { truncated edges { id mainStat } } }`;
    return (await ask<{ network: Network }>(engine, query)).network;
  };
  const countsOf = ({ edges }: Pick<Network, "edges">): [string, number][] =>
    edges.map(({ id, mainStat }): [string, number] => [id, mainStat]).sort();

  it.each<[string, [string, number][]]>([
    [`around: ["person:ann"], links: [SPOKE_ABOUT, SPOKEN_ABOUT_WITH], where: { not: { language: { eq: "fr" } } }`, ofAnn],
    [
      `around: ["organization:gazette"], links: [REPORTED]`,
      [
        ["organization:gazette REPORTED organization:council", 250],
        ["organization:gazette REPORTED person:ann", 250],
      ],
    ],
  ])("of %s are whole, or say that they are not", async (asked, expected) => {
    const small = await of(asked, 100);
    expect(countsOf(small)).toEqual([...expected].sort());
    expect(small.truncated).toBe(false);
    const large = await of(asked, 1000);
    expect(large.truncated).toBe(true);
    expect(large.edges.reduce((sum, { mainStat }) => sum + mainStat, 0)).toBeGreaterThanOrEqual(LOOKED_AT);
  });

  it("are whole however much somebody said, where nothing is asked of the statements: what a link comes to is known without them", async () => {
    for (const limit of [100, 1000]) {
      const drawn = await of(`around: ["person:ann"], links: [SPOKE_ABOUT, SPOKEN_ABOUT_WITH]`, limit);
      expect(countsOf(drawn)).toEqual([...ofAnn].sort());
      expect(drawn.truncated).toBe(false);
    }
  });
});

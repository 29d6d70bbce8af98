import { buildQuothSchema } from "../../src/api/build-schema";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import { RandomWhere } from "./random-where";
import type { StatementRecord } from "./world-types";

const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
/** Neo4j plans every new text for longer than it works on it. */
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 25, neo4j: 4 };

const oracle = new Oracle(worldOfCorpora());

interface Node {
  readonly id: string;
  readonly page: { readonly nodes: { readonly id: string }[]; readonly totalCount: number };
}

/** The statements behind one edge of an entity. */
type Behind = (id: string) => readonly StatementRecord[];

const edges: readonly [string, string, Behind][] = [
  ["people", "said", (id) => oracle.saidBy(id)],
  ["organizations", "said", (id) => oracle.saidBy(id)],
  ["entities", "spokenAbout", (id) => oracle.aboutWhom(id)],
  [
    "places",
    "statementsMadeHere",
    (id) => oracle.world.statements.filter((each) => each.saidIn !== null && oracle.within(each.saidIn).includes(id)),
  ],
  ["events", "statementsMadeDuring", (id) => oracle.world.statements.filter((each) => each.saidDuring === id)],
];

describeOnEngines(`filters at random within edges (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  it.each(edges)(
    "finds under %s.%s what plain filtering of the records finds",
    async (field, edge, behind) => {
      const random = new RandomWhere(buildQuothSchema(), oracle.world, SEED, ["recordedAt"]);
      const source = `query ($where: StatementWhere) { list: ${field}(first: 100) { nodes { id page: ${edge}(where: $where, first: 100) { totalCount nodes { id } } } } }`;
      const wrong: unknown[] = [];
      for (let index = 0; index < questions; index++) {
        const where = random.of("StatementWhere", 2);
        const { list } = await ask<{ list: { nodes: Node[] } }>(engine, source, { where });
        expect(list.nodes.length).toBeGreaterThan(5);
        for (const { id, page } of list.nodes) {
          const wanted = behind(id).filter((each) => oracle.statement(each, where));
          const got = page.nodes.map((each) => each.id);
          const isRight =
            wanted.length === page.totalCount &&
            got.sort().join() ===
              wanted
                .map((each) => each.id)
                .sort()
                .join();
          if (!isRight)
            wrong.push({ where: JSON.stringify(where), id, wanted: wanted.map((each) => each.id), got, total: page.totalCount });
        }
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});

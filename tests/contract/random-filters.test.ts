import { buildQuothSchema } from "../../src/api/build-schema";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import type { Where } from "./value-holds";
import { RandomWhere } from "./random-where";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
/** Neo4j plans every new text for longer than it works on it. */
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 200, neo4j: 30 };
const PAGE = 100;

const oracle = new Oracle(worldOfCorpora());

interface Page {
  readonly page: { readonly nodes: { readonly id: string }[]; readonly totalCount: number };
}

describeOnEngines(`filters at random (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const lists: readonly [string, string, (where: Where) => string[]][] = [
    ["statements", "StatementWhere", (where) => oracle.statements(where)],
    ["entities", "EntityWhere", (where) => oracle.entities(where)],
    ["documents", "DocumentWhere", (where) => oracle.documents(where)],
  ];
  it.each(lists)(
    "finds the %s that plain filtering of the records finds",
    async (field, type, expected) => {
      const random = new RandomWhere(buildQuothSchema(), oracle.world, SEED, ["recordedAt"]);
      const wrong: unknown[] = [];
      for (let index = 0; index < questions; index++) {
        const where = random.of(type);
        const source = `query ($where: ${type}) { page: ${field}(where: $where, first: ${String(PAGE)}) { totalCount nodes { id } } }`;
        const found = await ask<Page>(engine, source, { where }).catch((error: unknown) => ({
          page: { nodes: [{ id: String(error) }], totalCount: -1 },
        }));
        const wanted = expected(where).sort();
        const got = found.page.nodes.map((each) => each.id).sort();
        const isRight = wanted.length > PAGE ? got.length === PAGE : got.join() === wanted.join();
        if (!isRight || found.page.totalCount !== wanted.length)
          wrong.push({ where: JSON.stringify(where), wanted, got, total: found.page.totalCount });
      }
      expect(wrong).toEqual([]);
    },
    240_000,
  );
});

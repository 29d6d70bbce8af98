import { buildQuothSchema } from "../../src/api/build-schema";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import type { GraphEngine } from "../../src/graph/engine";
import { graphHash } from "../../src/seeding/stored/graph-hash";
import { runSeed } from "../../src/seeding/run-seed";
import { request } from "../contract/ask";
import { corpusFolder } from "../seeding/support/corpus-folder";
import { TOWN, TOWN_2 } from "../seeding/support/town-corpus";

/** Each is answered from what one transaction of a load writes, so that even in mid-load only two answers are right. */
export const QUESTIONS: readonly string[] = [
  '{ person(id: "person:ann") { name description } }',
  '{ person(id: "person:ben") { name } }',
  '{ topic: node(id: "topic:harbours") { id __typename } }',
  '{ statement(id: "statement:town/closed") { text saidAt } }',
  '{ statement(id: "statement:town/closed") { reports { totalCount } } }',
  "{ people(orderBy: { by: NAME }) { totalCount nodes { id } } }",
  '{ people(search: "ben") { nodes { id } } }',
  "{ statements { totalCount } }",
  '{ documents(where: { publishedAt: { from: "2020-01-04" } }) { nodes { id title } } }',
  '{ dataset: nodes(ids: ["person:ann", "nothing:here"]) { id } }',
];

/** Corpus, right answers and graph of each of the two versions of the town. */
export interface TownVersion {
  readonly corpus: string;
  readonly answers: readonly string[];
  /** Of the graph once both versions came and went: what was moved aside is the same from then on. */
  readonly hash: string;
}

/** Loads both versions in turn, twice, into a store of memory, and looks. */
export async function townVersions(): Promise<readonly [TownVersion, TownVersion]> {
  buildQuothSchema();
  const engine = await openEmbeddedEngine({ readTimeoutMs: 30_000 });
  const corpora = [corpusFolder(TOWN), corpusFolder(TOWN_2)] as const;
  const versions: TownVersion[] = [];
  for (const corpus of [...corpora, ...corpora]) {
    await seedTown(engine, corpus);
    const answers: string[] = [];
    for (const question of QUESTIONS) answers.push(JSON.stringify(await request(engine, question)));
    versions.push({ corpus, answers, hash: (await graphHash(engine)).hash });
  }
  await engine.close();
  return [versions[2] as TownVersion, versions[3] as TownVersion];
}

/** One load, that waits for no other seeder's lease longer than a moment. */
export async function seedTown(engine: GraphEngine, corpus: string, waitMs = 30_000): Promise<void> {
  const { faults } = await runSeed([corpus], engine, { texts: new Map(), dryRun: false, now: () => new Date(), waitMs });
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
}

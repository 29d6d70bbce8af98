import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedEngine } from "../src/graph/embedded/embedded-engine";
import { openNeo4jEngine } from "../src/graph/neo4j/neo4j-engine";
import type { BenchOptions, ContenderName } from "./bench-options";
import { cursorOf, HAS_CACHE, startBytes, startHandWritten, startNeo4jGraphql, startPostgraphile, startQuoth } from "./contenders";
import type { Contender } from "./contenders";
import { findMarks } from "./find-marks";
import { installPeer } from "./install-peer";
import { loadGraph } from "./load-graph";
import { loadPostgres } from "./load-postgres";
import type { Marks } from "./operations/operation";
import { openNeo4j } from "./start-neo4j";
import type { Neo4jPlace } from "./start-neo4j";
import { openPostgres } from "./start-postgres";

const LOAD_TIMEOUT_MS = 600_000;

/** Everything that was started, in the order of the table, and how to end it. */
export interface Field {
  readonly contenders: readonly Contender[];
  readonly marks: Marks;
  readonly place: Neo4jPlace;
  /** Neo4j's own name and version. */
  readonly version: string;
}

/** What has to be ended, the last begun first. */
export class Endings {
  private readonly all: (() => Promise<void> | void)[] = [];

  add(end: () => Promise<void> | void): void {
    this.all.unshift(end);
  }

  async run(): Promise<void> {
    for (const end of this.all.splice(0)) await end();
  }
}

/** Loads the same data for each, and starts everybody who is wanted and can be had. */
export async function openContenders(options: BenchOptions, endings: Endings): Promise<Field> {
  const wanted = (name: ContenderName): boolean => options.contenders.includes(name);
  const contenders: Contender[] = [];
  const add = async (starting: Promise<Contender>): Promise<Contender> => {
    const contender = await starting;
    endings.add(() => contender.process.stop());
    contenders.push(contender);
    return contender;
  };
  const { place, marks: found, version } = await openLoadedNeo4j(options.statements, options.data, endings);
  const quoth = await add(startQuoth("quoth", place));
  let marks = { ...found, quothCursor: await cursorOf(quoth, found) };
  if (wanted("postgraphile")) {
    const url = await openLoadedPostgres(options.statements, endings);
    if (url !== null) marks = { ...marks, postgraphileCursor: await cursorOf(await add(startPostgraphile(url)), marks) };
  }
  if (wanted("hand-written")) await add(startHandWritten(place, marks));
  if (wanted("neo4j-graphql")) {
    installPeer("neo4j-graphql");
    await add(startNeo4jGraphql(place, marks));
  }
  if (wanted("embedded")) await add(startQuoth("embedded", await loadedStore(options, endings)));
  if (wanted("cached") && HAS_CACHE) await add(startQuoth("cached", place));
  if (wanted("bytes")) await add(startBytes());
  const inOrder = options.contenders.flatMap((name) => contenders.filter((contender) => contender.name === name));
  return { contenders: inOrder, marks, place, version };
}

/** A Neo4j with the made-up world in it. */
export async function openLoadedNeo4j(
  statements: number,
  data: string | undefined,
  endings: Endings,
): Promise<Pick<Field, "place" | "marks" | "version">> {
  const place = await openNeo4j(statements, data === undefined ? undefined : join(data, `neo4j-${String(statements)}`));
  endings.add(() => place.stop());
  const engine = await openNeo4jEngine({ ...place, readTimeoutMs: LOAD_TIMEOUT_MS, retryTimeMs: 60_000 });
  try {
    const start = performance.now();
    const loaded = await loadGraph(engine, statements);
    if (loaded) {
      const { nodes, relations } = loaded;
      say(`Neo4j: ${String(statements)} statements, ${String(nodes)} nodes, ${String(relations)} relations`, start);
    }
    return { place, marks: await findMarks(engine), version: (await engine.health()).version };
  } finally {
    await engine.close();
  }
}

/** @returns null where there is no PostgreSQL */
async function openLoadedPostgres(statements: number, endings: Endings): Promise<string | null> {
  const postgres = await openPostgres();
  if (postgres === null) {
    console.log("PostGraphile is left out: no PostgreSQL is installed, and BENCH_POSTGRES_URL names none.");
    return null;
  }
  endings.add(() => postgres.stop());
  installPeer("postgraphile");
  const start = performance.now();
  await loadPostgres(postgres.url, statements);
  say("PostgreSQL", start);
  return postgres.url;
}

async function loadedStore({ statements, data }: BenchOptions, endings: Endings): Promise<string> {
  const folder = data === undefined ? mkdtempSync(join(tmpdir(), "quoth-bench-store-")) : join(data, `embedded-${String(statements)}`);
  if (data === undefined) endings.add(() => rmSync(folder, { recursive: true, force: true }));
  const engine = await openEmbeddedEngine({ folder, readTimeoutMs: LOAD_TIMEOUT_MS });
  try {
    const start = performance.now();
    if (await loadGraph(engine, statements)) say("Embedded store", start);
    return folder;
  } finally {
    await engine.close();
  }
}

function say(what: string, start: number): void {
  console.log(`${what}: loaded in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

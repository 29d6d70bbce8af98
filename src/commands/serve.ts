import { buildQuothSchema } from "../api/build-schema";
import { configWarnings } from "../config/config-warnings";
import { isStartedByNpm, readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import type { Config } from "../config/settings";
import { CannotRun } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import { createServer } from "../http/create-server";
import { readQuestions } from "../http/pages/read-questions";
import { everySearch, QuestionPlanner, USUAL_QUESTIONS } from "../http/plan-questions";
import { ONTOLOGY } from "../model/ontology";
import { VERSION_LEASE_MS } from "../model/version-lease";
import { readDataChange, readDataVersion } from "../seeding/stored/read-data-version";
import { describeOutdated, readOutdated } from "../seeding/stored/read-outdated";
import { describeMissingSchema } from "./describe-missing-schema";
import { describeStart } from "./describe-start";
import { fillEmptyStore } from "./fill-empty-store";
import { say } from "./output";
import { packageVersion, SEED_FOLDER } from "./package-root";
import { readDatasets } from "./read-datasets";
import { untilStopped } from "./until-stopped";

interface RunningServer {
  announce(): Promise<void>;
  close(): Promise<void>;
}

/**
 * `quoth serve`: answers until it is told to stop.
 * @throws BadSetting, CannotRun, and what opening the engine throws
 */
export async function serve(flags: Flags): Promise<number> {
  const config = readConfig(flags);
  for (const warning of configWarnings(config)) say(`WARNING ${warning}`);
  const engine = await openEngine(config, "questions");
  try {
    await fillEmptyStore(engine, config);
    await checkSchema(engine);
    await checkOutdated(engine);
    const server = await startServer(config, engine);
    // Before anybody is told that it is there.
    const stopped = untilStopped(isStartedByNpm());
    await server.announce();
    await stopped;
    await server.close();
    return 0;
  } finally {
    await engine.close();
  }
}

/**
 * A graph without constraints was filled by hand, or half restored: each question would read all of it, and the next load would double
 * what is there. An empty one has none before its first load. Without an index some questions are slow, and some searches fail.
 * @throws CannotRun where data is there and a constraint is not
 */
async function checkSchema(engine: GraphEngine): Promise<void> {
  const schema = await engine.missingSchema(ONTOLOGY);
  const missing = describeMissingSchema(schema, engine.name, 1);
  if (missing === null) return;
  const kinds = schema.constraints.length === 0 ? "indexes" : "constraints and indexes";
  const said = `The database lacks ${kinds}: ${missing}`;
  if (schema.constraints.length > 0 && (await readDatasets(engine)).length > 0) throw new CannotRun(said);
  say(`WARNING ${said}`);
}

/**
 * What another version stored lacks the helpers that questions of this one ask for: it would be missing from their answers.
 * @throws CannotRun where there is any
 */
async function checkOutdated(engine: GraphEngine): Promise<void> {
  const outdated = describeOutdated(await readOutdated(engine));
  if (outdated !== null) throw new CannotRun(outdated);
}

async function startServer(config: Config, engine: GraphEngine): Promise<RunningServer> {
  const schema = buildQuothSchema();
  const questions = readQuestions(SEED_FOLDER);
  const usual = config.planningMs > 0 ? [...USUAL_QUESTIONS, ...questions.map(({ query }) => query), ...everySearch(schema)] : [];
  const planner = new QuestionPlanner({ schema, questions: usual, engine, limits: config.limits });
  await planner.plan(config.planningMs);
  const server = await createServer({
    config,
    engine,
    schema,
    questions,
    readDatasets: () => readDatasets(engine),
    readDataChange: () => readDataChange(engine),
    dataVersion: { read: () => readDataVersion(engine), leaseMs: VERSION_LEASE_MS },
    quoth: packageVersion(),
  });
  const address = await server.listen();
  return {
    async announce() {
      const { version, address: place } = await engine.health();
      say(
        describeStart({
          quoth: packageVersion(),
          engine: `${version} at ${place}`,
          address,
          pages: config.pages,
          metrics: server.metricsAddress(),
          datasets: await readDatasets(engine),
        }),
      );
      // The rest beside the first questions: the database has it the sooner for whoever asks it first. Nobody waits for it, nor does the end.
      void planner.plan();
    },
    async close() {
      planner.stop();
      await server.close();
    },
  };
}

import neo4j from "neo4j-driver";
import type { Driver, ManagedTransaction, Session, SessionMode } from "neo4j-driver";
import { BadSetting } from "../../errors";
import type { Ontology } from "../../model/ontology-types";
import { checkParameters } from "../check-value";
import { whileAsked } from "../while-asked";
import type { CypherStatement, GraphRecord } from "../cypher-statement";
import type { Accept, EngineLoad, GraphEngine, Health, MissingSchema } from "../engine";
import { CurrentDriver } from "./current-driver";
import { fromEngineValue } from "./from-engine-value";
import { NEO4J_DIALECT } from "./full-text";
import { missingSchemaItems, schemaStatements, SHOW_CONSTRAINTS, SHOW_INDEXES } from "./schema-statements";
import { toEngineMap } from "./to-engine-value";
import { DATABASE_NAMES } from "../../config/database-names";
import type { DatabaseNames } from "../../config/database-names";
import { toGraphError } from "./to-graph-error";
import type { DatabasePlace } from "./to-graph-error";

export interface Neo4jOptions {
  /** bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s://, neo4j+ssc:// */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The server's default database without one. */
  readonly database?: string | undefined;
  /** Milliseconds within which a read ends, with an answer or an error. */
  readonly readTimeoutMs: number;
  /** Milliseconds for which a failed transaction is tried again: 5,000 for reads, 60,000 for loading. */
  readonly retryTimeMs: number;
  /** The settings that these came from; NEO4J_URI and the like without it. */
  readonly names?: DatabaseNames | undefined;
}

const CONNECT_TIMEOUT_MS = 5000;
/** Connections to each member; the driver's own default, told in the metrics. */
const POOL_SIZE = 100;
const LIVENESS_CHECK_MS = 30_000;
/** One transaction of a load, on the server; its batches take milliseconds to seconds. */
const WRITE_TIMEOUT_MS = 60_000;
/** Given to the try that began within the retry time. */
const LAST_TRY_MS = 10_000;
const INDEX_TIMEOUT_S = 60;
/** The server ends a transaction 0.3 to 2 s late; its answer should come before our own timer gives up on it. */
const SERVER_DELAY_MS = 2500;
/** So that the error, too, is there within the promised time. */
const OWN_DELAY_MS = 250;
/** Asked of the member of a cluster that takes the writes, for the bookmark that comes with the answer. */
const NOTHING: CypherStatement = { text: "RETURN 1 AS one", parameters: {} };

/** A database that answered within this time is busy, not gone. */
const RECENTLY_MS = 2000;

/** Milliseconds that the server, and our own timer, give to a statement. */
interface Times {
  readonly serverMs: number;
  readonly ownMs: number;
}

/** A read as the driver takes it; WRITE as the mode sends it to the member that takes the writes. */
interface ReadyRead {
  readonly text: string;
  readonly parameters: object;
  readonly timeout: number;
  readonly mode: SessionMode;
}

/**
 * Connects to a Neo4j and checks that it answers, without retries: a wrong setting shows at once.
 * @throws BadSetting, DatabaseUnavailable, DatabaseLoginFailed
 */
export async function openNeo4jEngine(options: Neo4jOptions): Promise<GraphEngine> {
  const engine = new Neo4jEngine(options);
  try {
    await engine.checkConnection();
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

class Neo4jEngine implements GraphEngine {
  readonly name = "neo4j";
  readonly dialect = NEO4J_DIALECT;
  private readonly place: DatabasePlace;
  private readonly current: CurrentDriver;
  /** Whether the driver chooses a member for each statement; by bolt:// there is one. */
  private readonly isRouted: boolean;

  constructor(private readonly options: Neo4jOptions) {
    this.place = {
      address: withoutLogin(options.uri),
      user: options.user,
      database: options.database,
      readTimeoutMs: options.readTimeoutMs,
      names: options.names ?? DATABASE_NAMES,
    };
    this.isRouted = options.uri.startsWith("neo4j");
    this.current = new CurrentDriver(() => createDriver(options));
  }

  async read(statement: CypherStatement, signal?: AbortSignal): Promise<GraphRecord[]> {
    return this.readWithin(statement, this.readTimes(), signal);
  }

  async plan({ text, parameters }: CypherStatement): Promise<void> {
    await this.read({ text: `EXPLAIN ${text}`, parameters });
  }

  async catchUp(): Promise<void> {
    if (this.isRouted) await this.readWithin(NOTHING, this.readTimes(), undefined, neo4j.session.WRITE);
  }

  async write(statements: readonly CypherStatement[], accept?: Accept): Promise<GraphRecord[][]> {
    const ready = statements.map(({ text, parameters }) => {
      checkParameters(parameters);
      return { text, parameters: toEngineMap(parameters) };
    });
    return this.call((driver) => this.writeOn(driver, ready, accept), this.options.retryTimeMs + LAST_TRY_MS);
  }

  async ensureSchema(ontology: Ontology): Promise<void> {
    await this.write(schemaStatements(ontology).map((text) => ({ text, parameters: {} })));
    const untilOnline = { text: "CALL db.awaitIndexes($p_seconds)", parameters: { p_seconds: INDEX_TIMEOUT_S } };
    await this.readWithin(untilOnline, { serverMs: (INDEX_TIMEOUT_S + 5) * 1000, ownMs: (INDEX_TIMEOUT_S + 10) * 1000 });
  }

  async missingSchema(ontology: Ontology): Promise<MissingSchema> {
    const constraints = await this.read({ text: SHOW_CONSTRAINTS, parameters: {} });
    const indexes = await this.read({ text: SHOW_INDEXES, parameters: {} });
    return missingSchemaItems(ontology, constraints, indexes);
  }

  /** A statement has a connection of the pool; without one it waits for one. */
  load(): EngineLoad {
    const { atWork } = this.current;
    return { atWork: Math.min(atWork, POOL_SIZE), atOnce: POOL_SIZE, waiting: Math.max(0, atWork - POOL_SIZE) };
  }

  async health(): Promise<Health> {
    const text = "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition";
    const [row] = await this.read({ text, parameters: {} });
    const { version, edition } = row as { version: string; edition: string };
    return { engine: "neo4j", version: `Neo4j ${version} ${edition}`, address: this.place.address };
  }

  noteLoad(): Promise<void> {
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.current.close();
  }

  /** @throws DatabaseUnavailable, DatabaseLoginFailed, BadSetting */
  async checkConnection(): Promise<void> {
    // Unlike a transaction this is not tried again: a wrong address or password is told at once.
    await this.call(async (driver) => driver.verifyConnectivity(this.inDatabase()), CONNECT_TIMEOUT_MS * 2);
    await this.health();
  }

  private readTimes(): Times {
    const { readTimeoutMs } = this.options;
    return { serverMs: Math.max(readTimeoutMs - SERVER_DELAY_MS, readTimeoutMs / 2), ownMs: readTimeoutMs - OWN_DELAY_MS };
  }

  private async readWithin(
    statement: CypherStatement,
    { serverMs, ownMs }: Times,
    signal?: AbortSignal,
    mode: SessionMode = neo4j.session.READ,
  ): Promise<GraphRecord[]> {
    checkParameters(statement.parameters);
    const ready = { text: statement.text, parameters: toEngineMap(statement.parameters), timeout: serverMs, mode };
    const work = async (driver: Driver): Promise<GraphRecord[]> => {
      if (mode === neo4j.session.READ) await this.catchUpFirst(driver, serverMs);
      try {
        return await this.readAtOnce(driver, ready, signal);
      } catch (error) {
        if (!neo4j.isRetryableError(error) || signal?.aborted === true) throw error;
        return this.readWithRetries(driver, ready);
      }
    };
    return this.call((driver) => whileAsked(work(driver), signal), ownMs);
  }

  /**
   * A driver that is new, or took the place of one that got no answer, has no bookmark: a member that lags behind could show it less than
   * this process has seen already.
   */
  private async catchUpFirst(driver: Driver, timeout: number): Promise<void> {
    if (!this.isRouted) return;
    const [bookmark] = await driver.executeQueryBookmarkManager.getBookmarks();
    if (bookmark !== undefined) return;
    const asking = this.readAtOnce(driver, { ...NOTHING, timeout, mode: neo4j.session.WRITE }, undefined);
    // While no member takes writes, nothing new is written either, and what the others have can still be read.
    await asking.catch(() => undefined);
  }

  /** In one round trip: no BEGIN, no COMMIT. Fails on a connection that a restart of the server made stale. */
  private async readAtOnce(
    driver: Driver,
    { text, parameters, timeout, mode }: ReadyRead,
    signal: AbortSignal | undefined,
  ): Promise<GraphRecord[]> {
    const session = this.openSession(driver, mode);
    // Closing sends RESET, which ends what the server works at on this connection.
    const leave = (): void => void session.close().catch(() => undefined);
    signal?.addEventListener("abort", leave, { once: true });
    try {
      const { records } = await withoutStack(() => session.run(text, parameters, { timeout }));
      return records.map(fromEngineValue);
    } finally {
      signal?.removeEventListener("abort", leave);
      await session.close();
    }
  }

  private async readWithRetries(driver: Driver, { text, parameters, timeout, mode }: ReadyRead): Promise<GraphRecord[]> {
    const { records } = await driver.executeQuery(text, parameters, {
      ...this.inDatabase(),
      routing: mode,
      transactionConfig: { timeout },
    });
    return records.map(fromEngineValue);
  }

  /**
   * Shares the bookmarks of `executeQuery`, so that a read after a write sees it on every member of a cluster. One server alone needs none:
   * it shows what it has committed.
   */
  private openSession(driver: Driver, defaultAccessMode: SessionMode): Session {
    const bookmarks = this.isRouted ? { bookmarkManager: driver.executeQueryBookmarkManager } : {};
    return driver.session({ ...this.inDatabase(), defaultAccessMode, ...bookmarks });
  }

  private async writeOn(
    driver: Driver,
    statements: readonly { text: string; parameters: object }[],
    accept: Accept | undefined,
  ): Promise<GraphRecord[][]> {
    const session = this.openSession(driver, neo4j.session.WRITE);
    const runAll = async (transaction: ManagedTransaction): Promise<GraphRecord[][]> => {
      const answers = await Promise.all(
        statements.map(async ({ text, parameters }) => {
          const { records } = await transaction.run(text, parameters);
          return records.map(fromEngineValue);
        }),
      );
      await accept?.(answers);
      return answers;
    };
    try {
      return await session.executeWrite(runAll, { timeout: WRITE_TIMEOUT_MS });
    } finally {
      await session.close();
    }
  }

  private async call<T>(work: (driver: Driver) => Promise<T>, timeoutMs: number): Promise<T> {
    const wasAnswering = (): boolean => this.current.sinceLastAnswer() < RECENTLY_MS;
    try {
      return await this.current.call(work, timeoutMs);
    } catch (error) {
      throw toGraphError(error, this.place, wasAnswering());
    }
  }

  private inDatabase(): { database?: string } {
    return this.options.database === undefined ? {} : { database: this.options.database };
  }
}

/**
 * The driver takes a stack for each statement, in case it fails, which is a fifth of all its work. An error of the driver is only ever the
 * cause of one of Quoth's, which has a stack of its own.
 */
function withoutStack<T>(work: () => T): T {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = before;
  }
}

function createDriver(options: Neo4jOptions): Driver {
  try {
    return neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      maxConnectionPoolSize: POOL_SIZE,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      connectionAcquisitionTimeout: CONNECT_TIMEOUT_MS,
      connectionLivenessCheckTimeout: LIVENESS_CHECK_MS,
      maxTransactionRetryTime: options.retryTimeMs,
    });
  } catch (error) {
    const { uri } = options.names ?? DATABASE_NAMES;
    throw new BadSetting(`${uri}: "${withoutLogin(options.uri)}" is no address of a Neo4j; want bolt://host:7687 or neo4j+s://host.`, {
      cause: error,
    });
  }
}

function withoutLogin(uri: string): string {
  return uri.replace(/\/\/[^/]*@/, "//");
}

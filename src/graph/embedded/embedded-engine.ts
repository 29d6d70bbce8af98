import { GrafeoDB } from "@grafeo-db/js";
import type { Transaction } from "@grafeo-db/js";
import { availableParallelism } from "node:os";
import { DatabaseUnavailable, QueryTooSlow, StoreIncomplete } from "../../errors";
import type { Ontology } from "../../model/ontology-types";
import { checkParameters } from "../check-value";
import { whileAsked } from "../while-asked";
import type { CypherStatement, GraphRecord } from "../cypher-statement";
import type { Accept, EngineLoad, GraphEngine, Health, LoadNote, MissingSchema } from "../engine";
import type { FullTextRule } from "../schema-plan";
import { schemaPlan } from "../schema-plan";
import { fromEngineValue } from "./from-engine-value";
import { createFullText, EMBEDDED_DIALECT, probeFullText } from "./full-text";
import { missingSchemaItems, schemaStatements } from "./schema-statements";
import { Slots } from "./slots";
import { prepareStoreFolder, readLoadNote, writeLoadNote } from "./store-folder";
import { isReadOnly, isWriteConflict, toGraphError, toOpenError } from "./to-graph-error";
import { toEngineValue } from "./to-engine-value";

export interface EmbeddedOptions {
  /** The data folder, made where missing; in memory without one. */
  readonly folder?: string;
  /** Milliseconds after which a read is given up. */
  readonly readTimeoutMs: number;
  /** For tests: rows without ORDER BY come in random order. */
  readonly shuffleUnordered?: boolean;
}

/** The engine's log is merged into its file when it holds this many bytes. */
const CHECKPOINT_BYTES = 64 * 1024 * 1024;
const WRITE_TRIES = 8;
const STATEMENTS_IN_LINE = 1000;

/**
 * Opens the embedded store of a folder, or an empty one in memory.
 * @throws StoreInUse, StoreUnusable, StoreIncomplete
 */
export async function openEmbeddedEngine(options: EmbeddedOptions): Promise<GraphEngine> {
  const { folder } = options;
  try {
    const path = folder === undefined ? undefined : prepareStoreFolder(folder);
    const database = openDatabase(path, options.shuffleUnordered === true);
    const engine = new EmbeddedEngine(database, options);
    await engine.checkComplete();
    return engine;
  } catch (error) {
    throw toOpenError(error, folder);
  }
}

function openDatabase(path: string | undefined, shuffleUnordered: boolean): GrafeoDB {
  try {
    const database = GrafeoDB.create(path, shuffleUnordered ? { shuffleUnordered } : undefined);
    if (path !== undefined) database.setCheckpointTriggers({ walBytes: CHECKPOINT_BYTES });
    return database;
  } catch (error) {
    // What stands on a read-only disk can be asked all the same; a load is refused when it writes.
    if (path === undefined || !isReadOnly(error)) throw error;
    return GrafeoDB.openReadOnly(path);
  }
}

/** The engine would keep what ran before an error. */
function rollBack(transaction: Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // After a commit that failed, as on a full disk, it is active and cannot be rolled back: nothing of it was kept. What went wrong
    // is the commit's error.
  }
}

class EmbeddedEngine implements GraphEngine {
  readonly name = "embedded";
  readonly dialect = EMBEDDED_DIALECT;
  private readonly slots: Slots;
  private writing: Promise<unknown> = Promise.resolve();
  private closed = false;
  /** Statements that were given up on, and that the engine, which cannot be stopped, still works at. */
  private overdue = 0;

  constructor(
    private readonly database: GrafeoDB,
    private readonly options: EmbeddedOptions,
  ) {
    this.slots = new Slots(availableParallelism(), STATEMENTS_IN_LINE, options.readTimeoutMs);
  }

  async read(statement: CypherStatement, signal?: AbortSignal): Promise<GraphRecord[]> {
    this.refuseWhenClosed();
    checkParameters(statement.parameters);
    const leave = await this.slots.enter(signal);
    const work = this.run(this.database, statement).finally(leave);
    return this.withinTime(whileAsked(work, signal));
  }

  /** It plans in a millisecond or two, and keeps no plans. */
  plan(): Promise<void> {
    return Promise.resolve();
  }

  /** There is one store, and it does not lag. */
  catchUp(): Promise<void> {
    return Promise.resolve();
  }

  /** Writes stand in line: the engine lets one of two writers of a node fail. */
  async write(statements: readonly CypherStatement[], accept?: Accept): Promise<GraphRecord[][]> {
    this.refuseWhenClosed();
    for (const statement of statements) checkParameters(statement.parameters);
    const result = this.writing.then(() => this.writeWithRetries(statements, accept));
    this.writing = result.catch(() => undefined);
    return result;
  }

  async ensureSchema(ontology: Ontology): Promise<void> {
    for (const text of schemaStatements(ontology)) await this.run(this.database, { text, parameters: {} });
    // Made anew, a text index reads every text again.
    for (const rule of await this.missingFullTexts(ontology)) await createFullText(this.database, rule);
  }

  async missingSchema(ontology: Ontology): Promise<MissingSchema> {
    const constraints = await this.run(this.database, { text: "SHOW CONSTRAINTS", parameters: {} });
    const indexes = await this.run(this.database, { text: "SHOW INDEXES", parameters: {} });
    const fullTexts = await this.missingFullTexts(ontology);
    const missing = missingSchemaItems(ontology, constraints, indexes);
    return { ...missing, indexes: [...missing.indexes, ...fullTexts.map(({ name }) => name)] };
  }

  /** SHOW INDEXES leaves text indexes out: one that is not there refuses to be asked. */
  private async missingFullTexts(ontology: Ontology): Promise<FullTextRule[]> {
    const missing: FullTextRule[] = [];
    for (const rule of schemaPlan(ontology).fullTexts) {
      const found = await this.database.executeCypher(probeFullText(rule)).catch(() => null);
      if (found === null) missing.push(rule);
    }
    return missing;
  }

  load(): EngineLoad {
    return this.slots.load();
  }

  async health(): Promise<Health> {
    this.refuseWhenClosed();
    // Outside the line of questions: a busy store is not an ill one, as long as its line moves.
    if (this.overdue >= this.load().atOnce)
      throw new DatabaseUnavailable(
        "The embedded engine is at work on nothing but questions that were given up on. Wait, or start Quoth again.",
      );
    await this.withinTime(this.run(this.database, { text: "RETURN 1 AS one", parameters: {} }));
    return { engine: "embedded", version: `Grafeo ${this.database.version()}`, address: this.options.folder ?? "in memory" };
  }

  async noteLoad(note: LoadNote): Promise<void> {
    const { folder } = this.options;
    if (folder === undefined) return;
    try {
      // The log first: a note must never promise what is not on disk yet.
      this.database.walCheckpoint();
    } catch (error) {
      throw toGraphError(error, folder);
    }
    await Promise.resolve(writeLoadNote(folder, note));
  }

  /** @throws StoreIncomplete where the store holds less than the last load left in it. */
  async checkComplete(): Promise<void> {
    const { folder } = this.options;
    const note = folder === undefined ? null : readLoadNote(folder);
    if (folder === undefined || note === null) return;
    const nodes = this.database.nodeCount();
    const relations = this.database.edgeCount();
    if (nodes >= note.nodes && relations >= note.relations) return;
    this.database.close();
    await Promise.resolve();
    throw new StoreIncomplete(
      `${folder} lost data: the last load left ${note.nodes} nodes and ${note.relations} relations, ${nodes} and ${relations} are there. Restore the folder from a backup, or delete it and load the corpora again.`,
    );
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.writing;
    try {
      this.database.close();
    } catch (error) {
      // Closing merges the log into the file, for which the disk may have no room; the log keeps what it holds.
      throw toGraphError(error, this.options.folder);
    }
  }

  private async run(on: Pick<GrafeoDB, "executeCypher">, statement: CypherStatement): Promise<GraphRecord[]> {
    try {
      const result = await on.executeCypher(statement.text, toEngineValue(statement.parameters));
      return fromEngineValue(result.toArray()) as unknown as GraphRecord[];
    } catch (error) {
      if (isWriteConflict(error)) throw error;
      throw toGraphError(error, this.options.folder);
    }
  }

  private async writeWithRetries(statements: readonly CypherStatement[], accept: Accept | undefined): Promise<GraphRecord[][]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.writeOnce(statements, accept);
      } catch (error) {
        if (!isWriteConflict(error) || attempt === WRITE_TRIES) throw toGraphError(error, this.options.folder);
      }
    }
  }

  private async writeOnce(statements: readonly CypherStatement[], accept: Accept | undefined): Promise<GraphRecord[][]> {
    const transaction = this.database.beginTransaction();
    try {
      const answers: GraphRecord[][] = [];
      for (const statement of statements) answers.push(await this.run(transaction, statement));
      await accept?.(answers);
      transaction.commit();
      return answers;
    } catch (error) {
      rollBack(transaction);
      throw error;
    }
  }

  private async withinTime<T>(work: Promise<T>): Promise<T> {
    const { readTimeoutMs } = this.options;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.overdue++;
        void work.catch(() => undefined).finally(() => this.overdue--);
        reject(
          new QueryTooSlow(
            `The question took longer than ${readTimeoutMs / 1000} s (QUOTH_READ_TIMEOUT). Ask for less of it at once, or narrow the filter.`,
          ),
        );
      }, readTimeoutMs);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      work.catch(() => undefined);
    }
  }

  private refuseWhenClosed(): void {
    // The engine itself still answers reads after it was closed.
    if (this.closed) throw new DatabaseUnavailable("The store is closed: the server is shutting down.");
  }
}

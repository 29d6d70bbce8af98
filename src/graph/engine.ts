import type { Ontology } from "../model/ontology-types";
import type { CypherStatement, GraphRecord } from "./cypher-statement";
import type { Dialect } from "./dialect";

export interface Health {
  readonly engine: "neo4j" | "embedded";
  /** Product and version as it names itself: `Neo4j 5.26.20 community`, `Grafeo 0.6.0`. */
  readonly version: string;
  /** Where it is, without user or password. */
  readonly address: string;
}

/** What of the ontology's schema is not there, by name. */
export interface MissingSchema {
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
}

/** Looks at the rows of each statement of a transaction before it is committed. */
export type Accept = (answers: readonly (readonly GraphRecord[])[]) => Promise<void>;

/** The port between Quoth and a graph database. Both engines run the same Cypher text (the portable dialect). */
export interface GraphEngine {
  readonly name: "neo4j" | "embedded";
  /** What a statement has to word this engine's way. */
  readonly dialect: Dialect;
  /**
   * Runs one statement that only reads.
   * @param signal aborted when nobody waits for the rows any more: the statement is ended where the engine can do that, and
   * leaves the line where it still waits
   * @throws DatabaseUnavailable, QueryTooSlow, EngineBusy, StatementRefused, ClientLeft
   */
  read(statement: CypherStatement, signal?: AbortSignal): Promise<GraphRecord[]>;
  /**
   * Has a statement that only reads planned, and does not run it: the next time, its plan is there. Nothing to do for an engine that plans
   * in no time.
   * @throws DatabaseUnavailable, QueryTooSlow, StatementRefused
   */
  plan(statement: CypherStatement): Promise<void>;
  /**
   * From its end on, what this process reads holds all that was committed, by whomever, before it began. Members of a cluster may lag
   * behind the one that takes the writes; where there is one place only, there is nothing to do.
   * @throws DatabaseUnavailable, QueryTooSlow
   */
  catchUp(): Promise<void>;
  /**
   * Runs statements all or nothing, in one transaction, and gives the rows of each. It may be retried as a whole, so
   * every statement must be repeatable.
   * @param accept is given the rows before they are committed; where it throws, nothing is written
   * @throws DatabaseUnavailable, ConstraintViolated, StatementRefused, and the QuothError that `accept` throws
   */
  write(statements: readonly CypherStatement[], accept?: Accept): Promise<GraphRecord[][]>;
  /** Creates missing constraints and indexes; drops nothing. */
  ensureSchema(ontology: Ontology): Promise<void>;
  missingSchema(ontology: Ontology): Promise<MissingSchema>;
  /** How busy it is, known without asking it. */
  load(): EngineLoad;
  /** Asks the engine for a sign of life. @throws DatabaseUnavailable */
  health(): Promise<Health>;
  /**
   * Told by the seeder at the end of a load: what the graph holds now. The embedded engine keeps it beside the store,
   * so that a store that lost data is noticed at the next start; Neo4j needs no such note.
   */
  noteLoad(note: LoadNote): Promise<void>;
  close(): Promise<void>;
}

/** Statements of this process alone. */
export interface EngineLoad {
  readonly atWork: number;
  /** That the engine takes at once. */
  readonly atOnce: number;
  readonly waiting: number;
}

/** What a load left in the graph. */
export interface LoadNote {
  readonly version: string;
  readonly nodes: number;
  readonly relations: number;
}

/**
 * Every error that Quoth raises on purpose. Callers test `code`, never the message; the message says where, what, and
 * what to do. Codes are documented in docs/errors.md.
 */
export abstract class QuothError extends Error {
  /** Stable and documented; part of the public contract. */
  abstract readonly code: string;
  /** Figures that belong beside the code, such as `limit`, `actual` and `setting`; safe to show to a client. */
  readonly details: Readonly<Record<string, unknown>> = {};

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A value given by a caller that cannot be used: an argument, a filter, a cursor. */
export class BadUserInput extends QuothError {
  readonly code = "BAD_USER_INPUT";
}

/** A value outside its allowed range; the details name limit, actual and setting. */
export class LimitExceeded extends QuothError {
  constructor(
    readonly code: string,
    message: string,
    override readonly details: Readonly<{ limit: number; actual: number; setting: string; field?: string }>,
  ) {
    super(message);
  }
}

/** The engine did not answer, or could not be reached. */
export class DatabaseUnavailable extends QuothError {
  readonly code = "DATABASE_UNAVAILABLE";
}

/** The engine worked longer on one statement than the setting allows. */
export class QueryTooSlow extends QuothError {
  readonly code = "QUERY_TOO_SLOW";
}

/** More statements at once than the engine should be given. */
export class EngineBusy extends QuothError {
  readonly code = "ENGINE_BUSY";
}

/** Whoever asked has closed the connection; nobody reads this error. */
export class ClientLeft extends QuothError {
  readonly code = "CLIENT_LEFT";
}

/** The engine refused name and password. */
export class DatabaseLoginFailed extends QuothError {
  readonly code = "DATABASE_LOGIN_FAILED";
}

/** The database lacks an index that a question cannot do without: nothing was ever loaded into it, or somebody dropped it. */
export class SchemaMissing extends QuothError {
  readonly code = "SCHEMA_MISSING";
}

/** The engine refused a statement that Quoth wrote: a fault of Quoth's, never of the caller's. */
export class StatementRefused extends QuothError {
  readonly code = "STATEMENT_REFUSED";
}

/** A uniqueness constraint of the engine refused a write. */
export class ConstraintViolated extends QuothError {
  readonly code = "CONSTRAINT_VIOLATED";
}

/** Another process holds the embedded store. */
export class StoreInUse extends QuothError {
  readonly code = "STORE_IN_USE";
}

/** The embedded store opened with less than the last load left in it. */
export class StoreIncomplete extends QuothError {
  readonly code = "STORE_INCOMPLETE";
}

/** The embedded store cannot be opened or written: damaged, no rights, disk full. */
export class StoreUnusable extends QuothError {
  readonly code = "STORE_UNUSABLE";
}

/** A value that neither engine may be handed, such as a `Date` or half a surrogate pair. */
export class ValueNotStorable extends QuothError {
  readonly code = "VALUE_NOT_STORABLE";
}

/** A setting that makes no sense; the message names the setting and what it wants. */
export class BadSetting extends QuothError {
  readonly code = "BAD_SETTING";
}

/** A command was called wrongly, or something that it needs is missing; ends with exit code 2. */
export class CannotRun extends QuothError {
  readonly code = "CANNOT_RUN";
}

/** Another seeder is at work on the same graph. */
export class SeedInProgress extends QuothError {
  readonly code = "SEED_IN_PROGRESS";
}

/** A record that a load was to write to is not in the graph, though it was when the load began. */
export class WriteIncomplete extends QuothError {
  readonly code = "WRITE_INCOMPLETE";
}

import {
  BadSetting,
  ConstraintViolated,
  DatabaseLoginFailed,
  DatabaseUnavailable,
  EngineBusy,
  QueryTooSlow,
  QuothError,
  SchemaMissing,
  StatementRefused,
} from "../../errors";
import { NoAnswer } from "./current-driver";
import type { DatabaseNames } from "../../config/database-names";

/** What a message may say of the database: where it is, never how to log in. */
export interface DatabasePlace {
  /** Without user and password. */
  readonly address: string;
  readonly user: string;
  readonly database: string | undefined;
  readonly readTimeoutMs: number;
  /** The settings that name it. */
  readonly names: DatabaseNames;
}

type Translate = (place: DatabasePlace, options: ErrorOptions, text: string) => QuothError;

/** Read from the top: the first pattern that the driver's code and text match decides. */
const TRANSLATIONS: readonly (readonly [RegExp, Translate])[] = [
  [/^Neo\.ClientError\.Security\.(Forbidden|AuthorizationFailed)/, forbidden],
  [/^Neo\.ClientError\.Security\.AuthenticationRateLimit/, locked],
  [/^Neo\.ClientError\.Security\./, loginFailed],
  [/TransactionTimedOut|^Neo\.ClientError\.Transaction\.TransactionTerminated|^Neo\.TransientError\.Transaction\.Terminated/, tooSlow],
  [/MemoryPoolOutOfMemory|OutOfMemoryError/, tooBig],
  [/^Neo\.ClientError\.Schema\.ConstraintValidationFailed/, constraintViolated],
  [/^Neo\.ClientError\.Procedure\.ProcedureCallFailed/, callFailed],
  [/^Neo\.ClientError\.Database\.DatabaseNotFound/, noSuchDatabase],
  [/^Neo\.ClientError\.(Cluster\.NotALeader|General\.(ForbiddenOnReadOnlyDatabase|WriteOnReadOnlyAccessDatabase))/, noWrites],
  [/certificate|self[- ]signed|SSL|TLS|wrong version number/i, encryption],
  [/HTTP/, notBolt],
  [
    /^(ServiceUnavailable|SessionExpired|N\/A|ProtocolError)|^Neo\.(TransientError|DatabaseError)\.|^Neo\.ClientError\.Cluster\./,
    unavailable,
  ],
];

/**
 * An error of the driver as one of Quoth's. The driver's own text may quote the statement or the address with its
 * password, so it stays in `cause`, for the log alone.
 * @param wasAnswering whether the database answered other calls right before: then it is busy, not gone
 */
export function toGraphError(error: unknown, place: DatabasePlace, wasAnswering: boolean): QuothError {
  if (error instanceof QuothError) return error;
  const options = { cause: error };
  if (error instanceof NoAnswer) return unavailable(place, options);
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = `${typeof code === "string" ? code : ""} ${typeof message === "string" ? message : ""}`.trimStart();
  if (wasAnswering && text.includes("acquisition timed out"))
    return new EngineBusy("The database is busy. Ask again in a moment.", options);
  // Only what the driver says of a connection may be searched for words: a statement refused could quote any text.
  const searched = /^Neo\./.test(text) ? (text.split(" ", 1)[0] ?? "") : text;
  const translate = TRANSLATIONS.find(([pattern]) => pattern.test(searched))?.[1] ?? refused;
  return translate(place, options, text);
}

function unavailable({ address, names }: DatabasePlace, options: ErrorOptions): QuothError {
  const hint = address.startsWith("neo4j") ? " For a single server write bolt:// instead of neo4j://." : "";
  return new DatabaseUnavailable(
    `The database at ${address} does not answer. Check ${names.uri} and that Neo4j runs there; \`quoth doctor\` tells more.${hint}`,
    options,
  );
}

function loginFailed({ address, user, names }: DatabasePlace, options: ErrorOptions): QuothError {
  return new DatabaseLoginFailed(
    `The database at ${address} refused user "${user}". Check ${names.user} and ${names.password} (or ${names.file}).`,
    options,
  );
}

function locked({ address, user }: DatabasePlace, options: ErrorOptions): QuothError {
  return new DatabaseUnavailable(
    `The database at ${address} lets nobody in as "${user}" for some seconds, since somebody tried wrong passwords. Ask again in a moment, and see who that is.`,
    options,
  );
}

function forbidden({ address, user, names }: DatabasePlace, options: ErrorOptions): QuothError {
  return new DatabaseLoginFailed(
    `User "${user}" lacks a right in the database at ${address}. Questions need a reader's account, loading a writer's that may create constraints (${names.user}).`,
    options,
  );
}

function tooSlow({ readTimeoutMs }: DatabasePlace, options: ErrorOptions): QuothError {
  const limit = `${String(readTimeoutMs / 1000)} s`;
  return new QueryTooSlow(
    `It took longer than the time limit of ${limit} (QUOTH_READ_TIMEOUT). Ask for less at once, or narrow the filter.`,
    options,
  );
}

function tooBig(_place: DatabasePlace, options: ErrorOptions): QuothError {
  return new QueryTooSlow(
    "It needs more memory than the database gives to one question. Ask for less at once, or narrow the filter.",
    options,
  );
}

function constraintViolated(_place: DatabasePlace, options: ErrorOptions): QuothError {
  return new ConstraintViolated("The graph holds a node of that id already.", options);
}

function noSuchDatabase({ address, database, names }: DatabasePlace, options: ErrorOptions): QuothError {
  return new BadSetting(
    `${names.database}: there is no database "${database ?? ""}" at ${address}. Leave it out for the default one.`,
    options,
  );
}

function noWrites({ address, names }: DatabasePlace, options: ErrorOptions): QuothError {
  const hint = address.startsWith("neo4j")
    ? ""
    : ` In a cluster write neo4j:// in ${names.uri}, so that a load finds the member that does.`;
  return new DatabaseUnavailable(`The database at ${address} takes no writes now.${hint} Otherwise see that it is not read-only.`, options);
}

function encryption({ address, names }: DatabasePlace, options: ErrorOptions): QuothError {
  return new DatabaseUnavailable(
    `The encrypted connection to ${address} failed. Server and ${names.uri} must agree: bolt+s:// wants a trusted certificate, bolt+ssc:// takes any, bolt:// goes without.`,
    options,
  );
}

function notBolt({ address, names }: DatabasePlace, options: ErrorOptions): QuothError {
  return new DatabaseUnavailable(
    `What listens at ${address} does not speak Bolt. Neo4j's Bolt port is usually 7687; 7474 is its web page (${names.uri}).`,
    options,
  );
}

/** Of the procedures that Quoth calls, those of full-text search name an index. */
function callFailed(place: DatabasePlace, options: ErrorOptions, text: string): QuothError {
  if (!text.includes("no such fulltext schema index")) return refused(place, options);
  return new SchemaMissing(
    `The database at ${place.address} lacks an index of words. \`quoth seed\` makes it; by hand: schema/constraints.cypher.`,
    options,
  );
}

function refused(_place: DatabasePlace, options: ErrorOptions): QuothError {
  return new StatementRefused("The database refused a statement of Quoth's.", options);
}

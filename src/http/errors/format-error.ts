import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import { LimitExceeded, QuothError } from "../../errors";
import type { ErrorOwners } from "./error-owners";
import { readOnlyMessage } from "./read-only-message";

/** Where the whole error goes that a client sees only a short form of. */
export interface ErrorLog {
  error(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** An error and the request that it belongs to. */
interface Found {
  readonly error: unknown;
  readonly id: string;
  readonly log: ErrorLog;
}

export interface ErrorPolicy {
  /** Off: names of the schema are not suggested. */
  readonly introspection: boolean;
  readonly maxTokens: number;
  readonly log: ErrorLog;
  readonly owners: ErrorOwners;
}

/** @param id of the request, where the caller knows it */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown, id?: string) => GraphQLFormattedError;

interface Answer {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Errors whose message is written for the client; all other messages may name addresses, paths or settings of the server. */
const FOR_CLIENTS = new Set(["BAD_USER_INPUT", "QUERY_TOO_SLOW", "ENGINE_BUSY", "CLIENT_LEFT"]);

/** What a client is told where the engine gave no answer. */
export const NO_ANSWER = "The database does not answer right now. Ask again in a moment.";

/** What a client is told instead; the log has the rest. */
const INSTEAD: Readonly<Record<string, Answer>> = {
  DATABASE_UNAVAILABLE: { code: "DATABASE_UNAVAILABLE", message: NO_ANSWER },
  DATABASE_LOGIN_FAILED: { code: "DATABASE_UNAVAILABLE", message: "The database does not let this server in. Its operator has to look." },
  SCHEMA_MISSING: {
    code: "SCHEMA_MISSING",
    message: "Nothing can be searched here yet: the database has no index of words. Its operator has to load a corpus.",
  },
  VALUE_NOT_STORABLE: {
    code: "BAD_USER_INPUT",
    message: "A value cannot be used: a text may hold neither NUL nor half a surrogate pair, a number must be finite and below 2^53.",
  },
};

/** What Apollo says without a code, or with one that tells nothing of it, by its message. */
const OF_APOLLO: Readonly<Record<string, Answer>> = {
  // Clients send the query's text when they read exactly this.
  PersistedQueryNotFound: { code: "PERSISTED_QUERY_NOT_FOUND", message: "PersistedQueryNotFound" },
  "provided sha does not match query": {
    code: "BAD_USER_INPUT",
    message: "`persistedQuery.sha256Hash` is not the SHA-256 of the query. Send that of exactly this text, in hex.",
  },
  "Unsupported persisted query version": {
    code: "BAD_USER_INPUT",
    message: "`persistedQuery.version` is not 1, the only one there is.",
  },
  "GET requests may not have a content-type header other than application/json.": {
    code: "UNSUPPORTED_MEDIA_TYPE",
    message: "A GET has no body, and so no `content-type`. Leave it out, or say `application/json`.",
  },
};

/** What it says of a GET that is no query. */
const NO_QUERY = /^GET requests only support query operations, not (\w+) operations$/;

const CODES_OF_APOLLO = /^(GRAPHQL_|BAD_|OPERATION_RESOLUTION_FAILURE|READ_ONLY)/;

/**
 * Makes the function that turns any error into what a client may see: a stable code, what to do, and no stack, path,
 * address or Cypher. What is none of the client's business becomes "Internal error" with an id that the log has, too.
 */
export function createErrorFormatter(policy: ErrorPolicy): FormatError {
  return (formatted, error, given) => {
    const known = originOf(error);
    const found: Found = { error, id: given ?? policy.owners.idOf(error) ?? randomUUID(), log: policy.log };
    const { code, message, details } = known ? fromQuothError(known, found) : fromGraphQLError(formatted, found, policy);
    const { locations, path } = formatted;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code, ...details } };
  };
}

/** The error of ours within the wrappings of graphql-js and Apollo. */
function originOf(error: unknown): QuothError | null {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; depth++) {
    if (each instanceof QuothError) return each;
    each = (each as { originalError?: unknown }).originalError;
  }
  return null;
}

function fromQuothError(error: QuothError, found: Found): Answer {
  if (error instanceof LimitExceeded || FOR_CLIENTS.has(error.code)) {
    return { code: error.code, message: error.message, details: error.details };
  }
  const instead = INSTEAD[error.code];
  if (!instead) return masked(found);
  found.log.warn({ id: found.id, code: error.code }, error.message);
  return instead;
}

function fromGraphQLError(formatted: GraphQLFormattedError, found: Found, policy: ErrorPolicy): Answer {
  const { error } = found;
  const ofApollo = OF_APOLLO[formatted.message];
  if (ofApollo) return ofApollo;
  const [, kind] = NO_QUERY.exec(formatted.message) ?? [];
  if (kind !== undefined) return { code: "READ_ONLY", message: readOnlyMessage(kind) };
  const code = String(innerCodeOf(error) ?? formatted.extensions?.["code"]);
  if (!CODES_OF_APOLLO.test(code)) return masked(found);
  if (/more (than|that) \d+ tokens/.test(formatted.message)) return tooManyTokens(policy.maxTokens);
  return { code, message: withoutSuggestion(helpful(formatted.message), policy.introspection), details: limitDetails(error) };
}

/** Apollo writes its own code over that of a validation rule. */
function innerCodeOf(error: unknown): unknown {
  const inner = (error as { originalError?: unknown }).originalError;
  return inner instanceof GraphQLError ? inner.extensions["code"] : undefined;
}

/** The figures that a rule put beside its code. */
function limitDetails(error: unknown): Record<string, unknown> {
  const { limit, actual, setting, field } = error instanceof GraphQLError ? error.extensions : {};
  return JSON.parse(JSON.stringify({ limit, actual, setting, field })) as Record<string, unknown>;
}

function tooManyTokens(limit: number): Answer {
  // The parser stops counting at the first token past the limit.
  const actual = limit + 1;
  const message = `Query has too many tokens: at least ${String(actual)} words and signs, at most ${String(limit)} (QUOTH_MAX_TOKENS). Put values into variables, or ask in two queries.`;
  return { code: "TOO_MANY_TOKENS", message, details: { limit, actual, setting: "QUOTH_MAX_TOKENS" } };
}

function helpful(message: string): string {
  if (!message.includes("Cross-Site Request Forgery")) return message;
  return "Refused as a possible cross-site request. Send POST with `content-type: application/json`, or GET with the header `apollo-require-preflight: 1`.";
}

function withoutSuggestion(message: string, introspection: boolean): string {
  return introspection ? message : message.replace(/ ?Did you mean .*\?/s, "");
}

function masked({ error, id, log }: Found): Answer {
  log.error({ id, err: innermost(error) }, "Internal error");
  return {
    code: "INTERNAL_SERVER_ERROR",
    message: internalMessage(id),
    details: { id },
  };
}

/** @param id under which the log has the error */
export function internalMessage(id: string): string {
  return `Internal error ${id}. It is none of your request's fault; tell the operator this id.`;
}

function innermost(error: unknown): unknown {
  const inner = (error as { originalError?: unknown } | null)?.originalError;
  return inner instanceof Error ? innermost(inner) : error;
}

import { SizedMap } from "../../executor/sized-map";

/** Thousands of usual queries, or a few dozen of the longest. */
const LIMIT_BYTES = 8 * 1024 * 1024;
/** What an entry takes beside its text. */
const ENTRY_BYTES = 200;

/** Queries by their hash, as Apollo wants to keep them: it has checked hash, syntax and limits before it stores one. */
export interface PersistedQueries {
  get(hash: string): Promise<string | undefined>;
  set(hash: string, query: string): Promise<void>;
  delete(hash: string): Promise<void>;
}

/** Keeps what was used last in memory; a client that asks by a hash that is gone sends the query again. */
export function createPersistedQueries(): PersistedQueries {
  const queries = new SizedMap<string>(LIMIT_BYTES);
  return {
    get: (hash) => Promise.resolve(queries.get(hash)),
    set: (hash, query) => Promise.resolve(queries.set(hash, query, ENTRY_BYTES + hash.length + 2 * query.length)),
    delete: (hash) => Promise.resolve(queries.delete(hash)),
  };
}

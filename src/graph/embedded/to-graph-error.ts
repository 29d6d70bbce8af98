import { ConstraintViolated, QueryTooSlow, QuothError, StatementRefused, StoreInUse, StoreUnusable } from "../../errors";

/** The status that the engine names in GQL's terms: 42001 syntax, G2000 constraint, 40000 conflict, 22000 time. */
function gqlStatusOf(error: unknown): string {
  const status = (error as { gqlStatus?: unknown }).gqlStatus;
  if (typeof status === "string") return status;
  // Inside a test runner the field is missing; the message has it.
  return /GQLSTATUS (\w{5})/.exec(messageOf(error))?.[1] ?? "";
}

function messageOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { message, cause } = error as { message?: unknown; cause?: unknown };
  return [typeof message === "string" ? message : "", cause === undefined ? "" : messageOf(cause)].join("\n");
}

/** Two writers touched one node: the whole transaction may be tried again. */
export function isWriteConflict(error: unknown): boolean {
  return gqlStatusOf(error) === "40000" || /GRAFEO-T001/.test(messageOf(error));
}

/** The disk, or the rights of this user, let nothing be written. */
export function isReadOnly(error: unknown): boolean {
  return /Read-only file system|os error 30|Permission denied|os error 13|25G03|read-only/i.test(messageOf(error));
}

/**
 * An error of the engine as one of Quoth's. The engine's own text quotes the statement, so it stays in `cause`, for
 * the log alone.
 */
export function toGraphError(error: unknown, folder: string | undefined): QuothError {
  if (error instanceof QuothError) return error;
  const message = messageOf(error);
  const where = folder ?? "the store in memory";
  const options = { cause: error };
  // The second is said by a file that another process made between the engine's look and its lock.
  if (/cannot be locked|locked by another process/i.test(message)) {
    return new StoreInUse(
      `${where} is in use by another process, perhaps a running server. Stop it, give another folder (QUOTH_DATA_DIR), or use Neo4j (NEO4J_URI) for several processes.`,
      options,
    );
  }
  if (/No space left|os error 28|File too large|os error 27|disk full/i.test(message)) {
    return new StoreUnusable(
      `${where} cannot be written: the disk is full. Nothing of the last batch was kept; free some space and run the command again.`,
      options,
    );
  }
  if (isReadOnly(error)) {
    return new StoreUnusable(
      `${where} cannot be written: it is read-only for this user. Change its rights, or give another folder (QUOTH_DATA_DIR).`,
      options,
    );
  }
  const status = gqlStatusOf(error);
  if (status === "G2000") return new ConstraintViolated("The graph holds a node of that id already.", options);
  if (status === "22000" && /time/i.test(message))
    return new QueryTooSlow("The question took too long. Ask for less of it at once.", options);
  if (/memory a path search may use/i.test(message))
    return new QueryTooSlow(
      "It needs more memory than the engine gives to one question. Ask for less at once, or narrow the filter.",
      options,
    );
  return new StatementRefused("The graph engine refused a statement of Quoth's.", options);
}

/** The same for an error at opening, where no statement was sent yet: what the engine cannot read is damaged. */
export function toOpenError(error: unknown, folder: string | undefined): QuothError {
  const known = toGraphError(error, folder);
  if (folder === undefined || !(known instanceof StatementRefused)) return known;
  return new StoreUnusable(
    `${folder} cannot be opened: its files are damaged, or no store of Quoth's. Restore the folder from a backup, or delete it and load the corpora again.`,
    { cause: error },
  );
}

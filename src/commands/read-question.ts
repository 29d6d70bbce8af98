import { readFileSync } from "node:fs";
import { CannotRun } from "../errors";

const STDIN = 0;

/**
 * The text of a question.
 * @param file its path, `-` for stdin
 * @throws CannotRun where it cannot be read
 */
export function readQuestion(file: string): string {
  return readText(file === "-" ? STDIN : file, file === "-" ? "stdin" : file);
}

/**
 * `--variables <json>` or `--variables @<file>`, as curl and gh have it.
 * @throws CannotRun where it is no JSON object
 */
export function readVariables(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  const file = given.startsWith("@") ? given.slice(1) : null;
  const json = file === null ? given : readText(file, file);
  const value = parse(json);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new CannotRun(
    `--variables wants a JSON object, such as '{"id": "person:ada"}', or @ and a file that holds one; ${file === null ? "what was given" : file} is none.`,
  );
}

/** @returns undefined where it is no JSON */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function readText(path: string | typeof STDIN, name: string): string {
  const bytes = readBytes(path, name);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new CannotRun(`${name} is not UTF-8. Save it as UTF-8.`, { cause: error });
  }
}

function readBytes(path: string | typeof STDIN, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotRun(`${name} cannot be read (${code ?? "unknown"}). Name a file, or - for stdin.`, { cause: error });
  }
}

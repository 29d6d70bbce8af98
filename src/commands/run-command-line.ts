import { CommanderError } from "commander";
import { QuothError } from "../errors";
import { buildProgram } from "./build-program";
import { reportError, say } from "./output";

const COULD_NOT_RUN = 2;
/** What a shell says of a program that a pipe ended: 128 and the number of SIGPIPE. */
const PIPE_ENDED = 141;

/**
 * Runs one command line.
 * @param words as in `process.argv`, without node and script
 * @returns the exit code: 0 done, 1 the data is bad, 2 could not run, 141 nobody reads what it writes any more
 */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = buildProgram((code) => (exitCode = code));
  try {
    await program.parseAsync(words, { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong already; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT_RUN;
    if (isPipeEnded(error)) return PIPE_ENDED;
    if (error instanceof QuothError) reportError(error, words.includes("--json"));
    else
      say(
        `Quoth failed in a way that nobody foresaw; please report this.\n${error instanceof Error ? String(error.stack) : String(error)}`,
      );
    return COULD_NOT_RUN;
  }
}

/** `quoth export | head` wants no more. */
function isPipeEnded(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EPIPE";
}

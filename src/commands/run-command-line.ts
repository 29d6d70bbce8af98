import { CommanderError } from "commander";
import { QuothError } from "../errors";
import { buildProgram } from "./build-program";
import { reportError, say } from "./output";

const COULD_NOT_RUN = 2;

/**
 * Runs one command line.
 * @param words as in `process.argv`, without node and script
 * @returns the exit code: 0 done, 1 the data is bad, 2 could not run
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
    if (error instanceof QuothError) reportError(error, words.includes("--json"));
    else
      say(
        `Quoth failed in a way that nobody foresaw; please report this.\n${error instanceof Error ? String(error.stack) : String(error)}`,
      );
    return COULD_NOT_RUN;
  }
}

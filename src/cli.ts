#!/usr/bin/env node
import { runCommandLine } from "./commands/run-command-line";

process.on("unhandledRejection", (reason) => {
  process.stderr.write(`${JSON.stringify({ level: 60, time: Date.now(), msg: "unhandled rejection", reason: String(reason) })}\n`);
  process.exit(1);
});

void runCommandLine(process.argv.slice(2)).then((exitCode) => {
  // A pipe takes what was written before the end; connections that a frozen database left open must not delay it.
  process.stdout.write("", () => process.exit(exitCode));
});

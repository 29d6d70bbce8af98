#!/usr/bin/env node
import "./config/in-production";
import { runCommandLine } from "./commands/run-command-line";

process.on("unhandledRejection", (reason) => {
  process.stderr.write(`${JSON.stringify({ level: 60, time: Date.now(), msg: "unhandled rejection", reason: String(reason) })}\n`);
  process.exit(1);
});

// Whoever read has left, as in `quoth info | head -1`: a load goes on all the same, and nobody wants a stack.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`CANNOT_RUN What is printed cannot be written: ${error.message}. Free some space, or print to another place.\n`);
  process.exit(2);
});

void runCommandLine(process.argv.slice(2)).then((exitCode) => {
  // A pipe takes what was written before the end; connections that a frozen database left open must not delay it.
  process.stdout.write("", () => setImmediate(() => process.exit(exitCode)));
});

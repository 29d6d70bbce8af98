// Loaded into a server with --expose-gc: on SIGUSR2 it collects all its garbage and says how many bytes are left.
process.on("SIGUSR2", () => {
  globalThis.gc();
  process.stderr.write(`collected: ${process.memoryUsage().heapUsed}\n`);
});

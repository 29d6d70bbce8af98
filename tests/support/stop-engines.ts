/** After the last test: stops the Neo4j that start-engines.ts had started; one that was given by address goes on. */
async function stopEngines(): Promise<void> {
  await globalThis.quothTestNeo4j?.stop();
}

export = stopEngines;

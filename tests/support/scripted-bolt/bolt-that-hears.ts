import { startScriptedBolt } from "./scripted-bolt";
import type { Fault, ScriptedBolt } from "./scripted-bolt";

/** A scripted database that answers every statement about a Person in one way, and says when the first one has come. */
export async function startBoltThatHears(fault: Fault): Promise<{ readonly database: ScriptedBolt; readonly isAsked: Promise<void> }> {
  let hear = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => (hear = resolve));
  const database = await startScriptedBolt({
    fault(name, _, text) {
      // What a server has planned at its start is no question.
      if (name !== "RUN" || !text.includes("Person") || text.startsWith("EXPLAIN")) return undefined;
      hear();
      return fault;
    },
  });
  return { database, isAsked };
}

import { say } from "./output";

/** Waits for SIGTERM or SIGINT; a second one ends at once. */
export async function untilStopped(): Promise<void> {
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  process.once(signal, () => process.exit(1));
  say(`${signal}: finishing what is at work.`);
}

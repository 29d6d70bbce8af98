import { say } from "./output";

const PARENT_CHECK_MS = 500;

/**
 * Waits for SIGTERM or SIGINT; a second one ends at once.
 * @param watchParent where a script runner started us, the end of its shell counts, too: a signal to npm ends only that
 */
export async function untilStopped(watchParent: boolean): Promise<void> {
  const reason = await new Promise<NodeJS.Signals | "npm has ended">((resolve) => {
    process.once("SIGTERM", resolve);
    process.once("SIGINT", resolve);
    if (watchParent) whenParentEnds(() => resolve("npm has ended"));
  });
  process.once("SIGTERM", () => process.exit(1));
  process.once("SIGINT", () => process.exit(1));
  say(`${reason}: finishing what is at work.`);
}

function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, PARENT_CHECK_MS);
  timer.unref();
}

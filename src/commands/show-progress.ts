import { Presets, SingleBar } from "cli-progress";
import { rateAndTimeLeft } from "./rate-and-time-left";

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly stop: () => void;
}

/** A bar with rate and time left on stderr, on a terminal alone: in a log it would be noise. */
export function showProgress(what: "Loading" | "Reading" = "Loading"): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { stream: process.stderr, format: `${what} {bar} {value}/{total} {pace}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  let since = 0;
  return {
    update(done, total) {
      if (total === 0) return;
      if (!started) {
        since = performance.now();
        bar.start(total, done, { pace: "" });
      }
      started = true;
      bar.update(done, { pace: rateAndTimeLeft(done, total, performance.now() - since) });
    },
    stop() {
      if (started) bar.stop();
      started = false;
    },
  };
}

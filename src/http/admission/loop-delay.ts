import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 10;
const SAMPLE_MS = 500;

/** How late this process is with everything: the mean delay of its event loop over the last half second. */
export class LoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private timer: NodeJS.Timeout | undefined;
  private mean = 0;

  start(): void {
    this.histogram.enable();
    this.timer = setInterval(() => this.sample(), SAMPLE_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.histogram.disable();
  }

  get ms(): number {
    return this.mean;
  }

  private sample(): void {
    // Without a sample there was no delay worth one.
    this.mean = Number.isNaN(this.histogram.mean) ? 0 : Math.max(0, this.histogram.mean / 1e6 - RESOLUTION_MS);
    this.histogram.reset();
  }
}

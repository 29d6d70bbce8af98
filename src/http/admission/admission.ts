import { DatabaseUnavailable, LimitExceeded } from "../../errors";
import { NO_ANSWER } from "../errors/format-error";
import { LoopDelay } from "./loop-delay";
import { QuestionLine } from "./question-line";

export interface AdmissionOptions {
  readonly maxAtWork: number;
  readonly maxWaiting: number;
  readonly maxLoopDelayMs: number;
}

/** A question that waited for so long is asked again by then, or not wanted any more. */
const WAIT_MS = 5000;

/** Lets questions in while there is room for them, and refuses the others before anything was done for them. */
export class Admission {
  readonly line: QuestionLine;
  readonly delay = new LoopDelay();

  /** @param isDown whether the database is known not to answer */
  constructor(
    private readonly options: AdmissionOptions,
    private readonly isDown: () => boolean,
  ) {
    this.line = new QuestionLine({ atOnce: options.maxAtWork, inLine: options.maxWaiting, waitMs: WAIT_MS });
  }

  /**
   * Runs the work of one question when its turn has come. Behind questions that wait for a database that does not answer
   * nobody waits.
   * @throws LimitExceeded (SERVER_BUSY) where its turn does not come
   * @throws DatabaseUnavailable where it does not come for that reason
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const { maxLoopDelayMs, maxWaiting } = this.options;
    const delayMs = Math.round(this.delay.ms);
    if (delayMs > maxLoopDelayMs) throw busy("is late with everything", "ms", maxLoopDelayMs, delayMs, "QUOTH_MAX_LOOP_DELAY");
    const mustWait = this.line.isFull;
    if (mustWait && this.isDown()) throw unavailable();
    if (!(await this.line.enter())) {
      throw this.isDown()
        ? unavailable()
        : busy("has too many questions in line", "waiting", maxWaiting, maxWaiting + 1, "QUOTH_MAX_WAITING");
    }
    try {
      if (mustWait && this.isDown()) throw unavailable();
      return await work();
    } finally {
      this.line.leave();
    }
  }
}

function unavailable(): DatabaseUnavailable {
  return new DatabaseUnavailable(NO_ANSWER);
}

function busy(what: string, unit: string, limit: number, actual: number, setting: string): LimitExceeded {
  const message = `The server ${what}: ${String(actual)} ${unit}, at most ${String(limit)} (${setting}). Ask again in a moment.`;
  return new LimitExceeded("SERVER_BUSY", message, { limit, actual, setting });
}

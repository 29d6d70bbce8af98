import { ClientLeft, EngineBusy } from "../../errors";

type Wake = () => void;

/**
 * Lets a set number of statements run at once; further ones wait in line, not longer than a statement may take, and
 * beyond the line they are refused. A statement that was given up on keeps its slot until the engine is done with it: it
 * still works.
 */
export class Slots {
  private running = 0;
  private readonly line = new Set<Wake>();

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
    private readonly waitMs: number,
  ) {}

  load(): { readonly atWork: number; readonly atOnce: number; readonly waiting: number } {
    return { atWork: this.running, atOnce: this.atOnce, waiting: this.line.size };
  }

  /**
   * @param signal aborted when whoever waits is gone
   * @returns what gives the slot back
   * @throws EngineBusy where the line is full, or does not move in time; ClientLeft
   */
  async enter(signal?: AbortSignal): Promise<() => void> {
    if (signal?.aborted === true) throw gone();
    if (this.running < this.atOnce) this.running++;
    else await this.waitForTurn(signal);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.leave();
    };
  }

  /** Whoever leaves hands the slot over, so that nobody who comes later is quicker. */
  private leave(): void {
    const [next] = this.line;
    if (!next) this.running--;
    else {
      this.line.delete(next);
      next();
    }
  }

  private async waitForTurn(signal: AbortSignal | undefined): Promise<void> {
    if (this.line.size >= this.inLine) throw busy();
    await new Promise<void>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", leave);
      };
      const wake: Wake = () => {
        end();
        resolve();
      };
      const giveUp = (error: Error): void => {
        end();
        this.line.delete(wake);
        reject(error);
      };
      const leave = (): void => giveUp(gone());
      const timer = setTimeout(() => giveUp(busy()), this.waitMs);
      signal?.addEventListener("abort", leave, { once: true });
      this.line.add(wake);
    });
  }
}

function busy(): EngineBusy {
  return new EngineBusy("The server is busy. Ask again in a moment.");
}

function gone(): ClientLeft {
  return new ClientLeft("Whoever asked has left before it was their turn.");
}

import { EngineBusy } from "../../errors";

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

  /** @returns what gives the slot back. @throws EngineBusy where the line is full, or does not move in time. */
  async enter(): Promise<() => void> {
    if (this.running < this.atOnce) this.running++;
    else await this.waitForTurn();
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

  private async waitForTurn(): Promise<void> {
    if (this.line.size >= this.inLine) throw busy();
    await new Promise<void>((resolve, reject) => {
      const wake: Wake = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.line.delete(wake);
        reject(busy());
      }, this.waitMs);
      this.line.add(wake);
    });
  }
}

function busy(): EngineBusy {
  return new EngineBusy("The server is busy. Ask again in a moment.");
}

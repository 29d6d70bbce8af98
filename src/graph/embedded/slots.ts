import { EngineBusy } from "../../errors";

/**
 * Lets a set number of statements run at once; further ones wait in line, and beyond the line they are refused. A
 * statement that was given up on keeps its slot until the engine is done with it: it still works.
 */
export class Slots {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  /** @throws EngineBusy where the line is full. */
  async enter(): Promise<() => void> {
    if (this.running >= this.atOnce) {
      if (this.waiting.length >= this.inLine) throw new EngineBusy("The server is busy. Ask again in a moment.");
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running++;
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    };
  }
}

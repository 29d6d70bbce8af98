type Wake = (turn: boolean) => void;

export interface QuestionLineOptions {
  readonly atOnce: number;
  readonly inLine: number;
  /** After which a question that waits is refused. */
  readonly waitMs: number;
}

/**
 * Lets a set number of questions be at work at once; further ones wait in line, and past the line they are refused at
 * once. So a crowd costs the memory of the line and no more, and those who got in are answered in time.
 */
export class QuestionLine {
  private running = 0;
  private readonly line = new Set<Wake>();

  constructor(private readonly options: QuestionLineOptions) {}

  get atWork(): number {
    return this.running;
  }

  get waiting(): number {
    return this.line.size;
  }

  /** Whether whoever comes now has to wait. */
  get isFull(): boolean {
    return this.running >= this.options.atOnce;
  }

  /** @returns whether it is this question's turn; whoever had one leaves by `leave` */
  async enter(): Promise<boolean> {
    if (this.isFull) return this.waitForTurn();
    this.running++;
    return true;
  }

  /** Hands the turn over, so that nobody who comes later is quicker. */
  leave(): void {
    const [next] = this.line;
    if (next) next(true);
    else this.running--;
  }

  private async waitForTurn(): Promise<boolean> {
    if (this.line.size >= this.options.inLine) return false;
    return new Promise((resolve) => {
      const wake: Wake = (turn) => {
        clearTimeout(timer);
        this.line.delete(wake);
        resolve(turn);
      };
      const timer = setTimeout(() => wake(false), this.options.waitMs);
      this.line.add(wake);
    });
  }
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /**
   * A place in a list whose first places come up far more often than its last ones, as speakers do: Zipf's law with an
   * exponent a little below one, by inverting the integral.
   */
  skewed(count: number, exponent = 0.8): number {
    const u = this.next();
    const power = 1 - exponent;
    return Math.min(count - 1, Math.floor(((count ** power - 1) * u + 1) ** (1 / power)) - 1);
  }
}

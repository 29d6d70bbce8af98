import { widthAt } from "./width-at";

/** Code points up to places that only go forward; free where the text has none beyond the first plane. */
export class PointCounter {
  private readonly isPlain: boolean;
  private units = 0;
  private points = 0;

  constructor(private readonly text: string) {
    this.isPlain = !/[\u{10000}-\u{10FFFF}]/u.test(text);
  }

  /** @param unit a UTF-16 offset, not before the last one asked for */
  upTo(unit: number): number {
    if (this.isPlain) return unit;
    for (; this.units < unit; this.points += 1) this.units += widthAt(this.text, this.units);
    return this.points;
  }
}

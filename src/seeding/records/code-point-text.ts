import { widthAt } from "../wording/width-at";

/** A text addressed by Unicode code points, as spans are, whatever JavaScript counts. */
export class CodePointText {
  /** In code points. */
  readonly length: number;
  /** UTF-16 offset of every 256th code point; absent where the two counts agree throughout. */
  private readonly marks: number[] | undefined;

  constructor(readonly text: string) {
    if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) {
      this.length = text.length;
      return;
    }
    this.marks = [];
    let points = 0;
    for (let at = 0; at < text.length; at += widthAt(text, at)) {
      if (points % STEP === 0) this.marks.push(at);
      points += 1;
    }
    this.length = points;
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }

  /** Where `words` stand nearest to `near`, in code points; undefined where they do not stand at all. */
  nearest(words: string, near: number): number | undefined {
    const wanted = this.toUnits(Math.min(near, this.length));
    const before = words === "" ? -1 : this.text.lastIndexOf(words, wanted);
    const behind = words === "" ? -1 : this.text.indexOf(words, wanted);
    if (before < 0 && behind < 0) return undefined;
    const useBefore = behind < 0 || (before >= 0 && wanted - before <= behind - wanted);
    return this.toPoints(useBefore ? before : behind);
  }

  /** Code points up to a UTF-16 offset. */
  toPoints(units: number): number {
    if (this.marks === undefined) return units;
    let mark = 0;
    while (mark + 1 < this.marks.length && (this.marks[mark + 1] ?? 0) <= units) mark += 1;
    let points = mark * STEP;
    for (let at = this.marks[mark] ?? 0; at < units; at += widthAt(this.text, at)) points += 1;
    return points;
  }

  private toUnits(points: number): number {
    if (this.marks === undefined || points > this.length) return Math.min(points, this.text.length);
    let at = this.marks[Math.floor(points / STEP)] ?? this.text.length;
    for (let left = points % STEP; left > 0 && at < this.text.length; left -= 1) at += widthAt(this.text, at);
    return at;
  }
}

const STEP = 256;

export function countCodePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += widthAt(text, at)) count += 1;
  return count;
}

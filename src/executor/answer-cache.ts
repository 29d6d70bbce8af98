import { SizedMap } from "./sized-map";

/**
 * Answers of one version of the data, by a text that stands for the question. With another version all of them are
 * forgotten: none of them can be asked for again, and they would take the place of the new ones.
 */
export class AnswerCache<Answer> {
  private readonly answers: SizedMap<Answer>;
  private version: string | null = null;

  constructor(limitBytes: number) {
    this.answers = new SizedMap(limitBytes);
  }

  /** The bytes of all answers and their keys. */
  get bytes(): number {
    return this.answers.bytes;
  }

  /** @param version that the data is known to have now */
  find(version: string, key: string): Answer | undefined {
    this.moveTo(version);
    return this.answers.get(key);
  }

  /**
   * @param version that was known before the answer was worked out: it may hold newer data than that, never older. An
   *   answer that comes back after the data has moved on is not kept.
   */
  keep(version: string, key: string, answer: Answer, bytes: number): void {
    if (version === this.version) this.answers.set(key, answer, bytes);
  }

  private moveTo(version: string): void {
    if (version === this.version) return;
    this.version = version;
    this.answers.clear();
  }
}

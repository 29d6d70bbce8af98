import { request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../../bench/random";
import { post } from "../http/send";
import { QUESTIONS } from "./town-questions";
import type { TownVersion } from "./town-questions";

/** What a question may end in besides an answer; anything else is a fault of Quoth's. */
const EXPECTED_ERRORS = new Set(["DATABASE_UNAVAILABLE", "QUERY_TOO_SLOW", "ENGINE_BUSY", "SHUTTING_DOWN"]);
const CLIENTS = 6;
const PAUSE_MS = 6;
const LEAVING = 0.08;

/** Clients that ask all the time, look at each answer, and leave in the middle now and then. */
export class Asking {
  readonly counts = { right: 0, errors: 0, left: 0, cut: 0 };
  readonly wrong: string[] = [];
  /** The versions that an answer may be of; a question keeps those that were right when it was asked. */
  private allowed: readonly TownVersion[];
  private isOver = false;
  private readonly clients: Promise<void>[];

  constructor(
    private readonly url: () => string,
    private readonly random: Random,
    first: TownVersion,
    private readonly maxMs: number,
  ) {
    this.allowed = [first];
    this.clients = Array.from({ length: CLIENTS }, async () => this.goOnAsking());
  }

  /** From now on, and for what is asked already, both are right. */
  loading(from: TownVersion, to: TownVersion): void {
    this.allowed = [from, to];
  }

  /** Acknowledged: what is asked from now on has one right answer. */
  loaded(version: TownVersion): void {
    this.allowed = [version];
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.clients);
  }

  private async goOnAsking(): Promise<void> {
    while (!this.isOver) {
      const index = this.random.below(QUESTIONS.length);
      await (this.random.next() < LEAVING ? this.askAndLeave(index) : this.ask(index));
      await sleep(PAUSE_MS);
    }
  }

  private async ask(index: number): Promise<void> {
    const before = this.allowed;
    const begin = performance.now();
    const answer = await post(this.url(), { query: QUESTIONS[index] }).catch(() => null);
    const ms = performance.now() - begin;
    if (answer === null) return void this.counts.cut++;
    if (ms > this.maxMs) this.wrong.push(`${String(QUESTIONS[index])} took ${String(Math.round(ms))} ms`);
    const codes = (answer.json.errors ?? []).map(({ extensions }) => String(extensions["code"]));
    if (codes.length > 0) return this.noteErrors(index, codes);
    // A load that began or ended meanwhile makes its version right as well.
    const right = [...before, ...this.allowed].map(({ answers }) => answers[index]);
    if (right.includes(answer.body.toString().trim())) this.counts.right++;
    else
      this.wrong.push(
        `${String(QUESTIONS[index])} was answered with ${answer.body.toString()}, right: ${[...new Set(right)].join(" or ")}`,
      );
  }

  private noteErrors(index: number, codes: readonly string[]): void {
    this.counts.errors++;
    for (const code of codes) if (!EXPECTED_ERRORS.has(code)) this.wrong.push(`${String(QUESTIONS[index])} ended in ${code}`);
  }

  private async askAndLeave(index: number): Promise<void> {
    const body = JSON.stringify({ query: QUESTIONS[index] });
    const headers = { "content-type": "application/json", "content-length": String(body.length) };
    const outgoing = httpRequest(`${this.url()}/graphql`, { method: "POST", agent: false, headers });
    outgoing.on("error", () => undefined).end(body);
    await sleep(this.random.below(10));
    outgoing.destroy();
    this.counts.left++;
  }
}

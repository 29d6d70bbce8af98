import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyReply } from "fastify";
import { AnswerCache } from "../../executor/answer-cache";
import type { CostGate } from "../cost/cost-gate";
import { costReport, wantsCost } from "../cost/cost-report";
import type { DataVersion } from "../data/data-version";
import { giveBack, readAhead } from "../transport/read-ahead";
import { requestId } from "../watching/request-note";
import type { RequestWatch } from "../watching/request-watch";
import { matchesTag } from "./entity-tag";
import { finishAnswer, sendAnswer, sendOnce, sizeOf } from "./finished-answer";
import type { FinishedAnswer } from "./finished-answer";
import { bodyLength, mayBeKept, questionKey } from "./question-key";

/** The way of a request through the framework. */
export type OrdinaryWay = (request: IncomingMessage, response: ServerResponse) => void;

/** A question, with the version that was known before. */
interface Question {
  readonly key: string;
  readonly version: string;
}

export interface CacheOptions {
  readonly limitBytes: number;
  readonly maxBodyBytes: number;
  readonly version: DataVersion;
  /** Told of each request that is answered here: the framework does not see it. */
  readonly watch: RequestWatch;
  /** Null where nobody is held to points. */
  readonly gate: CostGate | null;
}

/**
 * Answers what was answered before, as long as the data is known to be the same, with the bytes and headers of then. It
 * stands in front of the framework, whose way costs more than such an answer; so it takes nothing but requests that came
 * that way once, refusals not among them, and are the same in everything that matters.
 */
export class CachedAnswers {
  private readonly cache: AnswerCache<FinishedAnswer>;
  private readonly questions = new WeakMap<IncomingMessage, Question>();

  constructor(private readonly options: CacheOptions) {
    this.cache = new AnswerCache(options.limitBytes);
  }

  /** Of all answers that are kept. */
  get bytes(): number {
    return this.cache.bytes;
  }

  /** Answers a request, or sends it on its ordinary way. */
  receive(request: IncomingMessage, response: ServerResponse, ordinary: OrdinaryWay): void {
    if (!mayBeKept(request, this.options.maxBodyBytes)) return ordinary(request, response);
    readAhead(request, bodyLength(request.headers["content-length"]), (body) => {
      const version = this.options.version.known();
      if (version !== null && this.answer(request, response, body, version)) return;
      giveBack(request, body);
      if (version !== null) return ordinary(request, response);
      void this.options.version.settle().then((settled) => {
        if (settled === null || !this.answer(request, response, body, settled)) ordinary(request, response);
      });
    });
  }

  /**
   * Sends an answer that came the ordinary way, and keeps it.
   * @param text of an answer to a query, without errors
   * @returns false where the request is none that may be kept; then nothing was sent
   */
  finish(request: IncomingMessage, reply: FastifyReply, text: string): boolean {
    const question = this.questions.get(request);
    if (question === undefined) return false;
    const note = this.options.watch.noteOf(request);
    const answer = finishAnswer(reply.getHeaders(), text, note.question);
    this.keep(question, answer);
    reply.hijack();
    this.send(request, reply.raw, question, answer, note.id);
    return true;
  }

  private answer(request: IncomingMessage, response: ServerResponse, body: Buffer, version: string): boolean {
    const question = { key: questionKey(request, body), version };
    const answer = this.cache.find(version, question.key);
    if (answer === undefined) this.goesOn(request, question);
    // That nothing has changed is said in one place, on the ordinary way; it does not touch the graph either.
    const isReported = wantsCost(request.headers);
    if (answer === undefined || (!isReported && isKnownToClient(request, answer))) return false;
    const { watch, gate } = this.options;
    const budget = gate === null ? null : gate.take(request, 1);
    // The ordinary way finds the same, and words it.
    if (budget !== null && budget.waitSeconds > 0) return false;
    request.resume();
    const id = requestId(request.headers);
    const begunAt = watch.isOn ? performance.now() : 0;
    if (isReported) sendOnce(response, answer, id, costReport(answer.question.cost, budget));
    else this.send(request, response, question, answer, id);
    if (watch.isOn) watch.hit(request, id, begunAt, answer.question);
    return true;
  }

  private goesOn(request: IncomingMessage, question: Question): void {
    this.questions.set(request, question);
    this.options.watch.noteOf(request).cache = "miss";
  }

  private send(request: IncomingMessage, response: ServerResponse, question: Question, answer: FinishedAnswer, id: string): void {
    sendAnswer(response, answer, { headers: request.headers, id }, () => this.keep(question, answer));
  }

  private keep({ key, version }: Question, answer: FinishedAnswer): void {
    this.cache.keep(version, key, answer, key.length + sizeOf(answer));
  }
}

function isKnownToClient({ headers }: IncomingMessage, { tag }: FinishedAnswer): boolean {
  return tag !== undefined && matchesTag(headers["if-none-match"], tag);
}

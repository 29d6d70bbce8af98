import type { IncomingMessage, ServerResponse } from "node:http";
import { requestId, RequestNote } from "./request-note";
import type { AskedQuestion } from "./request-note";
import { RequestTrace } from "./request-trace";

/** How a request ended. */
export interface RequestEnd {
  /** Of HTTP. */
  readonly status: number;
  readonly ms: number;
  /** Whether the client left before it had its answer. */
  readonly left: boolean;
}

/** Told of each request once, when it has ended. */
export type RequestListener = (note: RequestNote, end: RequestEnd) => void;

/** Keeps a note of each request, from its first line to the last byte of its answer. */
export class RequestWatch {
  private readonly notes = new WeakMap<IncomingMessage, RequestNote>();
  private readonly listeners: RequestListener[] = [];
  private isTraced = false;

  /** Whether anybody is told of anything. */
  get isOn(): boolean {
    return this.listeners.length > 0;
  }

  /** Has a listener told of each request that comes from now on. */
  tell(listener: RequestListener): void {
    this.listeners.push(listener);
  }

  /** As `tell`, for a listener that wants the trace of each request, too. */
  tellWithTraces(listener: RequestListener): void {
    this.isTraced = true;
    this.tell(listener);
  }

  /** The note of a request; begun where there is none yet. Who answers it ends it: see `endWith` and `end`. */
  noteOf(request: IncomingMessage): RequestNote {
    let note = this.notes.get(request);
    if (note !== undefined) return note;
    this.notes.set(request, (note = new RequestNote(requestId(request.headers))));
    if (this.isTraced) note.trace = new RequestTrace(request);
    return note;
  }

  /** For requests on their ordinary way: the note ends with the response. */
  endWith(response: ServerResponse, note: RequestNote): void {
    if (!this.isOn) return;
    // `close` comes once in any case; `finish` does not where the client has left.
    response.on("close", () => this.end(note, response.statusCode, !response.writableFinished));
  }

  /** For an answer from the cache, which is whole and on its way. */
  hit(request: IncomingMessage, id: string, begunAt: number, question: AskedQuestion): void {
    const note = new RequestNote(id, begunAt);
    if (this.isTraced) note.trace = new RequestTrace(request);
    note.cache = "hit";
    note.route = "/graphql";
    note.question = question;
    this.end(note, 200);
  }

  end(note: RequestNote, status: number, left = false): void {
    const end = { status, ms: performance.now() - note.begunAt, left };
    for (const listener of this.listeners) listener(note, end);
  }
}

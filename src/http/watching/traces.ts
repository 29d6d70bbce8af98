import type { RequestListener } from "./request-watch";

/** Makes spans of requests that have ended, and sends them. */
export interface Traces {
  readonly request: RequestListener;
  /** Sends what is left, as long as that does not take too long. */
  stop(): Promise<void>;
}

export interface TraceOptions {
  /** Of a collector that takes OTLP by HTTP, such as http://127.0.0.1:4318. */
  readonly endpoint: string;
  /** Of traces that begin here; those that a caller began follow the caller. */
  readonly percent: number;
  readonly quoth: string;
  readonly engine: "neo4j" | "embedded";
  /** Told that traces were lost, and why. */
  readonly onLoss: (reason: string) => void;
}

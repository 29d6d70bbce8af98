import type { LogStream } from "../../src/http/create-app";

/** One line of the log, as operators' programs read it. */
export type LogLine = Readonly<Record<string, unknown>>;

/** Takes the log of a server, line by line. */
export class LogLines implements LogStream {
  readonly all: LogLine[] = [];
  text = "";

  write(line: string): void {
    this.text += line;
    this.all.push(JSON.parse(line) as LogLine);
  }

  /** Lines of requests for GraphQL; all of them and only those since the last call. */
  take(): LogLine[] {
    const lines = this.all.filter(({ msg }) => msg === "request");
    this.all.length = 0;
    return lines;
  }
}

/** A line is written when the response has closed, a moment after the client has it. */
export async function untilLines(log: LogLines, count: number, within = 2000): Promise<LogLine[]> {
  const since = performance.now();
  while (log.all.filter(({ msg }) => msg === "request").length < count) {
    if (performance.now() - since > within) throw new Error(`Fewer than ${String(count)} lines:\n${log.text}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return log.take();
}

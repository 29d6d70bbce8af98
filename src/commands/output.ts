import type { QuothError } from "../errors";

/** Talk goes to stderr, so that stdout holds data alone. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Data, as one JSON object or as text that is it. */
export function printData(data: string | object): void {
  process.stdout.write(`${typeof data === "string" ? data : JSON.stringify(data, null, 2)}\n`);
}

/** One line for a person; with `--json` the same as data. */
export function reportError(error: QuothError, json: boolean): void {
  if (json) printData({ error: { code: error.code, message: error.message } });
  say(`${error.code} ${error.message}`);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

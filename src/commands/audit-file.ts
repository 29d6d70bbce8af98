import { closeSync, constants, fstatSync, fsyncSync, openSync, readSync, writeSync } from "node:fs";
import { CannotRun } from "../errors";

const { O_APPEND, O_CREAT, O_NONBLOCK, O_WRONLY } = constants;
/** Without `O_NONBLOCK`, opening a pipe that nobody reads would never end. */
const APPENDING = O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK;
/** Names of people and files: for its owner, and for the group that collects logs. */
const MODE = 0o640;
const LF = 0x0a;

/** The file that takes the lines of the audit log; each is there to stay once `append` has returned. */
export class AuditFile {
  private constructor(
    private readonly path: string,
    private readonly descriptor: number,
  ) {}

  /** Makes the file where it is missing. @throws CannotRun where it cannot be written */
  static open(path: string): AuditFile {
    const descriptor = openForAppending(path);
    if (fstatSync(descriptor).isFile()) return new AuditFile(path, descriptor);
    closeSync(descriptor);
    throw new CannotRun(`QUOTH_AUDIT_LOG: ${path} is no file. Name one, which is made where it is missing.`);
  }

  /** Whole lines in one call: several processes may append at once. @throws what Node says of a full disk */
  append(line: string): void {
    const bytes = Buffer.from(`${this.endsTorn() ? "\n" : ""}${line}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    fsyncSync(this.descriptor);
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** A line that a full disk cut off must not take the next one with it. */
  private endsTorn(): boolean {
    const { size } = fstatSync(this.descriptor);
    if (size === 0) return false;
    const last = Buffer.alloc(1);
    try {
      const reading = openSync(this.path, "r");
      readSync(reading, last, 0, 1, size - 1);
      closeSync(reading);
    } catch {
      // Whoever loads may be allowed to append and not to read.
      return false;
    }
    return last[0] !== LF;
  }
}

function openForAppending(path: string): number {
  try {
    return openSync(path, APPENDING, MODE);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotRun(
      `QUOTH_AUDIT_LOG: ${path} cannot be written (${code ?? "unknown"}). Make its folder, or give the right to write; nothing was loaded.`,
      { cause: error },
    );
  }
}

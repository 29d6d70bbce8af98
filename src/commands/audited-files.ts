import { createHash } from "node:crypto";
import type { InputFile } from "../seeding/files/input-file";

/** What the audit log says of the files of a load. */
export interface FilesRead {
  readonly count: number;
  /** Over a line for each file, in the order in which they were read: SHA-256, two spaces, path, LF, as `sha256sum` prints it. */
  readonly sha256: string;
  /** Left out where there are more than `MAX_NAMED`. */
  readonly each?: readonly InputFile[];
}

/** More would make a line that programs which collect logs cut off. */
export const MAX_NAMED = 1000;

/** Takes the files of a load; memory does not grow past `MAX_NAMED` of them. */
export class AuditedFiles {
  private readonly named = new Map<string, InputFile>();
  private readonly hash = createHash("sha256");
  private count = 0;

  readonly add = (file: InputFile): void => {
    // Several tables may be made of one file.
    if (this.named.get(file.path)?.sha256 === file.sha256) return;
    this.count += 1;
    this.hash.update(`${file.sha256}  ${file.path}\n`);
    if (this.named.size <= MAX_NAMED) this.named.set(file.path, file);
  };

  read(): FilesRead {
    const { count } = this;
    const sha256 = this.hash.copy().digest("hex");
    return count > MAX_NAMED ? { count, sha256 } : { count, sha256, each: [...this.named.values()] };
  }
}

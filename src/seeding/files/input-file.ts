import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

/** A file that a load was made of. */
export interface InputFile {
  /** As faults name it. */
  readonly path: string;
  /** Of its bytes as they lie on disk, in hexadecimal: what `sha256sum` says of it. */
  readonly sha256: string;
}

/** Told of each file once it has been read. */
export type OnInputFile = (file: InputFile) => void;

export function sha256Of(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same of a file of any size, read piece by piece. @throws what Node says of files that cannot be read */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest("hex");
}

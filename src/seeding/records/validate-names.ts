import { MAX_NAMES_BYTES, namesText } from "../../search/names-text";
import { figure } from "../faults/figure";
import type { ReadFields } from "./read-fields";
import type { RecordContext } from "./record-context";

/** All names of an entity stand in one indexed text, and an index takes only so much in one value. */
export function validateNames({ properties }: ReadFields, at: number, { file }: RecordContext): void {
  const { name, aliases } = properties;
  if (!Array.isArray(aliases)) return;
  const names = [...(typeof name === "string" ? [name] : []), ...(aliases as string[])];
  const bytes = Buffer.byteLength(namesText(names), "utf8");
  if (bytes <= MAX_NAMES_BYTES) return;
  file.fault(
    at,
    "TOO_LONG",
    `names and aliases take ${figure(bytes)} bytes together, at most ${figure(MAX_NAMES_BYTES)}; leave out the least used`,
  );
}

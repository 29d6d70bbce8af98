import { foldText } from "../../search/fold-text";
import { parseName } from "../naming/parse-name";
import { parseSource, splitSource } from "../naming/parse-source";
import type { ParsedSource } from "../naming/parse-source";
import type { NameRequest } from "./name-request";

/** Taking words apart costs more than looking them up, and a table names few people often. */
const KEPT = 50_000;

/** A request read: its name taken apart, and the key by which requests for the same are one. */
export interface ParsedRequest {
  readonly key: string;
  readonly parsed: ParsedSource;
  /** The names in it: the name alone unless it is a phrase of a source that names several, or one beside others without a name. */
  readonly names: readonly string[];
}

/** Reads requests, each text once; of very many, the last are kept. */
export class ParsedRequests {
  private readonly kept = new Map<string, ParsedRequest>();

  of(request: NameRequest): ParsedRequest {
    const { name, slug = "", kinds, isSpeaker } = request;
    const text = [kinds.join(" "), String(isSpeaker), slug, name].join("\u0000");
    const before = this.kept.get(text);
    if (before !== undefined) return before;
    const read = readRequest(request);
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(text, read);
    return read;
  }
}

/** Whoever may be a person stands with what describes them; an organization's "Lee and Moor of Oak" is all name. */
function readRequest({ name, slug = "", kinds, isSpeaker }: NameRequest): ParsedRequest {
  const parsed = kinds.includes("Person") ? parseSource(name) : { ...parseName(name), isBody: false };
  const names = isSpeaker && slug === "" && kinds.includes("Person") ? splitSource(name) : [name];
  // A phrase that names several is told from the first name in it by its own words.
  const isWhole = names.length === 1 && names[0] === name;
  return { key: JSON.stringify([foldText(isWhole ? parsed.name : name), slug, kinds, isWhole]), parsed, names };
}

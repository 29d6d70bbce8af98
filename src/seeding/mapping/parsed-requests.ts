import { foldText } from "../../search/fold-text";
import { isFullName } from "../naming/is-persons-name";
import { parseName } from "../naming/parse-name";
import { parseSource } from "../naming/parse-source";
import type { ParsedSource } from "../naming/parse-source";
import { splitSource } from "../naming/split-source";
import type { NameRequest } from "./name-request";

/** Taking words apart costs more than looking them up, and a table names few people often. */
const KEPT = 50_000;

/** A request read: its name taken apart, and the key by which requests for the same are one. */
export interface ParsedRequest {
  readonly key: string;
  readonly parsed: ParsedSource;
  /** The names in it: the name alone unless it is a phrase of a source that names several, or one beside others without a name. */
  readonly names: readonly string[];
  /** What stands behind a comma and may be an office, or a second name where somebody is known by it: "Ann Lee, Oak Herald". */
  readonly second?: string;
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
  const isPhrase = isSpeaker && slug === "" && kinds.includes("Person");
  const names = isPhrase ? splitSource(name) : [name];
  // A phrase that names several is told from the first name in it by its own words; so is one whose office may turn out to be a name.
  const isWhole = names.length === 1 && names[0] === name;
  const second = isPhrase && isWhole && isFullName(parsed.role ?? "") ? parsed.role : undefined;
  const key = JSON.stringify([foldText(isWhole && second === undefined ? parsed.name : name), slug, kinds, isWhole]);
  return { key, parsed, names, ...(second !== undefined && { second }) };
}

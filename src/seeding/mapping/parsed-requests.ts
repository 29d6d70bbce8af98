import { foldText } from "../../search/fold-text";
import { parseName } from "../naming/parse-name";
import { parseSource } from "../naming/parse-source";
import type { ParsedSource } from "../naming/parse-source";
import type { NameRequest } from "./name-request";

/** Kinds that can say something: a field that may hold one of them holds the words for a source. */
export const SPEAKERS: readonly string[] = ["Person", "Organization"];

/** Taking words apart costs more than looking them up, and a table names few people often. */
const KEPT = 50_000;

/** A request read: its name taken apart, and the key by which requests for the same are one. */
export interface ParsedRequest {
  readonly key: string;
  readonly parsed: ParsedSource;
}

/** Reads requests, each text once; of very many, the last are kept. */
export class ParsedRequests {
  private readonly kept = new Map<string, ParsedRequest>();

  of(request: NameRequest): ParsedRequest {
    const { name, slug = "", kinds } = request;
    const text = `${kinds.join(" ")}\u0000${slug}\u0000${name}`;
    const before = this.kept.get(text);
    if (before !== undefined) return before;
    const read = readRequest(request);
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(text, read);
    return read;
  }
}

export function asksForSource({ kinds }: Pick<NameRequest, "kinds">): boolean {
  return kinds.some((kind) => SPEAKERS.includes(kind));
}

function readRequest(request: NameRequest): ParsedRequest {
  const { name, slug = "", kinds } = request;
  const isSource = asksForSource(request);
  const parsed = isSource ? parseSource(name) : { ...parseName(name), isBody: false };
  // A phrase that names several is told from the first name in it by its own words.
  const isSplit = isSource && / (?:and|or|nor) /u.test(name);
  return { key: JSON.stringify([foldText(isSplit ? name : parsed.name), slug, kinds]), parsed };
}

import { Composer, Parser } from "yaml";
import type { CST, Document, YAMLParseError } from "yaml";
import { inspectTokens } from "./inspect-tokens";
import type { Inspection } from "./inspect-tokens";

export interface ParsedChunk {
  readonly inspection: Inspection;
  /** Absent where the chunk is too deep to be composed. */
  readonly document?: Document.Parsed;
  readonly errors: readonly YAMLParseError[];
}

// `failsafe` reads every scalar as text; doubled keys are ours to report, with both places.
const OPTIONS = { schema: "failsafe", uniqueKeys: false, keepSourceTokens: true, prettyErrors: false, strict: true, merge: false } as const;

export function parseChunk(text: string): ParsedChunk {
  const tokens: CST.Token[] = [...new Parser().parse(text)];
  const inspection = inspectTokens(tokens);
  if (inspection.tooDeep !== undefined) return { inspection, errors: [] };
  const [document] = [...new Composer(OPTIONS).compose(tokens, true, text.length)];
  if (document === undefined) return { inspection, errors: [] };
  // Tags are found on the tokens, with every other thing that corpora do not use.
  const errors = [...document.errors, ...document.warnings].filter((each) => each.code !== "TAG_RESOLVE_FAILED");
  return { inspection, document: document, errors: errors.sort((a, b) => a.pos[0] - b.pos[0]) };
}

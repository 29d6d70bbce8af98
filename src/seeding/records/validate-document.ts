import { createHash } from "node:crypto";
import { propertyOf } from "../../model/ontology";
import { figure } from "../faults/figure";
import { decodeUtf8 } from "../readers/decode-utf8";
import { CodePointText } from "./code-point-text";
import type { ReadFields } from "./read-fields";
import { entryOf } from "./read-fields";
import { isAbsent } from "./read-value";
import type { GivenText, RecordContext } from "./record-context";

/** Finds the text of a document, if it is at hand, checks its hash, and notes what statements need to know of the document. */
export function validateDocument(id: string, slug: string, fields: ReadFields, at: number, context: RecordContext): void {
  const { properties } = fields;
  readTextFile(fields, context);
  const stored = typeof properties["text"] === "string" ? properties["text"] : undefined;
  const source = context.givenTexts.get(id) ?? context.givenTexts.get(slug);
  const given = source && decodedText(source, at, context);
  if (stored !== undefined && given !== undefined && stored !== given)
    context.file.fault(
      at,
      "DUPLICATE_KEY",
      `"${slug}" brings a text of its own, which is not the one that --text or textToCheck gives for it; leave out one of the two`,
    );
  const text = stored ?? given;
  const isRight = text !== undefined && hasHash(text, fields, at, context);
  const { publishedAt, textHash, textCheckedAt } = properties;
  context.documents.set(id, {
    ...(typeof publishedAt === "string" && { publishedAt }),
    ...(isRight && { text: new CodePointText(text) }),
    ...(isRight && stored === undefined && source?.isOfCorpus !== true && { givenHash: hashOf(text) }),
    ...(typeof textHash === "string" && { textHash }),
    checkedByMakers: textHash !== undefined && textCheckedAt !== undefined,
  });
}

function readTextFile({ map, properties }: ReadFields, { file, textFiles }: RecordContext): void {
  const entry = entryOf(map, "textFile");
  if (entry === undefined || isAbsent(entry.value) || entry.value.is !== "scalar" || entry.value.broken) {
    if (entry !== undefined && entry.value.is !== "scalar")
      file.fault(entry.value.at, "TYPE", `"textFile" must be text, got a ${entry.value.is}`);
    return;
  }
  const { text: name, at } = entry.value;
  const own = entryOf(map, "text");
  if (own !== undefined) {
    file.fault(entry.at, "DUPLICATE_KEY", `"text" stands at ${file.placeText(own.at)} already; keep one of "text" and "textFile"`);
    return;
  }
  const bytes = textFiles.get(name);
  if (bytes === undefined) {
    file.fault(at, "MISSING_FILE", `the corpus folder holds no file "${name}"; add it, or correct the name`);
    return;
  }
  const decoded = decodeUtf8(bytes);
  if (typeof decoded !== "string")
    file.fault(at, "ENCODING", `${name}, character ${figure(decoded.before.length + 1)}: ${decoded.message}`);
  else if (isStorableText(decoded, name, at, file)) properties["text"] = decoded;
}

function isStorableText(text: string, name: string, at: number, file: RecordContext["file"]): boolean {
  const limit = propertyOf("Document", "text").maxLength ?? 0;
  const length = new CodePointText(text).length;
  if (length > limit) file.fault(at, "TOO_LONG", `${name} has ${figure(length)} characters, at most ${figure(limit)}`);
  if (text.includes("\u0000")) file.fault(at, "CHARACTER", `${name} holds NUL (U+0000), which is no character; take it out`);
  return length <= limit && !text.includes("\u0000");
}

function decodedText(given: GivenText, at: number, { file }: RecordContext): string | undefined {
  const decoded = decodeUtf8(given.bytes);
  if (typeof decoded === "string") return decoded;
  file.fault(at, "ENCODING", `${given.path}, character ${figure(decoded.before.length + 1)}: ${decoded.message}`);
  return undefined;
}

/** Spans are not checked against another text than they were made on: each would be wrong for the one reason. */
function hasHash(text: string, { map, properties }: ReadFields, at: number, { file }: RecordContext): boolean {
  const wanted = properties["textHash"];
  const hash = hashOf(text);
  if (typeof wanted !== "string" || wanted === hash) return true;
  const place = entryOf(map, "textHash")?.value.at ?? at;
  file.fault(
    place,
    "TEXT_HASH",
    `the text at hand has the hash ${hash}; get the text that the spans were made on, or correct hash and spans`,
  );
  return false;
}

function hashOf(text: string): string {
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

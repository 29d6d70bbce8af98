import { isSlug, parseId, makeId } from "../../model/id";
import { isKindOf, kindOfPrefix, ONTOLOGY } from "../../model/ontology";
import type { Absent } from "../draft/absent";
import { ALL_LABELS, concreteLabels, inWords } from "../draft/corpus-labels";
import type { ForeignReference } from "../draft/draft";
import { didYouMean } from "../faults/nearest-name";
import type { RawNode } from "../readers/raw-node";
import type { SourceFile } from "../readers/source-file";
import { makeSlug } from "../wording/make-slug";
import { isAbsent } from "./read-value";
import type { Defined, SlugIndex } from "./slug-index";

/** Where references of one corpus are looked up; those that leave it are collected. */
export interface ReferenceContext {
  readonly file: SourceFile;
  readonly index: SlugIndex;
  readonly foreign: ForeignReference[];
  /** What was looked for everywhere, in vain. */
  readonly absent?: Absent;
}

export interface Reference {
  readonly id: string;
  readonly label: string;
}

/**
 * The id that a slug, or a full id, stands for. `field` and `to` say who asks and which kinds fit.
 * @returns undefined where nothing fits; what is wrong has been reported then
 */
export function resolveReference(node: RawNode, field: string, to: readonly string[], context: ReferenceContext): Reference | undefined {
  const text = referenceText(node, field, context.file);
  if (text === undefined) return undefined;
  const settled = context.index.settled(text, concreteLabels(to)) ?? text;
  return settled.includes(":") ? byId(settled, node.at, field, to, context) : bySlug(settled, node.at, field, to, context);
}

/** The slug or id as written, or undefined where none can be read. */
export function referenceText(node: RawNode, field: string, file: SourceFile): string | undefined {
  if (node.is === "scalar" && node.broken) return undefined;
  if (node.is !== "scalar") {
    file.fault(node.at, "TYPE", `"${field}" must be a slug, got a ${node.is}`);
    return undefined;
  }
  if (isAbsent(node) || node.text.trim() === "") {
    file.fault(node.at, "REQUIRED", `"${field}" has an empty reference; write a slug or take it out`);
    return undefined;
  }
  if (node.text === node.text.trim()) return node.text;
  file.fault(node.at, "SPACE", `blanks around "${node.text.trim()}"; take them out`);
  return undefined;
}

function bySlug(slug: string, at: number, field: string, to: readonly string[], context: ReferenceContext): Reference | undefined {
  const { index, file } = context;
  const labels = concreteLabels(to);
  const [found, second] = index.find(slug, labels);
  if (found !== undefined && second === undefined) return found;
  if (found !== undefined && second !== undefined) {
    const choice = index.find(slug, labels).map((each) => `\`${each.id}\``);
    file.fault(
      at,
      "AMBIGUOUS_REF",
      `"${slug}" is ${inWords(index.find(slug, labels).map((each) => each.label))}; write ${choice.join(" or ")}`,
    );
    return undefined;
  }
  const [other] = index.find(slug, ALL_LABELS);
  if (other !== undefined) wrongKind(slug, other.label, at, field, to, file);
  else if (!labels.some((label) => index.unreadable.has(label))) {
    file.fault(at, "MISSING_REF", `no ${noun(to)} "${slug}"${suggestion(slug, labels, index)}`);
  }
  return undefined;
}

function byId(id: string, at: number, field: string, to: readonly string[], context: ReferenceContext): Reference | undefined {
  const { index, file } = context;
  const parsed = parseId(id);
  const kind = parsed === null ? undefined : kindOfPrefix(parsed.kind);
  if (parsed === null || kind === undefined) {
    const prefixes = ONTOLOGY.kinds.flatMap((each) => (each.prefix === undefined ? [] : [each.prefix]));
    const near = didYouMean(id.split(":", 1)[0] ?? "", prefixes) || " (want kind:slug, such as person:javad-zarif)";
    file.fault(at, "MISSING_REF", `"${id}" is no id of a record${near}`);
    return undefined;
  }
  if (!isKindOf(kind.label, to)) {
    wrongKind(id, kind.label, at, field, to, file);
    return undefined;
  }
  const wanted =
    kind.scope === "shared" ? makeId(parsed.kind, parsed.slug) : makeId(parsed.kind, parsed.slug, parsed.corpus ?? index.corpusId);
  if (wanted !== id) {
    file.fault(at, "MISSING_REF", `"${id}" is no id of a record, did you mean "${wanted}"?`);
    return undefined;
  }
  const isOwn = parsed.corpus === undefined || parsed.corpus === index.corpusId;
  const own = isOwn ? index.byFullId(kind.label, parsed) : undefined;
  if (own !== undefined) return own;
  const isNamedApart = isOwn && index.byFullId(kind.label, { ...parsed, slug: parsed.slug.normalize("NFC") }) !== undefined;
  if (parsed.corpus === index.corpusId || isNamedApart) {
    if (!index.unreadable.has(kind.label))
      file.fault(at, "MISSING_REF", `no ${noun([kind.label])} "${parsed.slug}"${suggestion(parsed.slug, [kind.label], index)}`);
    return undefined;
  }
  const missing = context.absent?.get(id);
  if (missing !== undefined) {
    file.fault(at, "MISSING_REF", missing);
    return undefined;
  }
  if (index.noteForeign(id)) context.foreign.push({ id, label: kind.label, place: { file: file.path, ...file.place(at) } });
  return { id, label: kind.label };
}

/** A slug that is near, or that is made of what may be a name. */
function suggestion(wanted: string, labels: readonly string[], index: SlugIndex): string {
  const near = didYouMean(wanted, index.slugs(labels));
  if (near !== "" || isSlug(wanted)) return near || "; add it, or correct the slug";
  return didYouMean(makeSlug(wanted), index.slugs(labels)) || "; a reference is a slug, not a name: add the record, or correct the slug";
}

function wrongKind(name: string, label: string, at: number, field: string, to: readonly string[], file: SourceFile): void {
  file.fault(at, "REF_KIND", `"${name}" is ${inWords([label])}, "${field}" wants ${inWords(to)}`);
}

function noun(labels: readonly string[]): string {
  return inWords(labels).replace(/^an? /, "");
}

export function placeOf(file: SourceFile, at: number): Defined["place"] {
  return { file: file.path, ...file.place(at) };
}

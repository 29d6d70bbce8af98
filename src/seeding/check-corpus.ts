import { readFile } from "node:fs/promises";
import path from "node:path";
import { CannotRun } from "../errors";
import { CORPUS_FILE } from "../model/corpus-file-names";
import { givenUpId } from "../model/former-id";
import { parseId } from "../model/id";
import type { CheckedCorpora } from "./checked-corpora";
import type { Absent } from "./draft/absent";
import { foreignOf } from "./draft/foreign-of";
import { knownEntities } from "./draft/known-entity";
import type { KnownEntity, ReadKnownEntities } from "./draft/known-entity";
import { ownedMessage } from "./draft/owned-message";
import type { Fault } from "./faults/fault";
import { didYouMean, resetNearestName } from "./faults/nearest-name";
import { sha256Of } from "./files/input-file";
import type { OnInputFile } from "./files/input-file";
import { readCorpus } from "./files/read-corpus";
import { SeenFiles } from "./files/seen-files";
import { findCircles } from "./loading/find-circles";
import { givenUpMessage } from "./mapping/check-given-up";
import type { GivenText } from "./records/record-context";
import { validateRows } from "./validate-rows";
import type { TableOptions, ValidatedCorpus } from "./validate-rows";

export interface CheckOptions {
  /** File paths of texts that are used to check spans, by slug or id of their document. */
  readonly texts: ReadonlyMap<string, string>;
  /** Entities that the graph holds of other datasets; without a graph, names mean only those of the corpora given. */
  readonly known?: ReadKnownEntities;
  /** Looks in the graph for what corpora refer to; without it, rows that refer to what is nowhere cannot be told from others. */
  readonly findAbsent?: (corpora: CheckedCorpora["corpora"]) => Promise<Absent>;
  /** How tables are read, by the folder of their corpus. */
  readonly tables?: (folder: string) => Omit<TableOptions, "known" | "seen">;
  /** Told of each file that was read; of the files of tables only where `tables` looks for what was loaded before. */
  readonly onFile?: OnInputFile;
}

/**
 * Reads and validates corpora without a graph: every fault of every file, in order of file and line. References to
 * records of corpora that are not given are checked by kind only, and noted.
 * @throws CannotRun where a folder or a given text cannot be read
 */
export async function checkCorpora(folders: readonly string[], options: CheckOptions): Promise<CheckedCorpora> {
  resetNearestName();
  const texts = await readGivenTexts(options.texts, options.onFile);
  const validated = await validateAll(folders, texts, options);
  await leaveOutAbsent(validated, options.findAbsent);
  const faults = [
    ...validated.flatMap((each) => each.faults),
    ...unusedTexts(options.texts, validated),
    ...definedTwice(validated),
    ...givenUpBefore(validated),
    ...missingAmongGiven(validated).map(({ fault }) => fault),
    ...(await findCircles(validated.map(({ planned }) => planned))),
  ];
  const notes = [...validated.flatMap((each) => each.notes), ...notLookedUp(validated)];
  return {
    faults: faults.sort(byPlace),
    notes: notes.sort(byPlace),
    corpora: validated.map((each) => each.planned),
    runs: validated.flatMap(({ run }) => run ?? []),
  };
}

/** One after the other, so that the names of a corpus may mean entities of those before it. */
async function validateAll(
  folders: readonly string[],
  texts: ReadonlyMap<string, GivenText>,
  { known, tables, onFile }: CheckOptions,
): Promise<ValidatedCorpus[]> {
  const validated: ValidatedCorpus[] = [];
  for (const folder of folders) {
    const corpus = await readCorpus(folder, onFile);
    const at = validated.length;
    // Those before it may be other ones by the time that it is read again.
    const before = (): CheckedCorpora["corpora"] => validated.slice(0, at).map(({ planned }) => planned);
    const knownTo = (corpusId: string): AsyncIterable<KnownEntity> => knownEntities(corpusId, before(), known);
    validated.push(
      await validateRows(corpus, texts, { ...tables?.(folder), known: knownTo, seen: new SeenFiles(), ...(onFile && { onFile }) }),
    );
  }
  return validated;
}

/** Where bad rows may be left out, those are bad, too, that refer to what is neither in a corpus given nor in the graph. */
async function leaveOutAbsent(validated: ValidatedCorpus[], find: CheckOptions["findAbsent"]): Promise<void> {
  if (!validated.some(({ without }) => without)) return;
  for (let isAgain = true; isAgain; ) {
    isAgain = false;
    const among = missingAmongGiven(validated).map(({ id, fault }): [string, string] => [id, fault.message]);
    const absent = new Map([...among, ...((await find?.(validated.map(({ planned }) => planned))) ?? [])]);
    for (const [at, { planned, without }] of validated.entries()) {
      if (without === undefined || !planned.foreign.some(({ id }) => absent.has(id))) continue;
      validated[at] = await without(absent);
      isAgain = true;
    }
  }
}

export function byPlace(a: Fault, b: Fault): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

async function readGivenTexts(paths: ReadonlyMap<string, string>, onFile?: OnInputFile): Promise<Map<string, GivenText>> {
  const texts = new Map<string, GivenText>();
  for (const [document, file] of paths) {
    try {
      const bytes = await readFile(file);
      texts.set(document, { path: file, bytes });
      onFile?.({ path: file, sha256: sha256Of(bytes) });
    } catch (cause) {
      throw new CannotRun(`--text ${document}=${file}: no file that can be read. Name the file with the text of ${document}.`, { cause });
    }
  }
  return texts;
}

function unusedTexts(texts: ReadonlyMap<string, string>, validated: readonly ValidatedCorpus[]): Fault[] {
  // Its last load took the same texts, and would have said so.
  if (validated.some(({ planned }) => planned.isSkipped)) return [];
  const isDocument = (name: string): boolean =>
    validated.some(({ index }) => index.find(slugWithin(name, index.corpusId), ["Document"]).length > 0);
  const known = validated.flatMap(({ index }) => [...index.slugs(["Document"])]);
  return [...texts.keys()]
    .filter((name) => !isDocument(name))
    .map((name) => ({
      file: `--text ${name}`,
      line: 1,
      column: 1,
      code: "SEED_MISSING_REF",
      message: `no document "${name}"${didYouMean(name, known) || "; name a document of the corpus"}`,
    }));
}

function slugWithin(name: string, corpusId: string): string {
  const parsed = parseId(name);
  if (parsed === null) return name;
  return parsed.kind === "document" && parsed.corpus === corpusId ? parsed.slug : "";
}

/** Two corpora of one call must not both define an entity, nor be the same corpus. */
function definedTwice(validated: readonly ValidatedCorpus[]): Fault[] {
  const faults: Fault[] = [];
  const owners = new Map<string, string>();
  const corpora = new Map<string, string>();
  for (const { planned } of validated) {
    const first = corpora.get(planned.id);
    if (first !== undefined) {
      const message = `the corpus "${planned.id}" is given by ${first} already; give it once, or another id`;
      faults.push({ file: path.join(planned.folder, CORPUS_FILE), line: 1, column: 1, code: "SEED_DUPLICATE_KEY", message });
      continue;
    }
    corpora.set(planned.id, planned.folder);
    for (const [id, place] of planned.shared) {
      const owner = owners.get(id);
      if (owner === undefined) owners.set(id, planned.id);
      else faults.push({ ...place, code: "SEED_OWNED", message: ownedMessage(id, `dataset:${owner}`) });
    }
  }
  return faults;
}

/** An id that one corpus gives up must not be defined by one that is given behind it; of those before it the corpus itself knows. */
function givenUpBefore(validated: readonly ValidatedCorpus[]): Fault[] {
  const corpora = validated.map((each) => each.planned);
  return corpora.flatMap(({ shared }, index) =>
    [...shared].flatMap(([former, place]) => {
      const id = givenUpId(former);
      const definer = id === null ? undefined : corpora.slice(index + 1).find((each) => each.shared.has(id));
      if (id === null || definer === undefined) return [];
      const message = givenUpMessage(id, `the corpus "${definer.id}" defines it; take one of the two out`);
      return [{ ...place, code: "SEED_OWNED", message }];
    }),
  );
}

/** A record of another corpus that is given, too, can be looked up at once; of one that was not read again, in the graph. */
function missingAmongGiven(validated: readonly ValidatedCorpus[]): { readonly id: string; readonly fault: Fault }[] {
  const missing: { id: string; fault: Fault }[] = [];
  for (const { planned } of validated) {
    for (const { id, label, place } of planned.foreign) {
      const parsed = parseId(id);
      const other = validated.find(({ index }) => parsed?.corpus !== undefined && index.corpusId === parsed.corpus);
      if (parsed === null || other === undefined || other.planned.isSkipped || other.index.byFullId(label, parsed) !== undefined) continue;
      const near = didYouMean(parsed.slug, other.index.slugs([label])) || "; add it there, or correct the id";
      const message = `no ${label.toLowerCase()} "${parsed.slug}" in the corpus "${parsed.corpus}"${near}`;
      missing.push({ id, fault: { ...place, code: "SEED_MISSING_REF", message } });
    }
  }
  return missing;
}

function notLookedUp(validated: readonly ValidatedCorpus[]): Fault[] {
  return foreignOf(validated.map((each) => each.planned)).map(({ id, place }) => ({
    ...place,
    code: "SEED_NOT_LOOKED_UP",
    message: `${id} belongs to another corpus; whether the graph has it is looked up when seeding`,
  }));
}

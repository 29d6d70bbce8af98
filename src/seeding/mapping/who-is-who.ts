import { makeId, parseId } from "../../model/id";
import { typeOfId } from "../../model/kind-of-id";
import { kindOf } from "../../model/ontology";
import { foldText } from "../../search/fold-text";
import type { KnownEntity } from "../draft/known-entity";
import { classifySource } from "../naming/classify-source";
import { withoutSign } from "../naming/is-handle";
import { NameIndex } from "../naming/name-index";
import type { Resolution } from "../naming/name-index";
import { namesNobody } from "../naming/names-nobody";
import { scalarNode } from "../readers/raw-node";
import type { RawEntry } from "../readers/raw-node";
import { makeSlug } from "../wording/make-slug";
import { mergeEntries } from "./merge-records";
import type { NameAnswer, NameRequest } from "./name-request";
import { ParsedRequests } from "./parsed-requests";
import { answerNames, pendingName } from "./pending-names";
import { NOBODY, pairOf } from "./read-entity-decisions";
import type { EntityDecisions } from "./read-entity-decisions";
import type { RowFile } from "./row-file";
import { UnnamedCells } from "./unnamed-cells";
import { withoutComma } from "./without-comma";

/** An entity that nobody knew before a table named it. */
export interface NewEntity {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly record: readonly RawEntry[];
  /** The row that named it first. */
  readonly file: RowFile;
  readonly number: number;
}

interface Asked {
  readonly request: NameRequest;
  readonly file: RowFile;
  count: number;
  record: readonly RawEntry[];
  /** Every role that stood with the name. */
  readonly roles: Set<string>;
}

/** Kinds that can say something. */
const SPEAKERS = ["Person", "Organization"];
/** Fields of a record that hold for somebody known as well. */
const SAID_OF_KNOWN = ["positions", "memberOf", "accounts"];

/**
 * Says who is meant by a name, by rules that a reader can follow, in this order: what people decided; an id or slug beside the
 * name; one known entity of exactly this name; several that it may be, which is left open; else a new one. Words that
 * name nobody ("officials", "she") are nobody.
 */
export class WhoIsWho {
  private readonly index = new NameIndex();
  private readonly parsed = new ParsedRequests();
  private readonly asked = new Map<string, Asked>();
  /** The same, with phrases that name several taken apart. */
  private readonly apart = new Map<string, Asked>();
  private readonly answers = new Map<string, NameAnswer>();
  /** What a phrase was taken apart to. */
  private readonly joined = new Map<string, readonly NameRequest[]>();
  /** How often rows name each by a name, by its id. */
  private readonly counts = new Map<string, number>();
  private readonly taken = new Set<string>();
  /** Defined in the corpus's own YAML files. */
  private readonly written = new Set<string>();
  private readonly byWikidata = new Map<string, string>();
  /** `id slug` of positions that came from roles. */
  private readonly positions = new Set<string>();
  /** Cells of speakers that name nobody by a rule, and not because people decided so. */
  readonly unnamed = new UnnamedCells();
  /** Ids that there are whatever is decided: known ones, and those under which rows speak. */
  readonly given = new Set<string>();
  /** From ids that were given up, or are of another kind, to those that stand for them. */
  readonly moved = new Map<string, string>();

  constructor(private readonly decisions: EntityDecisions) {
    for (const [from, to] of decisions.same) this.moved.set(from, to);
  }

  /** Enters an entity that exists whatever the tables say. */
  know(
    { id, label, names, wikidataId }: KnownEntity,
    {
      isWritten = false,
      isSettled = false,
      count = 1,
    }: { readonly isWritten?: boolean; readonly isSettled?: boolean; readonly count?: number } = {},
  ): void {
    this.taken.add(id);
    if (!isSettled) this.given.add(id);
    if (isWritten) this.written.add(id);
    this.index.add(id, label, names, count);
    if (wikidataId !== undefined) this.byWikidata.set(wikidataId, id);
  }

  /** The id under which a record of a table stands, as people decided. */
  settle(label: string, slug: string): string {
    const own = idOf(label, slug);
    this.given.add(own);
    const decided = this.decisions.kinds.get(own) ?? this.decisions.kinds.get(slug);
    const id = this.decisions.same.get(own) ?? idOf(decided ?? label, slug);
    if (id !== own) this.moved.set(own, id);
    return id;
  }

  /** The id of what is known with the same Wikidata item, or else the id itself, which others with this item then are. */
  join(id: string, wikidataId: string | undefined): string {
    if (wikidataId === undefined) return id;
    const joined = this.byWikidata.get(wikidataId);
    if (joined === undefined) this.byWikidata.set(wikidataId, id);
    const isOther = joined === undefined || joined === id || labelOf(joined) !== labelOf(id);
    if (isOther || this.decisions.different.has(pairOf(joined, id))) return id;
    this.moved.set(id, joined);
    return joined;
  }

  /** The id that something has now. */
  movedTo(id: string): string {
    return this.moved.get(id) ?? id;
  }

  /** What was moved to one that moved on itself is moved to the last. */
  followMoves(): void {
    for (const [from, to] of this.moved) this.moved.set(from, this.moved.get(to) ?? to);
  }

  /** First time through the tables: notes what is asked. */
  note(request: NameRequest, file: RowFile): NameAnswer {
    const { key } = this.parsed.of(request);
    this.addAsked(this.asked, request, file, 1);
    return { id: pendingName(key) };
  }

  /** Between the two times, once all is answered: a record of the first time with its names answered. */
  answerIn(entry: RawEntry): RawEntry {
    return answerNames(entry, (key) => this.answers.get(key)?.id);
  }

  /** Between the two times: answers all that was asked. Full names first, so that a last name finds them. */
  answer(): NewEntity[] {
    const made = new Map<string, NewEntity>();
    this.takeApart();
    const all = [...this.apart.values()].map((asked) => ({ asked, name: this.parsed.of(asked.request).parsed.name }));
    // Whom a decision names may be made by another row under their usual name, which then is theirs.
    const rank = ({ asked, name }: (typeof all)[number]): number => (isWhole(name) ? (this.isDecided(asked.request, name) ? 1 : 0) : 2);
    const ordered = all.map((each) => ({ ...each, rank: rank(each) })).sort((a, b) => a.rank - b.rank);
    for (const { asked, name } of ordered) {
      const answer = this.decide(asked, name, made);
      this.answers.set(this.parsed.of(asked.request).key, answer);
      if (answer.id === undefined) continue;
      this.counts.set(answer.id, this.timesNamed(answer.id) + asked.count);
      this.addTo(answer.id, asked, name, made);
    }
    for (const [key, parts] of this.joined) this.answers.set(key, this.together(parts));
    return [...made.values()];
  }

  /** Whether a file of the corpus defines it. */
  isWritten(id: string): boolean {
    return this.written.has(id);
  }

  /** Known once all is answered. */
  timesNamed(id: string): number {
    return this.counts.get(id) ?? 0;
  }

  private together(parts: readonly NameRequest[]): NameAnswer {
    const answers = parts.flatMap((part) => this.answers.get(this.parsed.of(part).key) ?? []);
    const [only, second] = answers;
    if (only !== undefined && second === undefined) return only;
    const together = [...new Set(answers.flatMap(({ id }) => id ?? []))];
    const candidates = answers.flatMap((each) => each.candidates ?? []).filter(({ id }) => !together.includes(id));
    const once = [...new Map(candidates.map((each) => [each.id, each])).values()];
    return { ...(together.length > 0 && { together }), ...(once.length > 0 && { candidates: once }) };
  }

  private addAsked(all: Map<string, Asked>, request: NameRequest, file: RowFile, count: number, roles: Iterable<string> = []): void {
    const { key, parsed } = this.parsed.of(request);
    const before = all.get(key);
    const asked = before ?? { request, file: file.kept(), count: 0, record: request.record, roles: new Set<string>() };
    if (before === undefined) all.set(key, asked);
    asked.count += count;
    for (const each of parsed.role === undefined ? roles : [...roles, parsed.role]) asked.roles.add(each);
    if (before !== undefined && request.record.length > 0) asked.record = mergeEntries([...before.record, ...request.record]);
  }

  /** Phrases that name several sources taken apart, unless the whole is decided on, or is the name of one. */
  private takeApart(): void {
    for (const [key, asked] of this.asked) {
      const { request, file, count } = asked;
      const names = this.namesIn(request);
      const isOne = names[0] === request.name || this.isDecided(request, request.name) || this.known(request) !== undefined;
      // What a row says of its speaker is not said of each of several.
      const record = names.length === 1 ? asked.record : [];
      const parts = isOne ? [{ ...request, record: asked.record }] : names.map((name): NameRequest => ({ ...request, name, record }));
      if (!isOne) this.joined.set(key, parts);
      for (const part of parts) this.addAsked(this.apart, part, file, count, isOne ? asked.roles : []);
    }
  }

  /** "Ann Lee, Cy Dole" are two where Cy Dole is known, or another row names him alone. */
  private namesIn(request: NameRequest): readonly string[] {
    const { names, second } = this.parsed.of(request);
    if (second === undefined) return names;
    const alone = { ...request, name: second };
    const isKnown = this.index.resolve(second, ["Person"]).is === "one" || this.asked.has(this.parsed.of(alone).key);
    const first = request.name.split(",", 1)[0] ?? "";
    return isKnown ? [first, second].filter((name) => classifySource(name) === "NAMED") : names;
  }

  /** Second time: the answer. */
  refer(request: NameRequest, { table }: Partial<Pick<RowFile, "table">>): NameAnswer {
    const { key } = this.parsed.of(request);
    const answer = this.answers.get(key) ?? {};
    if (answer.isUnnamed && request.isSpeaker && table !== undefined) this.unnamed.add(table, request.name);
    const [only = request] = this.joined.get(key) ?? [];
    const { role } = this.parsed.of(only).parsed;
    if (role === undefined || answer.id === undefined || !this.positions.has(`${answer.id} ${makeSlug(role)}`)) return answer;
    return { ...answer, position: makeSlug(role) };
  }

  /** Names that were left open, with whom they may mean and how often they stand. */
  *open(): Generator<{ name: string; count: number; candidates: NonNullable<NameAnswer["candidates"]> }> {
    for (const [key, { request, count }] of this.apart) {
      const candidates = this.answers.get(key)?.candidates;
      if (candidates !== undefined) yield { name: withoutComma(request.name), count, candidates };
    }
  }

  private decide(asked: Asked, name: string, made: Map<string, NewEntity>): NameAnswer {
    const { request } = asked;
    const decided = this.decided(request, name);
    if (decided === NOBODY) return { sourceKind: "UNNAMED" };
    if (decided !== undefined) this.makeDecided(decided, asked, name, made);
    if (decided !== undefined) return this.asAnswer(this.moved.get(decided) ?? decided, request);
    if (request.slug !== undefined) return this.asAnswer(this.bySlug(request, asked, name, made), request);
    const same = this.sameKind(request, name);
    if (same !== undefined) return this.asAnswer(this.make(slugOf(name), asked, name, made, same), request);
    if (namesNobody(request.name)) return { isUnnamed: true };
    const source = request.kinds.some((kind) => SPEAKERS.includes(kind)) ? classifySource(request.name) : "NAMED";
    if (source !== "NAMED") return { sourceKind: source === "PRONOUN" ? "UNNAMED" : source, isUnnamed: true };
    const known = this.known(request);
    const found: Resolution = known === undefined ? this.index.resolve(name, request.kinds) : { is: "one", id: known };
    if (found.is === "one") return this.asAnswer(this.moved.get(found.id) ?? found.id, request);
    const candidates = found.is === "several" ? found.candidates.filter(({ kind }) => !isWhole(name) || kind === request.kinds[0]) : [];
    if (candidates.length > 0) return { candidates: candidates.map(({ id, probability }) => ({ id, probability })) };
    return this.asAnswer(this.make(slugOf(name), asked, name, made), request);
  }

  /** Whose name or alias the words are, taken as they stand: "The Mayor of Moor" may be one. */
  private known({ name, kinds }: NameRequest): string | undefined {
    const found = this.index.resolve(name, kinds);
    return found.is === "one" ? found.id : undefined;
  }

  private decided(request: NameRequest, name: string): string | undefined {
    return this.decisions.names.get(foldText(request.name)) ?? this.decisions.names.get(foldText(name));
  }

  /** The kind under which the slug of a name is said to be the same as another: before the name itself is looked up, as all that people decided. */
  private sameKind({ kinds }: NameRequest, name: string): string | undefined {
    return kinds.find((kind) => this.decisions.same.has(idOf(kind, slugOf(name))));
  }

  private isDecided(request: NameRequest, name: string): boolean {
    return this.decided(request, name) !== undefined || (request.slug === undefined && this.sameKind(request, name) !== undefined);
  }

  /** A name may be decided to be somebody whom no other row names. */
  private makeDecided(decided: string, asked: Asked, name: string, made: Map<string, NewEntity>): void {
    const id = this.moved.get(decided) ?? decided;
    if (this.taken.has(id)) return;
    this.taken.add(id);
    const { request, file } = asked;
    made.set(id, { id, label: labelOf(id), name, record: request.record, file, number: request.number });
    this.index.add(id, labelOf(id), [name], asked.count);
  }

  private bySlug({ slug = "", kinds }: NameRequest, asked: Asked, name: string, made: Map<string, NewEntity>): string {
    if (parseId(slug) !== null) return this.moved.get(slug) ?? slug;
    const known = kinds.map((kind) => idOf(kind, slug)).find((id) => this.taken.has(id) || this.moved.has(id));
    if (known !== undefined) return this.moved.get(known) ?? known;
    return this.make(slug, asked, name === "" ? slug : name, made);
  }

  private make(
    slug: string,
    { request, file, count, record }: Asked,
    name: string,
    made: Map<string, NewEntity>,
    decided?: string,
  ): string {
    const wikidata = record.find(({ key }) => key === "wikidataId")?.value;
    // An organization where the words are a body's name and the field may hold one; a record is one of the first kind.
    const isBody = record.length === 0 && request.kinds.includes("Organization") && this.parsed.of(request).parsed.isBody;
    const kind = decided ?? (isBody ? "Organization" : (request.kinds[0] ?? "Person"));
    const id = this.join(this.settle(kind, slug), wikidata?.is === "scalar" ? wikidata.text : undefined);
    this.index.add(id, labelOf(id), [name], count);
    if (this.taken.has(id)) {
      this.addAlias(id, name, request.number, made);
      return id;
    }
    this.taken.add(id);
    made.set(id, { id, label: labelOf(id), name, record, file, number: request.number });
    return id;
  }

  /** Of two names that were decided to be one person's, or have one Wikidata item, the second is an alias. */
  private addAlias(id: string, name: string, at: number, made: Map<string, NewEntity>): void {
    const before = made.get(id);
    if (before === undefined || foldText(before.name) === foldText(name)) return;
    const items = [{ is: "scalar" as const, text: name, plain: false, at }];
    made.set(id, { ...before, record: mergeEntries([...before.record, { key: "aliases", at, value: { is: "list", items, at } }]) });
  }

  /**
   * What a row says of somebody who is known already, such as an office, is said of them, too, and a role that stands with the
   * name is a position of theirs. Whom this corpus writes down itself has theirs there.
   */
  private addTo(id: string, { request, roles, record, file }: Asked, name: string, made: Map<string, NewEntity>): void {
    if (this.written.has(id)) return;
    const label = labelOf(id);
    const before = made.get(id);
    const isFirst = before === undefined && label === request.kinds[0];
    const said = before?.record === record ? [] : isFirst ? record : record.filter(({ key }) => SAID_OF_KNOWN.includes(key));
    const extra = [...said, ...(label === "Person" ? rolesAsPositions(roles, request.number) : [])];
    if (extra.length === 0) return;
    const entity = before ?? { id, label, name, record: [], file, number: request.number };
    made.set(id, { ...entity, record: mergeEntries([...entity.record, ...extra]) });
    if (label === "Person") for (const role of roles) this.positions.add(`${id} ${makeSlug(role)}`);
  }

  /** Whoever cannot speak, such as a medium, is no speaker: the source names nobody who said it. */
  private asAnswer(id: string, { kinds }: NameRequest): NameAnswer {
    const wantsSpeaker = kinds.every((kind) => SPEAKERS.includes(kind));
    return wantsSpeaker && !SPEAKERS.includes(labelOf(id)) ? { sourceKind: "UNNAMED" } : { id };
  }
}

/** Of two words or more: then a thing of another kind whose name holds it, such as a foundation, is not meant. */
function isWhole(name: string): boolean {
  return /\S\s+\S/.test(name);
}

function rolesAsPositions(roles: ReadonlySet<string>, at: number): RawEntry[] {
  if (roles.size === 0) return [];
  const bySlug = new Map([...roles].reverse().map((role) => [makeSlug(role), role]));
  const entries = [...bySlug].map(([slug, role]): RawEntry => {
    const title: RawEntry = { key: "title", at, value: scalarNode(role, at) };
    return { key: slug, at, value: { is: "map", entries: [title], at } };
  });
  return [{ key: "positions", at, value: { is: "map", entries, at } }];
}

function slugOf(name: string): string {
  return makeSlug(withoutSign(name));
}

function idOf(label: string, slug: string): string {
  return makeId(kindOf(label).prefix ?? "", slug);
}

function labelOf(id: string): string {
  return typeOfId(id) ?? "";
}

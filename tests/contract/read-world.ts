import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { DocumentRecord, EntityRecord, Link, PositionRecord, ReportRecord, StatementRecord, World } from "./world-types";

type Raw = Readonly<Record<string, unknown>>;
type Resolve = (reference: unknown, ...prefixes: string[]) => string;

const ENTITY_FILES = { people: "person", organizations: "organization", places: "place", events: "event", works: "work", topics: "topic" };

/** The records of corpora, read without any code of Quoth's: what answers are compared with. */
export function readWorld(folders: readonly string[]): World {
  const worlds = folders.map(readCorpus);
  return {
    entities: worlds.flatMap((world) => world.entities),
    statements: worlds.flatMap((world) => world.statements),
    documents: worlds.flatMap((world) => world.documents),
    claims: worlds.flatMap((world) => world.claims),
  };
}

function readCorpus(folder: string): World {
  const file = (name: string): Record<string, Raw> => {
    const path = join(folder, `${name}.yaml`);
    // Every scalar is text: the oracle converts what it needs.
    return existsSync(path) ? ((parse(readFileSync(path, "utf8"), { schema: "failsafe" }) as Record<string, Raw> | null) ?? {}) : {};
  };
  const corpus = text(file("corpus")["id"]) ?? "";
  const slugs = new Map(
    Object.entries(ENTITY_FILES).flatMap(([name, prefix]) => Object.keys(file(name)).map((slug) => [`${prefix}:${slug}`, slug])),
  );
  const resolve: Resolve = (reference, ...prefixes) => {
    const name = String(reference);
    if (name.includes(":")) return name;
    if (prefixes.includes("statement") || prefixes.includes("document") || prefixes.includes("claim"))
      return `${prefixes[0]}:${corpus}/${name}`;
    const found = (prefixes.length > 0 ? prefixes : Object.values(ENTITY_FILES)).find((prefix) => slugs.has(`${prefix}:${name}`));
    return found ? `${found}:${name}` : `account:${name}`;
  };
  const entities = Object.entries(ENTITY_FILES).flatMap(([name, prefix]) =>
    Object.entries(file(name)).map(([slug, raw]) => readEntity(slug, prefix, raw, corpus, resolve)),
  );
  addRelations(Object.values(file("relations")), entities, resolve);
  const documents = Object.entries(file("documents")).map(([slug, raw]) => readDocument(slug, raw, corpus, resolve));
  return {
    entities,
    documents,
    statements: Object.entries(file("statements")).map(([slug, raw]) => readStatement(slug, raw, corpus, resolve, documents)),
    claims: Object.entries(file("claims")).map(([slug, raw]) => ({
      id: `claim:${corpus}/${slug}`,
      text: String(raw["text"]),
      reviews: Object.entries((raw["reviews"] ?? {}) as Record<string, Raw>).map(([key, review]) => ({
        id: `review:${corpus}/${slug}.${key}`,
        rating: String(review["rating"]),
        publisher: review["publisher"] === undefined ? null : resolve(review["publisher"], "organization"),
        publishedAt: text(review["publishedAt"]),
      })),
    })),
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

function list(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Items of a link field as the id they lead to, with what stands beside it. */
function links(value: unknown, key: string, resolve: Resolve, ...prefixes: string[]): Link[] {
  return list(value).map((item) => {
    const raw = (typeof item === "object" && item !== null ? item : { [key]: item }) as Raw;
    return { ...raw, to: resolve(raw[key], ...prefixes) };
  });
}

function ids(found: readonly Link[]): string[] {
  return found.map((each) => each.to);
}

function readEntity(slug: string, prefix: string, raw: Raw, corpus: string, resolve: Resolve): EntityRecord {
  const elsewhere = (raw["elsewhere"] ?? {}) as Raw;
  const own = (name: string): unknown => raw[name] ?? elsewhere[name];
  return {
    id: `${prefix}:${slug}`,
    kind: prefix.toUpperCase(),
    dataset: `dataset:${corpus}`,
    name: String(raw["name"]),
    aliases: [...list(raw["aliases"]), ...list(elsewhere["aliases"])].map(String),
    description: text(own("description")),
    wikidataId: text(own("wikidataId")),
    countryCode: text(own("countryCode")),
    latitude: number(own("latitude")),
    startedAt: text(own("startedAt")),
    partOf: ids(links(raw["partOf"], raw["partOf"] && prefix === "place" ? "place" : "organization", resolve, prefix)),
    locatedIn: ids(links(raw["locatedIn"], "place", resolve, "place")),
    memberOf: ids(links(raw["memberOf"], "organization", resolve, "organization")),
    involved: links(raw["involved"], "entity", resolve),
    accounts: Object.keys((raw["accounts"] ?? {}) as Raw).map((account) => `account:${account}`),
    positions: Object.entries((raw["positions"] ?? {}) as Record<string, Raw>).map(([key, position]) =>
      readPosition(`position:${corpus}/${slug}.${key}`, position, resolve),
    ),
    related: [],
  };
}

function readPosition(id: string, raw: Raw, resolve: Resolve): PositionRecord {
  const elsewhere = (raw["elsewhere"] ?? {}) as Raw;
  return {
    id,
    title: String(raw["title"] ?? elsewhere["title"]),
    organization: raw["organization"] === undefined ? null : resolve(raw["organization"], "organization"),
    place: raw["place"] === undefined ? null : resolve(raw["place"], "place"),
    startedAt: text(raw["startedAt"] ?? elsewhere["startedAt"]),
    endedAt: text(raw["endedAt"] ?? elsewhere["endedAt"]),
  };
}

function addRelations(relations: readonly Raw[], entities: readonly EntityRecord[], resolve: Resolve): void {
  for (const raw of relations) {
    if (raw["type"] !== undefined && raw["type"] !== "RELATED_TO") throw new Error("The oracle knows no other type of written relation.");
    const owner = entities.find((each) => each.id === resolve(raw["from"]));
    owner?.related.push({ to: resolve(raw["to"]), label: String(raw["label"]) });
  }
}

function readDocument(slug: string, raw: Raw, corpus: string, resolve: Resolve): DocumentRecord {
  return {
    id: `document:${corpus}/${slug}`,
    dataset: `dataset:${corpus}`,
    title: text(raw["title"]),
    url: text(raw["url"]),
    genre: String(raw["genre"]),
    publishedAt: text(raw["publishedAt"]),
    publisher: raw["publisher"] === undefined ? null : resolve(raw["publisher"]),
    authors: ids(links(raw["authors"], "author", resolve, "person", "organization")),
  };
}

function readStatement(slug: string, raw: Raw, corpus: string, resolve: Resolve, documents: readonly DocumentRecord[]): StatementRecord {
  const id = `statement:${corpus}/${slug}`;
  const speakers = (name: string, rank: string): Link[] =>
    links(raw[name], "speaker", resolve, "person", "organization").map((link) => ({ rank, ...link }));
  const one = (name: string, prefix: string): string | null => (raw[name] === undefined ? null : resolve(raw[name], prefix));
  return {
    id,
    dataset: `dataset:${corpus}`,
    text: String(raw["text"]),
    language: text(raw["language"]),
    saidAt: text(raw["saidAt"]),
    speechAct: text(raw["speechAct"]),
    attributions: [...speakers("speaker", "PREFERRED"), ...speakers("attributions", "NORMAL")].map((link) => ({
      speaker: link.to,
      rank: String(link["rank"]),
      probability: number(link["probability"]),
      position: link["position"] === undefined ? null : `position:${corpus}/${link.to.replace(/^.*:/, "")}.${text(link["position"]) ?? ""}`,
    })),
    about: links(raw["about"], "entity", resolve).map((link) => ({ entity: link.to, stance: text(link["stance"]) })),
    mentions: ids(links(raw["mentions"], "entity", resolve)),
    addressedTo: ids(links(raw["addressedTo"], "entity", resolve)),
    saidIn: one("saidIn", "place"),
    saidDuring: one("saidDuring", "event"),
    respondsTo: links(raw["respondsTo"], "statement", resolve, "statement").map((link) => ({
      to: link.to,
      kind: String(link["kind"]),
      assertedBy: link["assertedBy"] === undefined ? null : resolve(link["assertedBy"], "document"),
    })),
    variantOf: ids(links(raw["variantOf"], "statement", resolve, "statement")),
    expresses: ids(links(raw["expresses"], "claim", resolve, "claim")),
    reports: (list(raw["reports"]) as Raw[]).map((report) => readReport(slug, report, raw, corpus, resolve, documents)),
  };
}

function readReport(
  statement: string,
  raw: Raw,
  owner: Raw,
  corpus: string,
  resolve: Resolve,
  documents: readonly DocumentRecord[],
): ReportRecord {
  const document = resolve(raw["in"], "document");
  const idOf = (slug: unknown): string => `report:${corpus}/${statement}.${String(slug)}`;
  return {
    id: idOf(raw["slug"] ?? raw["in"]),
    document,
    type: String(raw["type"]),
    text: text(raw["text"]) ?? String(owner["text"]),
    cue: text(raw["cue"]),
    reportedAt: text(raw["reportedAt"]) ?? documents.find((each) => each.id === document)?.publishedAt ?? null,
    sourceKind: text(raw["sourceKind"]) ?? (owner["speaker"] === undefined && owner["attributions"] === undefined ? "NONE" : "NAMED"),
    confidence: number(raw["confidence"]),
    via: raw["via"] === undefined ? null : idOf(raw["via"]),
    spans: Object.entries((raw["spans"] ?? {}) as Record<string, Raw[]>).flatMap(([role, spans]) =>
      spans.map((span) => ({ role: role.toUpperCase(), start: Number(span["start"]), end: Number(span["end"]) })),
    ),
  };
}

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { CORPORA } from "./ask";

type Raw = Readonly<Record<string, unknown>>;

/** What the corpora say beyond what `World` holds: fields that only rows, counts and searches show. */
export interface RawFields {
  readonly countryCode: string | null;
  readonly longitude: number | null;
  readonly language: string | null;
  readonly text: string | null;
}

const FILES = { places: "place", documents: "document", claims: "claim" } as const;
/** Their ids name the corpus. */
const OWN = ["document", "claim"];

/** Of places, documents and claims, by id. */
export function readRawFields(): ReadonlyMap<string, RawFields> {
  return new Map(CORPORA.flatMap((folder) => Object.entries(FILES).flatMap(([file, prefix]) => readFile(folder, file, prefix))));
}

function readFile(folder: string, file: string, prefix: string): [string, RawFields][] {
  const path = join(folder, `${file}.yaml`);
  if (!existsSync(path)) return [];
  const records = parse(readFileSync(path, "utf8"), { schema: "failsafe" }) as Record<string, Raw>;
  return Object.entries(records).map(([slug, raw]) => {
    const id = OWN.includes(prefix) ? `${prefix}:${basename(folder)}/${slug}` : `${prefix}:${slug}`;
    return [id, fieldsOf(raw, folder)];
  });
}

function fieldsOf(raw: Raw, folder: string): RawFields {
  const elsewhere = (raw["elsewhere"] ?? {}) as Raw;
  const own = (name: string): string | null => (raw[name] ?? elsewhere[name] ?? null) as string | null;
  const longitude = own("longitude");
  const textFile = own("textFile");
  return {
    countryCode: own("countryCode"),
    longitude: longitude === null ? null : Number(longitude),
    language: own("language"),
    text: textFile === null ? own("text") : readFileSync(join(folder, textFile), "utf8"),
  };
}

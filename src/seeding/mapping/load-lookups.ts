import type { Fault } from "../faults/fault";
import { didYouMean } from "../faults/nearest-name";
import { readTable } from "../files/open-table";
import type { SeenFiles } from "../files/seen-files";
import { hasColumns } from "../files/table-source";
import { countries } from "../naming/countries";
import type { PlaceEntry } from "../naming/place-entry";
import type { Cell } from "../readers/table-row";
import { fillText } from "./fill-template";
import type { LookupColumn, LookupPlan, Mapping } from "./mapping";
import { hasColumn } from "./template";
import type { Lookup } from "./template";

const ONLY = "value";
/** The lookup that is there without being named. */
export const COUNTRIES = "countries";

/** Reads the mapping's small tables whole; `countries` is there without being named: by name, alias, or code of two or three letters. */
export async function loadLookups(mapping: Mapping, faults: Fault[], seen: SeenFiles): Promise<Map<string, Lookup>> {
  const lookups = new Map<string, Lookup>([[COUNTRIES, countryLookup()]]);
  for (const plan of mapping.lookups.values()) lookups.set(plan.name, await loadLookup(plan, faults, seen));
  for (const asked of mapping.lookupColumns) faults.push(...missingColumn(asked, lookups.get(asked.table)?.columns, mapping.path));
  return lookups;
}

/** A column that no row of a lookup has would be a fault of every row, or, with a default, be empty without a word. */
function missingColumn({ table, name, line, column }: LookupColumn, columns: ReadonlySet<string> | undefined, file: string): Fault[] {
  if (columns === undefined || hasColumn(columns, name)) return [];
  const own = [...columns].filter((each) => !each.startsWith("file."));
  const message = `the lookup "${table}" has no column "${name}"${didYouMean(name, own) || `; there are ${own.join(", ")}`}`;
  return [{ file, line, column, code: "SEED_NO_COLUMN", message }];
}

async function loadLookup({ name, pairs, source, key }: LookupPlan, faults: Fault[], seen: SeenFiles): Promise<Lookup> {
  const rows = new Map<string, Readonly<Record<string, Cell>>>();
  for (const [from, to] of pairs ?? []) rows.set(from, { [ONLY]: to });
  const columns = new Set<string>(pairs === undefined ? [] : [ONLY]);
  // What a lookup lacks is said where it is asked for.
  const told = (fault: Fault): unknown => fault.code !== "SEED_NO_ROWS" && faults.push(fault);
  if (source !== undefined && key !== undefined) {
    for await (const row of readTable(source, told, seen)) {
      const found = fillText(key, { value: (column) => row.cells[column], lookup: () => undefined });
      if (!rows.has(found)) rows.set(found, row.cells);
      if (columns.size === 0 && hasColumns(row.file, source)) for (const each in row.cells) columns.add(each);
    }
  }
  return { name, find: (wanted) => rows.get(wanted), ...(columns.size > 0 && { columns }), ...(pairs !== undefined && { only: ONLY }) };
}

function countryLookup(): Lookup {
  const rows = new Map<string, Readonly<Record<string, Cell>>>();
  for (const country of countries()) {
    const cells = cellsOf(country);
    for (const key of [country.name, ...country.aliases, country.countryCode, country.iso3 ?? ""])
      if (key !== "" && !rows.has(key)) rows.set(key, cells);
  }
  const columns = new Set([...rows.values()].flatMap((cells) => Object.keys(cells)));
  return { name: COUNTRIES, find: (wanted) => rows.get(wanted), columns, only: "slug" };
}

function cellsOf({
  slug,
  name,
  aliases,
  latitude,
  longitude,
  countryCode,
  iso3 = "",
  wikidataId = "",
}: PlaceEntry): Readonly<Record<string, Cell>> {
  return { slug, name, aliases, latitude: String(latitude), longitude: String(longitude), iso2: countryCode, iso3, wikidataId };
}

import { countries } from "../naming/countries";
import type { PlaceEntry } from "../naming/place-entry";
import { readTable } from "../open-table";
import type { Fault } from "../readers/fault";
import type { SeenFiles } from "../seen-files";
import type { Cell } from "../readers/table-row";
import { fillText } from "./fill-template";
import type { LookupPlan, Mapping } from "./mapping";
import type { Lookup } from "./template";

const ONLY = "value";

/** Reads the mapping's small tables whole; `countries` is there without being named: by name, alias, or code of two or three letters. */
export async function loadLookups(mapping: Mapping, faults: Fault[], seen: SeenFiles): Promise<Map<string, Lookup>> {
  const lookups = new Map<string, Lookup>([["countries", countryLookup()]]);
  for (const plan of mapping.lookups.values()) lookups.set(plan.name, await loadLookup(plan, faults, seen));
  return lookups;
}

async function loadLookup({ name, pairs, source, key }: LookupPlan, faults: Fault[], seen: SeenFiles): Promise<Lookup> {
  const rows = new Map<string, Readonly<Record<string, Cell>>>();
  for (const [from, to] of pairs ?? []) rows.set(from, { [ONLY]: to });
  // What a lookup lacks is said where it is asked for.
  const told = (fault: Fault): unknown => fault.code !== "SEED_NO_ROWS" && faults.push(fault);
  if (source !== undefined && key !== undefined) {
    for await (const row of readTable(source, told, seen)) {
      const found = fillText(key, { value: (column) => row.cells[column], lookup: () => undefined });
      if (!rows.has(found)) rows.set(found, row.cells);
    }
  }
  return { name, find: (wanted) => rows.get(wanted), ...(pairs !== undefined && { only: ONLY }) };
}

function countryLookup(): Lookup {
  const rows = new Map<string, Readonly<Record<string, Cell>>>();
  for (const country of countries()) {
    const cells = cellsOf(country);
    for (const key of [country.name, ...country.aliases, country.countryCode, country.iso3 ?? ""])
      if (key !== "" && !rows.has(key)) rows.set(key, cells);
  }
  return { name: "countries", find: (wanted) => rows.get(wanted), only: "slug" };
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

import worldCountries from "world-countries";
import type { Country } from "world-countries";
import { foldText } from "../../search/fold-text";
import { makeSlug } from "../wording/make-slug";
import { FORMER_COUNTRIES, OTHER_NAMES } from "./former-countries";
import type { PlaceEntry } from "./place-entry";

/** Short names that people write; all other short spellings are codes, or adjectives ("Thai"). */
const SHORT_NAMES = new Set(["US", "USA", "UK", "UAE", "DRC", "DPRK", "Viti", "Éire"]);
const known: PlaceEntry[] = [];

/**
 * The countries and territories of today with their names in English and in their own languages, former names, and the
 * states of the UN's records that no longer are. No name is two entries'.
 * @see https://github.com/mledoze/countries (ODbL 1.0)
 */
export function countries(): readonly PlaceEntry[] {
  if (known.length === 0) known.push(...withoutSharedNames([...worldCountries.map(toEntry), ...FORMER_COUNTRIES]));
  return known;
}

function toEntry({ name, altSpellings, latlng, cca2, cca3 }: Country): PlaceEntry {
  const native = Object.values(name.native).flatMap(({ common, official }) => [common, official]);
  const spellings = altSpellings.filter((spelling) => [...spelling].length > 4 || SHORT_NAMES.has(spelling));
  const aliases = new Map([name.official, ...spellings, ...(OTHER_NAMES[cca3] ?? []), ...native].map((alias) => [foldText(alias), alias]));
  aliases.delete(foldText(name.common));
  const [latitude, longitude] = latlng;
  return {
    slug: makeSlug(name.common),
    name: name.common,
    aliases: [...aliases.values()].filter((alias) => alias !== ""),
    latitude,
    longitude,
    countryCode: cca2,
    iso3: cca3,
  };
}

/** An alias that is another entry's name, or two entries' alias (Congo in its own language), says nothing. */
function withoutSharedNames(entries: readonly PlaceEntry[]): PlaceEntry[] {
  const owners = new Map<string, number>();
  for (const { name, aliases } of entries) {
    for (const key of new Set([name, ...aliases].map(foldText))) owners.set(key, (owners.get(key) ?? 0) + 1);
  }
  return entries.map((entry) => ({ ...entry, aliases: entry.aliases.filter((alias) => owners.get(foldText(alias)) === 1) }));
}

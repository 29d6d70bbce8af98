/** A place that many corpora speak of, as Quoth gives it to those who ask for countries or cities. */
export interface PlaceEntry {
  /** Without `place:`. */
  readonly slug: string;
  readonly name: string;
  /** Other names and spellings; short codes only where people write them (US, UAE). */
  readonly aliases: readonly string[];
  /** Degrees; WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  /** ISO 3166-1 alpha-2, also that of the past; of a city, its country's. */
  readonly countryCode: string;
  /** ISO 3166-1 alpha-3, also that of the past; absent for cities. */
  readonly iso3?: string;
  readonly wikidataId?: string;
}

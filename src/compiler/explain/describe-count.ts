import type { Values } from "./describe-condition";

/** A parameter that says how many there may be. */
export function describeCount(parameter: string | null | undefined, values: Values): string {
  return Number(values[parameter ?? ""]).toLocaleString("en");
}

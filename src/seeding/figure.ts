/** A number as people read it: 20,001. */
export function figure(value: number): string {
  return value.toLocaleString("en");
}

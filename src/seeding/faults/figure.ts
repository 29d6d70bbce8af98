/** A number as messages have it, such as 20,001. */
export function figure(value: number): string {
  return value.toLocaleString("en");
}

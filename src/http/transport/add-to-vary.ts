/** The value of a `vary` header with further names. */
export function addToVary(vary: unknown, ...names: readonly string[]): string {
  const present = typeof vary === "string" && vary !== "" ? vary.split(",").map((each) => each.trim()) : [];
  const missing = names.filter((name) => !present.some((each) => each.toLowerCase() === name));
  return [...present, ...missing].join(", ");
}

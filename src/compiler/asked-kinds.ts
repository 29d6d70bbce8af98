/** The kinds that an argument leaves, each once and in their own order; all of them where it is not given. */
export function askedKinds(all: readonly string[], given: unknown): readonly string[] {
  const asked = given as readonly string[] | null | undefined;
  return asked ? all.filter((kind) => asked.includes(kind)) : all;
}

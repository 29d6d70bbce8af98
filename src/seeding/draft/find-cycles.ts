import { withoutPrefix } from "../../model/id";

/**
 * Every circle that a walk along the edges meets, each once, beginning at its node that comes first among the edges.
 * Runs without recursion: chains may be as long as the data.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    if (!done.has(start)) walk(start, edges, done, cycles);
  }
  return cycles;
}

function walk(start: string, edges: ReadonlyMap<string, readonly string[]>, done: Set<string>, cycles: string[][]): void {
  const path: string[] = [start];
  const position = new Map([[start, 0]]);
  const left = [[...(edges.get(start) ?? [])]];
  while (path.length > 0) {
    const next = left[left.length - 1]?.shift();
    if (next === undefined) {
      const finished = path.pop() ?? "";
      position.delete(finished);
      done.add(finished);
      left.pop();
    } else if (position.has(next)) cycles.push(path.slice(position.get(next)));
    else if (!done.has(next)) {
      position.set(next, path.length);
      path.push(next);
      left.push([...(edges.get(next) ?? [])]);
    }
  }
}

/** A circle in words, back to where it began: `a → b → a`. */
export function describeCycle(cycle: readonly string[], nameOf: (id: string) => string = withoutPrefix): string {
  return [...cycle, ...cycle.slice(0, 1)].map(nameOf).join(" → ");
}

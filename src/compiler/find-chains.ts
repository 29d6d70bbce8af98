/** One step from an entity to another, and the name of what justifies it. */
export interface ChainStep {
  readonly from: string;
  readonly to: string;
  readonly link: string;
  readonly behind: string;
}

/** Gives the steps that lead on from some entities, or, backward, those that lead to them. */
export type ReadSteps = (ids: readonly string[], direction: "forward" | "backward") => Promise<readonly ChainStep[]>;

export interface ChainWish {
  readonly from: string;
  readonly to: string;
  readonly maxLength: number;
  readonly first: number;
}

/** What is known on one side: for each entity that was reached, the steps by which it was, all from one distance less. */
interface Side {
  readonly direction: "forward" | "backward";
  readonly reached: Map<string, ChainStep[]>;
  frontier: string[];
  depth: number;
}

/**
 * The shortest chains between two entities, searched from both ends at once, one step of all entities of an end at a time:
 * each entity once, so that hubs cost what they have and nothing is walked twice.
 * @returns chains of one length, by the ids on them; none where there is none within the length
 * @see Pohl, I. (1971): Bi-directional search
 */
export async function findChains({ from, to, maxLength, first }: ChainWish, read: ReadSteps): Promise<ChainStep[][]> {
  const ahead: Side = { direction: "forward", reached: new Map([[from, []]]), frontier: [from], depth: 0 };
  const back: Side = { direction: "backward", reached: new Map([[to, []]]), frontier: [to], depth: 0 };
  while (ahead.depth + back.depth < maxLength && ahead.frontier.length > 0 && back.frontier.length > 0) {
    const side = ahead.frontier.length <= back.frontier.length ? ahead : back;
    await growSide(side, read);
    const other = side === ahead ? back : ahead;
    const met = side.frontier.filter((id) => other.reached.has(id)).sort(byCodePoint);
    if (met.length > 0) return chainsThrough(met, ahead, back, first);
  }
  return [];
}

async function growSide(side: Side, read: ReadSteps): Promise<void> {
  const steps = await read(side.frontier, side.direction);
  const grown = new Map<string, ChainStep[]>();
  for (const step of steps) {
    const id = side.direction === "forward" ? step.to : step.from;
    if (side.reached.has(id)) continue;
    const known = grown.get(id);
    if (known) known.push(step);
    else grown.set(id, [step]);
  }
  for (const [id, found] of grown) side.reached.set(id, found.sort(byName));
  side.frontier = [...grown.keys()];
  side.depth++;
}

/** Chains through the entities at which the two sides met; of several steps between the same two, the first by name. */
function chainsThrough(met: readonly string[], ahead: Side, back: Side, first: number): ChainStep[][] {
  const chains: ChainStep[][] = [];
  for (const id of met) {
    for (const way of waysTo(id, ahead, first)) {
      const begin = way.reverse();
      for (const end of waysTo(id, back, first)) {
        if (chains.length === first) return chains;
        chains.push([...begin, ...end]);
      }
    }
  }
  return chains;
}

/** Ways from an entity back to where a side began, as steps in that order, at most so many. */
function waysTo(id: string, side: Side, most: number): ChainStep[][] {
  const steps = side.reached.get(id) ?? [];
  if (steps.length === 0) return [[]];
  const ways: ChainStep[][] = [];
  const seen = new Set<string>();
  for (const step of steps) {
    const next = side.direction === "forward" ? step.from : step.to;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const way of waysTo(next, side, most)) {
      if (ways.length === most) return ways;
      ways.push([step, ...way]);
    }
  }
  return ways;
}

function byName(a: ChainStep, b: ChainStep): number {
  return byCodePoint(`${a.from} ${a.to} ${a.link} ${a.behind}`, `${b.from} ${b.to} ${b.link} ${b.behind}`);
}

/** As the engines sort texts; JavaScript's own order differs above U+FFFF. */
function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));
}

import { Random } from "../../bench/random";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, refusal, seedWorld, worldOfCorpora } from "./ask";
import { Oracle } from "./holds";
import { LINK_NAMES, LinkOracle } from "./link-oracle";

/** Another seed asks other questions; a failure prints its own. */
const SEED = Number(process.env["QUOTH_TEST_SEED"] ?? 20200103);
const QUESTIONS: Readonly<Record<string, number>> = { embedded: 150, neo4j: 20 };

const world = worldOfCorpora();
const oracle = new Oracle(world);
const links = new LinkOracle(oracle);
/** Documents are on the way only where somebody asks for it. */
const USUAL = LINK_NAMES.filter((link) => link !== "REPORTED");

interface Step {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly link: string;
  readonly statement: { readonly id: string } | null;
  readonly relation: { readonly kind: string; readonly from: { readonly id: string }; readonly to: { readonly id: string } | null } | null;
}
interface Path {
  readonly length: number;
  readonly steps: readonly Step[];
}
interface Asked {
  readonly from: string;
  readonly to: string;
  readonly maxLength?: number;
  readonly links?: readonly string[];
  readonly first?: number;
}

/** Entities by the entities that one step leads to: by links, each of which a statement or a relation makes. */
function stepsBy(kinds: readonly string[]): Map<string, Set<string>> {
  const steps = new Map<string, Set<string>>();
  for (const kind of kinds) {
    for (const { from, to } of links.directed(kind)) {
      for (const [a, b] of [[from, to] as const, [to, from] as const]) steps.set(a, (steps.get(a) ?? new Set()).add(b));
    }
  }
  return steps;
}

/** How many steps the shortest way takes; infinite where there is none. */
function distance(from: string, to: string, steps: ReadonlyMap<string, ReadonlySet<string>>): number {
  const found = new Map([[from, 0]]);
  for (const [id, at] of found) {
    if (id === to) return at;
    for (const next of steps.get(id) ?? []) if (!found.has(next)) found.set(next, at + 1);
  }
  return Infinity;
}

/** What is wrong with a step by itself. */
function faultsOfStep({ from, to, link, statement, relation }: Step, asked: readonly string[]): string[] {
  const name = `${from.id} ${link} ${to.id}`;
  if ((statement === null) === (relation === null)) return [`${name} needs a statement or a relation`];
  if (statement) {
    if (!LINK_NAMES.includes(link)) return [`${name} is no LinkKind`];
    if (!asked.includes(link)) return [`${name} was not asked for`];
    return links.neighbours(from.id, link).get(to.id)?.has(statement.id) ? [] : [`${statement.id} does not make ${name}`];
  }
  const ends = [relation?.from.id, relation?.to?.id];
  const exists = links.relations.some(
    (each) => each.kind === link && ((each.from === from.id && each.to === to.id) || (each.from === to.id && each.to === from.id)),
  );
  const isTold = relation?.kind === link && (link === "HELD_POSITION" || (ends.includes(from.id) && ends.includes(to.id)));
  return [...(exists && isTold ? [] : [`${name} is no relation`]), ...(asked.includes("RELATED") ? [] : [`${name} was not asked for`])];
}

describeOnEngines(`paths (seed ${String(SEED)})`, (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    await seedWorld(engine);
  }, 120_000);
  afterAll(() => engine.close());

  const find = async (asked: Asked): Promise<Path[]> => {
    const source =
      "query ($from: ID!, $to: ID!, $maxLength: Int, $links: [LinkKind!], $first: Int) { paths(from: $from, to: $to, maxLength: $maxLength, links: $links, first: $first) { length steps { from { id } to { id } link statement { id } relation { kind from { id } to { id } } } } }";
    return (await ask<{ paths: Path[] }>(engine, source, { ...asked })).paths;
  };

  const chainOf = ({ steps }: Path): string => [steps[0]?.from.id, ...steps.map((step) => step.to.id)].join(" ");
  /** What is wrong with the form of the paths; nothing where all is well. */
  const faultsOf = ({ from, to, maxLength = 6, first = 3 }: Asked, paths: readonly Path[]): string[] => [
    ...(paths.length <= first ? [] : ["too many"]),
    ...(new Set(paths.map(chainOf)).size === paths.length ? [] : ["a chain twice"]),
    ...(paths.every(({ length }, index) => length >= (paths[index - 1]?.length ?? 0)) ? [] : ["not the shortest first"]),
    ...paths.flatMap(({ length, steps }) => [
      ...(length === steps.length && length > 0 && length <= maxLength ? [] : [`length ${String(length)}`]),
      ...(steps[0]?.from.id === from && steps.at(-1)?.to.id === to ? [] : ["other ends"]),
      ...(steps.every((step, index) => index === 0 || step.from.id === steps[index - 1]?.to.id) ? [] : ["a gap"]),
      ...(new Set(steps.map((step) => step.to.id)).size === steps.length ? [] : ["in a circle"]),
    ]),
  ];
  const questions = Number(process.env["QUOTH_TEST_QUESTIONS"] ?? QUESTIONS[testEngine.name]);
  const random = (offset: number): { pair: () => { from: string; to: string }; below: (end: number) => number } => {
    const numbers = new Random(SEED + offset);
    const one = (): string => world.entities[numbers.below(world.entities.length)]?.id ?? "";
    return { pair: () => ({ from: one(), to: one() }), below: (end) => numbers.below(end) };
  };
  const gather = async (
    offset: number,
    faults: (asked: Asked, paths: readonly Path[]) => string[],
    given: () => Partial<Asked> = () => ({}),
  ) => {
    const wrong = new Set<string>();
    const { pair } = random(offset);
    for (let index = 0; index < questions; index++) {
      const asked = { ...pair(), ...given() };
      if (asked.from === asked.to) continue;
      for (const fault of faults(asked, await find(asked))) wrong.add(`${JSON.stringify(asked)}: ${fault}`);
    }
    return [...wrong].slice(0, 20);
  };

  it("between entities at random have no gap, their ends, their length, the shortest first, each chain once", async () => {
    const { below } = random(1);
    expect(await gather(1, faultsOf, () => ({ first: [1, 3, 20][below(3)] ?? 3, maxLength: [1, 2, 4, 6, 8][below(5)] ?? 6 }))).toEqual([]);
  });

  it("are made of steps each of which its statement or relation makes", async () => {
    expect(await gather(2, (_, paths) => paths.flatMap(({ steps }) => steps.flatMap((step) => faultsOfStep(step, USUAL))))).toEqual([]);
  });

  it("have as few steps as possible", async () => {
    const steps = stepsBy(USUAL);
    const faults = ({ from, to }: Asked, paths: readonly Path[]): string[] => {
      const least = distance(from, to, steps);
      return paths.flatMap(({ length }) => (length === least ? [] : [`${String(length)} steps instead of ${String(least)}`]));
    };
    expect(await gather(3, faults)).toEqual([]);
  });

  it("are found wherever links lead from one to the other in so many steps, and only there", async () => {
    const steps = stepsBy(USUAL);
    const faults = ({ from, to, maxLength = 6 }: Asked, paths: readonly Path[]): string[] => {
      const least = distance(from, to, steps);
      return paths.length > 0 === least <= maxLength ? [] : [`${String(paths.length)} paths where the shortest has ${String(least)} steps`];
    };
    const { below } = random(4);
    expect(await gather(4, faults, () => ({ maxLength: 1 + below(8) }))).toEqual([]);
  });

  it("are no longer than `maxLength` lets them be, whichever other chain goes along fewer relations", async () => {
    // By way of the choir and the open day it is one relation less, and one step more.
    const steps = stepsBy(USUAL);
    expect(distance("place:level-seven", "place:level-zero", steps)).toBe(4);
    const paths = await find({ from: "place:level-seven", to: "place:level-zero", maxLength: 4 });
    expect(paths.map((each) => each.length)).toEqual(paths.map(() => 4));
    expect(paths.length).toBeGreaterThan(0);
  });

  it.each(LINK_NAMES)("along the link %s alone are made of it alone, and found where it leads", async (link) => {
    const [steps, faults] = [stepsBy([link]), new Set<string>()];
    const { below } = random(link.length);
    const starts = [...steps.keys()];
    const allowed = link === "SPOKE_ABOUT" || link === "SPOKEN_ABOUT_BY" ? ["SPOKE_ABOUT", "SPOKEN_ABOUT_BY"] : [link];
    for (let index = 0; index < Math.ceil(questions / 10); index++) {
      const asked = { from: starts[below(starts.length)] ?? "", to: starts[below(starts.length)] ?? "", links: [link], maxLength: 4 };
      if (asked.from === asked.to) continue;
      const paths = await find(asked);
      const least = distance(asked.from, asked.to, steps);
      const wrong = [...faultsOf(asked, paths), ...paths.flatMap((path) => path.steps.flatMap((step) => faultsOfStep(step, allowed)))];
      if (paths.length > 0 !== least <= 4) wrong.push(`${String(paths.length)} paths where the shortest has ${String(least)} steps`);
      for (const each of wrong) faults.add(`${asked.from} to ${asked.to}: ${each}`);
    }
    expect([...faults].slice(0, 10)).toEqual([]);
  });

  it.each(LINK_NAMES)("of one step are found for a direct link %s, by its name", async (link) => {
    const { below } = random(link.length + 100);
    const ties = links.directed(link);
    for (let index = 0; index < Math.ceil(questions / 10); index++) {
      const tie = ties[below(ties.length)];
      if (!tie) throw new Error("The corpora have each link.");
      for (const given of [{ links: [link] }, { links: [link], maxLength: 1 }]) {
        const paths = await find({ from: tie.from, to: tie.to, ...given });
        expect([tie, given, paths[0]?.length]).toEqual([tie, given, 1]);
        const faults = paths.flatMap((each) => each.steps.flatMap((step) => faultsOfStep(step, LINK_NAMES)));
        expect([tie, given, faults]).toEqual([tie, given, []]);
      }
    }
  });

  it("of one step are found for every position, with an organization and for a place", async () => {
    for (const { kind, from, to } of links.relations) {
      if (kind !== "HELD_POSITION") continue;
      const [path] = await find({ from, to, links: ["RELATED"], maxLength: 1 });
      expect([from, to, path?.length]).toEqual([from, to, 1]);
    }
  });

  it.each([
    ["an unknown beginning", { from: "person:nobody", to: "person:ann" }],
    ["an unknown end", { from: "person:ann", to: "' OR 1=1" }],
    ["an id of something else", { from: "person:ann", to: "statement:awkward/hen" }],
    ["one and the same", { from: "person:ann", to: "person:ann" }],
    ["one that is not there and itself", { from: "person:nobody", to: "person:nobody" }],
    ["no link", { from: "person:ann", to: "person:anna", links: [] }],
    ["one whom nothing links", { from: "person:ann", to: "person:silent" }],
    ["two worlds", { from: "person:zoe-dutra", to: "person:dorrit-vale" }],
  ])("are none for %s", async (_, asked) => {
    expect(await find(asked)).toEqual([]);
  });

  it("under two names with other arguments are kept apart, and so are their steps", async () => {
    const source = `{
      a: paths(from: "person:tobiah-renn", to: "organization:velmara-town-council", links: [RELATED], first: 1) { length x: steps { link relation { kind label } } y: steps { f: from { id } g: from { ... on Person { name } } to { __typename } } }
      b: paths(from: "person:hen", to: "person:ann") { length }
      c: paths(from: "person:robert-tables", to: "place:tehran", links: [SPOKE_ABOUT]) { steps { statement { text } relation { kind } link } }
    }`;
    const { a, b, c } = await ask<Record<string, { length: number; x: unknown[]; y: unknown[] }[]>>(engine, source);
    expect(a?.[0]?.length).toBe(1);
    expect(a?.[0]?.y).toEqual([{ f: { id: "person:tobiah-renn" }, g: { name: "Tobiah Renn" }, to: { __typename: "Organization" } }]);
    expect(a?.[0]?.x).toEqual([{ link: "MEMBER_OF", relation: { kind: "MEMBER_OF", label: null } }]);
    expect(b).toEqual([]);
    expect(c).toEqual([
      { steps: [{ statement: { text: "'}) DETACH DELETE n RETURN count(*) AS row //" }, relation: null, link: "SPOKE_ABOUT" }] },
    ]);
  });

  it.each(["maxLength: 9", "maxLength: 0", "first: 0", "first: 101"])("refuse %s", async (given) => {
    expect((await refusal(engine, `{ paths(from: "person:ann", to: "person:anna", ${given}) { length } }`)).code).toBe("BAD_USER_INPUT");
  });
});

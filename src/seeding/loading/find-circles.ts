import type { GraphEngine } from "../../graph/engine";
import type { PartOf, PlannedCorpus } from "../draft/draft";
import { describeCycle, findCycles } from "../draft/find-cycles";
import type { Fault } from "../faults/fault";
import { asText, lookUp } from "../stored/read-graph-state";

type Reader = Pick<GraphEngine, "read">;

/** An edge of a corpus that is given. */
interface GivenEdge extends PartOf {
  readonly corpus: string;
}

/**
 * Places within places, and organizations within organizations, that lead back to themselves by way of several corpora: those given, and
 * with an engine those of the graph. The circles of one corpus alone are told by its validation.
 */
export async function findCircles(corpora: readonly PlannedCorpus[], engine?: Reader): Promise<Fault[]> {
  const given = new Map<string, GivenEdge>();
  const edges = new Map<string, string[]>();
  for (const { id, hierarchy = [] } of corpora) {
    for (const edge of hierarchy) {
      if (!given.has(nameOf(edge.from, edge.to))) addEdge(edge.from, edge.to, edges);
      given.set(nameOf(edge.from, edge.to), { ...edge, corpus: id });
    }
  }
  if (engine !== undefined) await addGraph(edges, corpora, engine);
  return findCycles(edges).flatMap((circle) => {
    const known = circle.flatMap((from, at) => given.get(nameOf(from, circle[(at + 1) % circle.length] ?? "")) ?? []);
    const [first] = known;
    const isOfOne = known.length === circle.length && known.every(({ corpus }) => corpus === first?.corpus);
    return first === undefined || isOfOne ? [] : [circleFault(circle, known[known.length - 1] ?? first)];
  });
}

/** What the graph says of all that the edges lead to; but not what it has of the corpora that are given, which may say so no more. */
async function addGraph(edges: Map<string, string[]>, corpora: readonly PlannedCorpus[], engine: Reader): Promise<void> {
  const replaced = new Set(corpora.filter(({ isSkipped, isPartial }) => !isSkipped && !isPartial).map(({ id }) => `dataset:${id}`));
  const text = (label: string): string =>
    `UNWIND $p_ids AS wanted MATCH (a:${label} {id: wanted})-[r:PART_OF]->(b) RETURN a.id AS source, b.id AS target, r.dataset AS dataset`;
  const asked = new Set<string>();
  for (let next = [...new Set([...edges.values()].flat())]; next.length > 0; ) {
    for (const id of next) asked.add(id);
    const found = new Set<string>();
    for await (const row of lookUp(engine, next, text)) {
      if (replaced.has(asText(row["dataset"]))) continue;
      addEdge(asText(row["source"]), asText(row["target"]), edges);
      found.add(asText(row["target"]));
    }
    next = [...found].filter((id) => !asked.has(id));
  }
}

function addEdge(from: string, to: string, edges: Map<string, string[]>): void {
  const known = edges.get(from);
  if (known === undefined) edges.set(from, [to]);
  else known.push(to);
}

function circleFault(circle: readonly string[], edge: PartOf): Fault {
  const message = `each is part of the next, in a circle over several corpora: ${describeCycle(circle)}; take out one "partOf"`;
  return { ...edge.place, code: "SEED_CYCLE", message };
}

function nameOf(from: string, to: string): string {
  return `${from}\n${to}`;
}

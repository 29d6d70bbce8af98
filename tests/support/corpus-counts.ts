import type { DraftNode, DraftRelation, PlannedCorpus } from "../../src/seeding/draft/draft";
import { lastWord, letters, plain, sumUp, tally } from "./raw-counts/read-raw";
import type { Counts } from "./raw-counts/read-raw";

interface Graph {
  readonly nodes: readonly DraftNode[];
  readonly relations: readonly DraftRelation[];
  readonly byId: ReadonlyMap<string, DraftNode>;
}

/** What a planned corpus holds, counted from its nodes and relations in the ways in which raw files can be counted, too. */
export async function countPlanned(corpus: PlannedCorpus): Promise<Counts> {
  const graph = await graphOf(corpus);
  const { nodes, relations } = graph;
  const of = (label: string): DraftNode[] => nodes.filter((node) => node.label === label);
  const typed = (type: string): DraftRelation[] => relations.filter((relation) => relation.type === type);
  const nameOf = (id: string): string => plain(textOf(graph.byId.get(id), "name"));
  const about = typed("ABOUT");
  const speakers = typed("ATTRIBUTED_TO").filter(({ properties }) => properties.rank === "PREFERRED");
  return {
    all: { statements: corpus.counts.statements, reports: corpus.counts.reports, documents: corpus.counts.documents },
    speakers: tally(speakers.map(({ to }) => nameOf(to))),
    candidates: tally(typed("ATTRIBUTED_TO").map(({ to, properties }) => `${nameOf(to)} ${String(properties.rank)}`)),
    characters: charactersBySpeaker(graph, speakers, nameOf),
    topics: tally(about.filter(({ to }) => to.startsWith("topic:")).map(({ to }) => nameOf(to))),
    stances: tally(
      about.flatMap(({ to, properties }) => (properties.stance === undefined ? [] : `${nameOf(to)} ${String(properties.stance)}`)),
    ),
    dates: tally(of("Statement").map((node) => textOf(node, "saidAt"))),
    languages: tally(of("Statement").map((node) => textOf(node, "language"))),
    ratings: tally(of("ClaimReview").map((node) => textOf(node, "rating"))),
    positions: tally(of("Position").map((node) => textOf(node, "title"))),
    accounts: tally(of("Account").map((node) => textOf(node, "platform"))),
    connections: tally(typed("RELATED_TO").map(({ properties }) => plain(String(properties.label)))),
    ends: tally(typed("RELATED_TO").flatMap(({ from, to }) => [nameOf(from), nameOf(to)])),
    visitors: tally(typed("INVOLVED_IN").map(({ from }) => nameOf(from))),
    spans: tally(of("Span").map((node) => textOf(node, "role"))),
    targets: tally(typed("DENOTES").map(({ to }) => nameOf(to))),
    ...byDocument(graph, nameOf),
  };
}

async function graphOf(corpus: PlannedCorpus): Promise<Graph> {
  const nodes: DraftNode[] = [];
  const relations: DraftRelation[] = [];
  for await (const chunk of corpus.chunks()) {
    nodes.push(...chunk.nodes);
    relations.push(...chunk.relations);
  }
  return { nodes, relations, byId: new Map(nodes.map((node) => [node.id, node])) };
}

/** Reports by the outlet and the day of their document, and the letters that they report by outlet and day, and by speaker. */
function byDocument(graph: Graph, nameOf: (id: string) => string): Counts {
  const { relations, byId } = graph;
  const publishers = new Map(relations.flatMap(({ type, from, to }) => (type === "PUBLISHED_BY" ? [[from, to]] : [])));
  const inDocuments = relations.filter(({ type, to }) => type === "IN_DOCUMENT" && to.startsWith("document:"));
  const outletOf = (id: string): string => nameOf(publishers.get(id) ?? "");
  const statements = new Map(relations.flatMap(({ type, from, to }) => (type === "REPORTS" ? [[from, to]] : [])));
  const reported = inDocuments.flatMap(({ from, to }) => {
    const id = statements.get(from);
    return id === undefined ? [] : [{ id, node: byId.get(id), outlet: outletOf(to) }];
  });
  const speakers = new Map(
    relations.flatMap(({ type, from, to, properties }) =>
      type === "ATTRIBUTED_TO" && properties.rank === "PREFERRED" ? [[from, nameOf(to)]] : [],
    ),
  );
  const bySpeaker = (own: typeof reported, keyOf: (name: string) => string): Record<string, number> =>
    sumUp(own.map(({ id, node }) => [keyOf(speakers.get(id) ?? ""), size(node)]));
  const size = (node: DraftNode | undefined): number => letters(textOf(node, "text"));
  return {
    outlets: tally(inDocuments.map(({ to }) => outletOf(to))),
    days: tally(inDocuments.map(({ to }) => textOf(byId.get(to), "publishedAt"))),
    outletDays: sumUp(reported.map(({ node, outlet }) => [`${outlet} ${textOf(node, "saidAt")}`, size(node)])),
    lastNames: bySpeaker(reported, (name) => (name.startsWith("delegation of ") ? "delegation" : lastWord(name))),
    ...Object.fromEntries(
      [...new Set(reported.map(({ outlet }) => outlet))].map((name) => {
        const own = reported.filter(({ outlet }) => outlet === name);
        return [`speakers of ${name}`, bySpeaker(own, (speaker) => speaker)];
      }),
    ),
  };
}

function charactersBySpeaker({ byId }: Graph, speakers: readonly DraftRelation[], nameOf: (id: string) => string): Record<string, number> {
  return sumUp(speakers.map(({ from, to }) => [nameOf(to), letters(textOf(byId.get(from), "text"))]));
}

function textOf(node: DraftNode | undefined, property: string): string {
  const value = node?.properties[property];
  return typeof value === "string" ? value : "";
}

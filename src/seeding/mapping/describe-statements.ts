import type { DraftChunk, DraftNode, DraftRelation, PlannedCorpus } from "../draft/draft";

/** A statement in words, with the place of the row or record that it stands for. */
export interface DescribedStatement {
  readonly id: string;
  readonly words: string;
}

/** The first statements of a corpus as one would say them: `Dwayne Bohac, State representative, said about abortion: “…”, according to …`. */
export async function describeStatements(corpus: PlannedCorpus, count: number): Promise<DescribedStatement[]> {
  const names = new Map<string, string>();
  const found: { statement: DraftNode; chunk: DraftChunk }[] = [];
  for await (const chunk of corpus.chunks()) {
    for (const node of chunk.nodes) {
      const name = node.properties["name"] ?? node.properties["title"] ?? node.properties["url"];
      if (typeof name === "string" && node.label !== "Statement") names.set(node.id, name);
      if (node.label === "Statement" && found.length < count) found.push({ statement: node, chunk });
    }
  }
  return found.map(({ statement, chunk }) => ({ id: statement.id, words: inWords(statement, chunk, names) }));
}

function inWords({ id, properties }: DraftNode, { relations, nodes }: DraftChunk, names: ReadonlyMap<string, string>): string {
  const nameOf = (other: string): string => names.get(other) ?? other;
  const from = (type: string): DraftRelation[] => relations.filter((each) => each.type === type && each.from === id);
  const listOf = (type: string): string =>
    from(type)
      .map(({ to }) => nameOf(to))
      .join(", ");
  const reports = relations.filter((each) => each.type === "REPORTS" && each.to === id).map((each) => each.from);
  const sources = relations.filter((each) => each.type === "IN_DOCUMENT" && reports.includes(each.from)).map(({ to }) => nameOf(to));
  const kind = nodes.find((node) => reports.includes(node.id))?.properties["sourceKind"];
  const parts = [
    // Whom a statement was once attributed to, and is known not to be from, is no candidate.
    speakers(
      from("ATTRIBUTED_TO").filter(({ properties: { rank } }) => rank !== "DEPRECATED"),
      nameOf,
      kind,
    ),
    "said",
    listOf("ABOUT") && `about ${listOf("ABOUT")}`,
    listOf("SAID_DURING") && `during ${listOf("SAID_DURING")}`,
    properties["saidAt"] === undefined ? "" : `on ${String(properties["saidAt"])}`,
  ];
  const mentions = listOf("MENTIONS");
  const text = `: “${String(properties["text"])}”`;
  const source = sources.length === 0 ? "" : `, according to ${sources.join(" and ")}`;
  return `${parts.filter((part) => part !== "").join(" ")}${text}${source}${mentions === "" ? "" : ` (names ${mentions})`}`;
}

function speakers(attributions: readonly DraftRelation[], nameOf: (id: string) => string, kind: unknown): string {
  const preferred = attributions.find(({ properties }) => properties["rank"] === "PREFERRED");
  const others = attributions.filter((each) => each !== preferred);
  const doubtful = others.map(({ to, properties }) => {
    const { probability } = properties;
    return typeof probability === "number" ? `${nameOf(to)} (${Math.round(probability * 100)} %)` : nameOf(to);
  });
  if (preferred === undefined) {
    const areCertain = others.every(({ properties }) => properties["probability"] === undefined);
    if (doubtful.length === 0) return nobody(kind);
    return areCertain ? doubtful.join(" and ") : `Somebody, perhaps ${doubtful.join(" or ")},`;
  }
  const position = preferred.properties["positionId"];
  const title = typeof position === "string" ? `, ${nameOf(position)},` : "";
  return `${nameOf(preferred.to)}${title}${doubtful.length > 0 ? ` (others name ${doubtful.join(", ")})` : ""}`;
}

function nobody(kind: unknown): string {
  if (kind === "COLLECTIVE") return "A group";
  return kind === "UNNAMED" ? "Somebody whom the source does not name" : "Nobody named";
}

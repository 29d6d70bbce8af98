import type { GraphQLResolveInfo } from "graphql";

/**
 * What the one statement of the root field brought for this edge: it stands under the edge's response key, so that two
 * aliases of one edge stay apart. No I/O.
 */
export function readEdge(row: unknown, info: Pick<GraphQLResolveInfo, "path">): unknown {
  const { edges } = row as { edges?: Readonly<Record<string, unknown>> };
  return edges?.[info.path.key] ?? null;
}

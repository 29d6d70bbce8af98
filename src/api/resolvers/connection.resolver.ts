import type { GraphQLResolveInfo } from "graphql";
import { Args, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { FacetArgs } from "../inputs/count.args";
import { ExampleArgs } from "../inputs/graph.args";
import { readEdge } from "../request/read-edge";
import { NeighbourEdgeType, StatementConnection } from "../types/connection.type";
import { FacetType } from "../types/counts.type";
import { StatementType } from "../types/statement.type";

@Resolver(() => StatementConnection)
export class StatementConnectionResolver {
  @FieldResolver(() => [FacetType], { description: "Counts of the whole result, not of the page, by each of the dimensions." })
  facets(@Root() row: unknown, @Args(() => FacetArgs) _args: FacetArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

@Resolver(() => NeighbourEdgeType)
export class NeighbourEdgeResolver {
  @FieldResolver(() => [StatementType], { description: "A few of the statements, the latest said first; none for RELATED." })
  examples(@Root() row: unknown, @Args(() => ExampleArgs) _args: ExampleArgs, @Info() info: GraphQLResolveInfo): unknown {
    return readEdge(row, info);
  }
}

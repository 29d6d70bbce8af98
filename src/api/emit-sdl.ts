import type { GraphQLSchema } from "graphql";
import { lexicographicSortSchema, printSchema } from "graphql";

/** The text of schema/quoth.graphql. */
export function emitSdl(schema: GraphQLSchema): string {
  return `# Emitted by \`npm run schema\` from src/api; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}

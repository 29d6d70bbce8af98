import type { Dialect } from "./dialect";
import { EMBEDDED_DIALECT } from "./embedded/full-text";
import type { GraphEngine } from "./engine";
import { NEO4J_DIALECT } from "./neo4j/full-text";

/** How statements are worded for an engine, without opening one. */
export function dialectOf(engine: GraphEngine["name"]): Dialect {
  return engine === "neo4j" ? NEO4J_DIALECT : EMBEDDED_DIALECT;
}

import type { SourceNode } from "../../nodes/level-node";
import { printPattern } from "../clauses/print-pattern";
import { printLinkStatements, printNeighbours } from "./print-links";
import { printNamedRelations } from "./print-paths";
import { printRelationsSource } from "./print-relations-source";

/** The lines that bind the nodes of a level, where these are not looked for by words. */
export function printSource(source: SourceNode, variable: string): string {
  switch (source.from) {
    case "label":
      return `MATCH (${variable}:${source.label})`;
    case "search":
      throw new Error("What is searched is found by its words.");
    case "id":
      return `MATCH (${variable}:${source.label} {id: $${source.idParameter}})`;
    case "ids":
      return `UNWIND $${source.rowsParameter} AS ${source.position}_row\nMATCH (${variable}:${source.label} {id: ${source.position}_row.id})\nWITH ${variable}, ${source.position}_row.at AS ${source.position}`;
    case "steps": {
      const pattern = printPattern(source.steps, { from: source.start, to: variable, relation: source.relation ?? undefined, bare: true });
      return `MATCH ${source.distance === null ? "" : `${source.distance}_path = `}${pattern}`;
    }
    case "list":
      return `UNWIND range(0, size(${source.list}) - 1) AS ${source.position}\nWITH ${source.list}[${source.position}] AS ${variable}, ${source.position}`;
    case "namedRelations":
      return printNamedRelations(source, variable);
    case "property": {
      const ids = `${source.owner}.${source.property}`;
      return `UNWIND ${source.isList ? `coalesce(${ids}, [])` : `[${ids}]`} AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relationProperty": {
      const pattern = printPattern([source.step], { from: source.start, to: "", relation: source.relation });
      return `MATCH ${pattern}\nUNWIND coalesce(${source.relation}.${source.property}, []) AS ${variable}_id\nMATCH (${variable}:${source.label} {id: ${variable}_id})`;
    }
    case "relations":
      return printRelationsSource(source, variable);
    case "neighbours":
      return printNeighbours(source, variable);
    case "linkStatements":
      return printLinkStatements(source, variable);
  }
}

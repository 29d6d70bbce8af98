import type { DatasetSummary } from "../http/pages/dataset-summary";
import { plural } from "./output";

export interface Start {
  readonly quoth: string;
  readonly engine: string;
  /** Such as http://127.0.0.1:4000. */
  readonly address: string;
  readonly pages: boolean;
  /** Null where there are none. */
  readonly metrics: string | null;
  readonly datasets: readonly DatasetSummary[];
}

/** What the server says when it is ready: where to click, and what there is to ask about. */
export function describeStart({ quoth, engine, address, pages, metrics, datasets }: Start): string {
  const places = [
    ...(pages
      ? [
          ["Start page", "/graphql"],
          ["IDE", "/ide"],
          ["Sandbox", "/sandbox"],
        ]
      : []),
    ["API", "/graphql"],
    ["Health", "/health"],
  ].map(([name, path]) => [name, `${address}${String(path)}`]);
  if (metrics !== null) places.push(["Metrics", `${metrics}/metrics`]);
  return [
    `Quoth ${quoth} is ready, on ${engine}.`,
    ...(datasets.length === 0 ? ["  Nothing is loaded yet: `quoth seed <folder>` brings in a corpus."] : datasets.map(describeDataset)),
    "",
    ...places.map(([name, path]) => `  ${String(name).padEnd(12)}${String(path)}`),
    "",
    "Ctrl+C stops it.",
  ].join("\n");
}

function describeDataset({ name, version, statements, entities, documents }: DatasetSummary): string {
  return `  ${name}${version === "" ? "" : ` (${version})`}: ${plural(statements, "statement")}, ${plural(entities, "entity", "entities")}, ${plural(documents, "document")}`;
}

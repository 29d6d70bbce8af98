import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { DraftNode, DraftRelation } from "../src/seeding/draft/draft";
import { CORPUS, generateGraph } from "./generate-graph";
import type { GraphBatch } from "./generate-graph";
import { PEERS } from "./install-peer";

type Row = Record<string, unknown>;
type Rows = Map<string, Row[]>;

/** Writes the made-up world of the graph into tables, by a program of the peer's own folder. */
export async function loadPostgres(url: string, statements: number): Promise<void> {
  const child = spawn(process.execPath, [join(PEERS, "postgraphile/load.mjs"), url], { stdio: ["pipe", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  // The program's end tells more than the broken pipe.
  child.stdin.on("error", () => undefined);
  const exit = once(child, "exit") as Promise<[number | null]>;
  for (const batch of generateGraph(statements)) {
    for (const [table, rows] of tableRows(batch)) {
      const line = `${JSON.stringify({ table, rows })}\n`;
      if (!child.stdin.write(line) && child.exitCode === null) await Promise.race([once(child.stdin, "drain"), exit]);
    }
  }
  child.stdin.end();
  const [code] = await exit;
  if (code !== 0) throw new Error(`PostgreSQL could not be loaded.\n${complaint}`);
}

/** What a batch of the graph is in tables. */
function tableRows({ nodes, relations }: GraphBatch): Rows {
  const linked = new Map<string, Row>();
  const rows: Rows = new Map();
  for (const node of nodes) {
    const row = nodeRow(node);
    linked.set(node.id, row);
    add(rows, node.label.toLowerCase(), row);
  }
  for (const relation of relations) addRelation(rows, relation, linked);
  return rows;
}

function add(rows: Rows, table: string, row: Row): void {
  const known = rows.get(table);
  if (known) known.push(row);
  else rows.set(table, [row]);
}

function nodeRow({ label, id, properties: p }: DraftNode): Row {
  const { name, aliases, description } = p;
  switch (label) {
    case "Person":
      return { id, name, aliases, description, wikidata_id: p["wikidataId"] ?? null };
    case "Place":
      return { id, name, latitude: p["latitude"], longitude: p["longitude"], country_code: p["countryCode"] };
    case "Document":
      return {
        id,
        title: p["title"],
        url: p["url"],
        genre: p["genre"],
        language: p["language"],
        published_at: p["publishedAt"],
        publisher_id: null,
      };
    case "Statement": {
      const own = { id, text: p["text"], language: p["language"], said_at: p["saidAt"], speech_act: p["speechAct"] };
      return { ...own, dataset: `dataset:${CORPUS}`, speaker_id: null, said_in_id: null };
    }
    case "Report": {
      const own = { id, type: p["type"], text: p["text"], source_kind: p["sourceKind"], cue: p["cue"], reported_at: p["reportedAt"] };
      return { ...own, statement_id: null, document_id: null };
    }
    default:
      return { id, name, aliases, description };
  }
}

/** A column of the row that it begins at where there is one at most, else a row of a table of its own. */
function addRelation(rows: Rows, { type, from, to, properties }: DraftRelation, linked: ReadonlyMap<string, Row>): void {
  const own = linked.get(from) ?? {};
  switch (type) {
    case "ATTRIBUTED_TO":
      add(rows, "attribution", {
        statement_id: from,
        person_id: to,
        rank: properties["rank"],
        probability: properties["probability"] ?? null,
      });
      if (properties["rank"] === "PREFERRED") own["speaker_id"] = to;
      return;
    case "ABOUT": {
      const isPerson = to.startsWith("person:");
      const target = { topic_id: isPerson ? null : to, person_id: isPerson ? to : null };
      return add(rows, "about", { statement_id: from, ...target, stance: properties["stance"] ?? null });
    }
    case "MENTIONS":
      return add(rows, "mention", { statement_id: from, person_id: to });
    case "RESPONDS_TO":
      return add(rows, "response", { statement_id: from, responds_to_id: to, kind: properties["kind"] });
    case "MEMBER_OF":
      return add(rows, "membership", { person_id: from, organization_id: to });
    default:
      own[COLUMN_OF[type] ?? ""] = to;
  }
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  SAID_IN: "said_in_id",
  REPORTS: "statement_id",
  IN_DOCUMENT: "document_id",
  PUBLISHED_BY: "publisher_id",
};

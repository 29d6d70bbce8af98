import { join } from "node:path";
import { SETTINGS } from "../src/config/settings";
import { freePort } from "../tests/support/neo4j-process";
import type { ContenderName } from "./bench-options";
import { PEERS } from "./install-peer";
import { post } from "./load-client";
import type { Target } from "./load-client";
import { isMissing, list, textAt } from "./operations/operation";
import type { HandWritten, Json, Marks, Missing, Operation, Question } from "./operations/operation";
import type { Neo4jPlace } from "./start-neo4j";
import { startNode } from "./start-process";
import type { RunningProcess } from "./start-process";

/** A server that can be asked, each operation in its own words. */
export interface Contender {
  readonly name: ContenderName;
  readonly url: string;
  readonly process: RunningProcess;
  question(operation: Operation): Question | HandWritten | Missing;
}

type Questions = Contender["question"];

const CLI = join(__dirname, "../../dist/cli.js");
/** Answers that Quoth keeps; the setting may not be there yet. */
const CACHE_SETTING = "QUOTH_ANSWER_CACHE";
export const HAS_CACHE = SETTINGS.some(({ env }) => (env as string) === CACHE_SETTING);

export async function startHandWritten(neo4j: Neo4jPlace, marks: Marks): Promise<Contender> {
  const argv = [neo4j.uri, neo4j.user, neo4j.password, JSON.stringify(marks)];
  return start(
    "hand-written",
    "/",
    (port) => [join(__dirname, "hand-written-server.js"), port, ...argv],
    ({ handWritten }) => handWritten,
  );
}

/** Quoth with its default settings but for the cache of answers. */
export async function startQuoth(name: "quoth" | "cached" | "embedded", place: Neo4jPlace | string): Promise<Contender> {
  const store: Record<string, string> =
    typeof place === "string"
      ? { QUOTH_DATA_DIR: place }
      : { NEO4J_URI: place.uri, NEO4J_USER: place.user, NEO4J_PASSWORD: place.password };
  const cache: Record<string, string> = name === "cached" ? {} : { [CACHE_SETTING]: "0" };
  const settings = { ...store, ...cache, QUOTH_LOG: "error" };
  return start(
    name,
    "/graphql",
    (port) => [CLI, "serve", "--port", port],
    ({ quoth }) => quoth,
    settings,
    "/graphql",
  );
}

export async function startNeo4jGraphql(neo4j: Neo4jPlace, { fulltextIndex }: Marks): Promise<Contender> {
  const argv = [neo4j.uri, neo4j.user, neo4j.password, fulltextIndex];
  const questions: Questions = ({ neo4jGraphql }) => neo4jGraphql;
  return start("neo4j-graphql", "/", (port) => [join(PEERS, "neo4j-graphql/server.mjs"), port, ...argv], questions);
}

export async function startPostgraphile(url: string): Promise<Contender> {
  const questions: Questions = ({ postgraphile }) => postgraphile;
  return start("postgraphile", "/graphql", (port) => [join(PEERS, "postgraphile/server.mjs"), port, url], questions);
}

/** Sends the bytes of Quoth's answers; they have to be given to it first. */
export async function startBytes(): Promise<Contender> {
  return start(
    "bytes",
    "/",
    (port) => [join(__dirname, "bytes-server.js"), port],
    ({ quoth }) => quoth,
  );
}

async function start(
  name: ContenderName,
  path: string,
  argv: (port: string) => readonly string[],
  question: Questions,
  settings: Record<string, string> = {},
  ready = "READY",
): Promise<Contender> {
  const port = String(await freePort());
  const process = await startNode(name, argv(port), ready, settings);
  return { name, url: `http://127.0.0.1:${port}${path}`, process, question };
}

/** How a contender is asked an operation; null where it has no answer to it. */
export function targetOf(contender: Contender, operation: Operation): Target | null {
  const question = contender.question(operation);
  if (isMissing(question)) return null;
  const { name, url } = contender;
  if ("cypher" in question) return { name, url, body: JSON.stringify({ operation: operation.name }) };
  const body = JSON.stringify({ query: question.query, variables: question.variables });
  return { name, url: name === "bytes" ? url + encodeURIComponent(operation.name) : url, body };
}

/** The place of the deep page as Quoth or PostGraphile names it. */
export async function cursorOf(contender: Contender, { deepId }: Marks): Promise<string> {
  const query =
    contender.name === "postgraphile"
      ? `query ($id: String!) { statements(first: 1, orderBy: [SAID_AT_DESC, ROW_ID_DESC], condition: { rowId: $id }) { edges { cursor } } }`
      : `query ($id: ID!) { statements(first: 1, where: { id: $id }) { edges { cursor } } }`;
  const { name, url } = contender;
  const answer = JSON.parse(await post({ name, url, body: JSON.stringify({ query, variables: { id: deepId } }) })) as Json;
  const [edge = null] = list(answer, "data.statements.edges");
  return textAt(edge, "cursor");
}

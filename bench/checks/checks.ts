import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the checks, whose packages are their own and no dependencies of the project. */
export const CHECKS_FOLDER = join(__dirname, "../../../checks");

const SHAPES = "shapes.graphql";

/** How the server under test is set up. */
export interface Mode {
  readonly environment: "development" | "production";
  readonly introspection: "on" | "off";
}

export type Engine = "embedded" | "neo4j";

/** Where the server under test is, and what a check may use besides. */
export interface Target extends Mode {
  readonly engine: Engine;
  readonly url: string;
  /** For what a check writes; the same for all checks of a mode. */
  readonly folder: string;
  /** Where injection-oracle starts a server of its own, and the Bolt server that this one asks. */
  readonly sparePort: number;
  readonly boltPort: number;
}

/** What a check counted. */
export interface Score {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One script of checks/, or one tool of its packages, and the score below which it has fallen. */
export interface Check {
  readonly name: string;
  /** It reads the schema from the server. */
  readonly needsIntrospection: boolean;
  /** Arguments of `node`; of a script without --json, which is added where `wants` is there. */
  argv(target: Target): readonly string[];
  prepare?(target: Target): void;
  /** Without it, the exit code alone is judged, and that nothing is printed where `silent`. */
  readonly wants?: (score: Score, mode: Mode) => boolean;
  readonly silent?: boolean;
}

const script = (name: string): string => join(CHECKS_FOLDER, name);
const tool = (path: string): string => join(CHECKS_FOLDER, "node_modules", path);

/**
 * Edges between two records: such a node has no id of its own that anybody could ask for, so it is no Node. Relay's specification
 * allows that, the rule of ESLint does not.
 */
const EDGES_WITHOUT_ID = ["RelationEdge", "ResponseEdge"];

/** The schema, with the rule about Node put aside for those edges alone; ESLint is told to report one that needs it no longer. */
function writeShapes({ folder }: Target): void {
  const schema = readFileSync(join(folder, "schema.graphql"), "utf8");
  const aside = "# eslint-disable-next-line @graphql-eslint/relay-edge-types";
  const edges = new RegExp(`^type (${EDGES_WITHOUT_ID.join("|")}) `, "gm");
  writeFileSync(
    join(folder, SHAPES),
    schema.replace(edges, (line) => `${aside}\n${line}`),
  );
}

/** How many arguments injection-oracle tries, and how many of them are cursors; without introspection it knows four. */
const ARGUMENTS = { on: 150, off: 4 } as const;
const CURSORS = { on: 52, off: 1 } as const;

/** In the order in which they run: relay-check writes the schema that the two after it read. */
export const CHECKS: readonly Check[] = [
  {
    name: "http-audit",
    needsIntrospection: true,
    argv: ({ url }) => [script("http-audit.mjs"), url],
    wants: ({ passed, failed, skipped }) => passed === 58 && failed === 0 && skipped === 3,
  },
  {
    name: "relay-check",
    needsIntrospection: true,
    argv: ({ url }) => [script("relay-check.mjs"), url, "--quiet", "--sdl", "schema.graphql", "--with", 'search(query: "iran")'],
    wants: ({ passed, failed }) => passed >= 490 && failed === 0,
  },
  {
    name: "relay-eslint",
    needsIntrospection: true,
    prepare: writeShapes,
    argv: () => [
      tool("eslint/bin/eslint.js"),
      ...["-c", script("relay-eslint.config.mjs"), "--report-unused-disable-directives-severity", "error", SHAPES],
    ],
    silent: true,
  },
  { name: "relay-compiler", needsIntrospection: true, argv: () => [tool("relay-compiler/cli.js"), "relay.config.json"] },
  {
    name: "security-audit",
    needsIntrospection: false,
    argv: ({ url, introspection }) => [script("security-audit.mjs"), url, "--introspection", introspection],
    wants: ({ passed, failed }) => passed === 94 && failed === 0,
  },
  {
    name: "corpus-run",
    needsIntrospection: false,
    argv: ({ url }) => [script("corpus-run.mjs"), url],
    // Without introspection it knows only the arguments that its flags name.
    wants: ({ passed, failed }, { introspection }) => passed >= (introspection === "on" ? 8000 : 285) && failed === 0,
  },
  {
    name: "injection-oracle",
    needsIntrospection: false,
    argv: ({ sparePort, boltPort }) => [
      script("injection-oracle.mjs"),
      `http://127.0.0.1:${String(sparePort)}/graphql`,
      ...["--bolt-port", String(boltPort), "--quiet"],
      ...["--spawn", `${process.execPath} ${join(__dirname, "../../../dist/cli.js")} serve --port {port}`],
    ],
    // Cursors are refused before the database is asked, and skipped; unless the data's version was read meanwhile, which counts as asking.
    wants: ({ passed, failed, skipped }, { introspection }) =>
      failed === 0 && passed >= ARGUMENTS[introspection] - CURSORS[introspection] && passed + skipped === ARGUMENTS[introspection],
  },
];

import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import neo4j from "neo4j-driver";
import { ensureBuilt, quoth } from "../support/built-cli";
import { describeOnEngines } from "../support/engines";
import { neo4jAddress } from "../support/neo4j-for-this-file";

const ROOT = join(__dirname, "../..");
const CORPUS = join(__dirname, "..", "corpora", "harbour-2021");
const folder = mkdtempSync(join(tmpdir(), "quoth-commands-"));
const badCorpus = join(folder, "bad");
const inNeo4j = neo4jAddress() ? it : it.skip;

jest.setTimeout(60_000);
beforeAll(() => {
  ensureBuilt();
  cpSync(CORPUS, badCorpus, { recursive: true });
  writeFileSync(join(badCorpus, "people.yaml"), "somebody:\n  nam: Some Body\n");
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a command whose reader leaves", () => {
  const firstLineOf = async (words: string, settings: object = {}): Promise<string> => {
    const pipe = `node dist/cli.js ${words} | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await promisify(execFile)("bash", ["-c", pipe], { cwd: ROOT, env: { ...process.env, ...settings } });
    expect(stderr).not.toMatch(/^ +at |Error/m);
    return stdout.trim();
  };

  it("shows nobody a stack", async () => {
    expect(await firstLineOf("--help")).toMatch(/^Usage: .*\n0$/);
  });

  it("loads all the same, and exports no more", async () => {
    const settings = { QUOTH_DATA_DIR: join(folder, "left") };
    expect(await firstLineOf(`seed ${CORPUS}`, settings)).toMatch(/^harbour-2021 .*\n0$/);
    expect(await firstLineOf("export", settings)).toMatch(/^\{"is":"graph".*\n(0|141)$/);
    const { stdout } = await quoth(["info"], settings);
    expect(stdout).toMatch(/Statement +[1-9]/);
  });
});

it("a command whose output goes to a full disk ends with 2, and shows nobody a stack", async () => {
  const told = await promisify(execFile)("bash", ["-c", `node dist/cli.js check ${CORPUS} >/dev/full; echo "$?"`], { cwd: ROOT });
  expect([told.stdout, told.stderr]).toEqual(["2\n", expect.stringMatching(/^CANNOT_RUN What is printed cannot be written: ENOSPC.*\n$/)]);
});

it("commands that only look make no store where there is none", async () => {
  const settings = { QUOTH_DATA_DIR: join(folder, "mistyped") };
  const [told, examined] = [await quoth(["info"], settings), await quoth(["doctor"], settings)];
  expect([told.exitCode, told.stderr]).toEqual([2, expect.stringMatching(/^CANNOT_RUN There is no store in .*mistyped yet: `quoth seed`/)]);
  expect([examined.exitCode, examined.stdout]).toEqual([1, expect.stringContaining("There is no store in")]);
  expect(existsSync(settings.QUOTH_DATA_DIR)).toBe(false);
});

it.each(["x", "0", "-1", "1.5"])("quoth preview does not take %s for a number of statements", async (rows) => {
  const { exitCode, stderr } = await quoth(["preview", CORPUS, `--rows=${rows}`]);
  expect([exitCode, stderr]).toEqual([2, `CANNOT_RUN --rows wants a number of rows, 1 or more, got "${rows}".\n`]);
});

it("quoth copy names its own option where the target does not answer", async () => {
  const environment = { QUOTH_DATA_DIR: join(folder, "left"), QUOTH_TO_PASSWORD: "any" };
  const { exitCode, stderr } = await quoth(["copy", "--to", "bolt://127.0.0.1:1"], environment);
  expect([exitCode, stderr]).toEqual([
    2,
    expect.stringContaining("DATABASE_UNAVAILABLE The database at bolt://127.0.0.1:1 does not answer. Check --to and"),
  ]);
});

describe("quoth check", () => {
  it("ends with 0 on a valid corpus and says what it holds", async () => {
    const { exitCode, stdout } = await quoth(["check", CORPUS]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/harbour-2021 .* is valid: \d+ statements/)]);
  });

  it("ends with 1 on a bad one, with file, line and column of each fault", async () => {
    const { exitCode, stdout } = await quoth(["check", badCorpus]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/people\.yaml:2:3 SEED_UNKNOWN_FIELD .*nam/);
  });

  it("ends with 2 where there is no such folder", async () => {
    const { exitCode, stderr } = await quoth(["check", join(folder, "nowhere")]);
    expect([exitCode, stderr.split(" ", 1)[0]]).toEqual([2, "CANNOT_RUN"]);
  });

  it("gives its findings as one JSON object", async () => {
    const { exitCode, stdout } = await quoth(["check", badCorpus, "--json"]);
    const { valid, faults } = JSON.parse(stdout) as { valid: boolean; faults: { line: number }[] };
    expect([exitCode, valid, faults.length > 0]).toEqual([1, false, true]);
  });
});

describe("quoth preview", () => {
  const DESCRIPTION = "id: small\ntitle: Small\nlicence: CC0-1.0\nversion: '1'\n";
  const TABLE = "tables:\n  said:\n    files: said.csv\n    records:\n      statements: { <id>: { text: <tekst> } }\n";

  it("shows the faults of a mapping, and does not say that there are no statements", async () => {
    const faulty = join(folder, "faulty");
    mkdirSync(faulty);
    for (const [name, text] of [
      ["corpus.yaml", DESCRIPTION],
      ["mapping.yaml", TABLE.replace("records", "recrods")],
    ] as const)
      writeFileSync(join(faulty, name), text);
    const { exitCode, stdout } = await quoth(["preview", faulty]);
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^\S+mapping\.yaml:\d+:\d+ SEED_/)]);
  });

  it("ends with 1 where there is nothing to preview, and says what is missing", async () => {
    const empty = join(folder, "no-mapping");
    mkdirSync(empty);
    writeFileSync(join(empty, "corpus.yaml"), DESCRIPTION);
    writeFileSync(join(empty, "people.yaml"), "ada:\n  name: Ada\n");
    const { exitCode, stdout } = await quoth(["preview", empty]);
    expect([exitCode, stdout]).toEqual([
      1,
      expect.stringContaining("small has nothing to preview: it has no statements, and no mapping.yaml"),
    ]);
  });
});

describe("quoth explain", () => {
  const fileOf = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  it("says what the guide shows, and makes no store", async () => {
    const guide = readFileSync(join(ROOT, "docs", "operations.md"), "utf8");
    const [, question = "", words = ""] = /```graphql\n([^`]*)```[^`]*`--engine neo4j`\n\n```text\n([^`]*)```/.exec(guide) ?? [];
    const settings = { QUOTH_DATA_DIR: join(folder, "never") };
    const { exitCode, stdout } = await quoth(["explain", fileOf("slow.graphql", question), "--engine", "neo4j"], settings);
    expect([exitCode, stdout, existsSync(settings.QUOTH_DATA_DIR)]).toEqual([0, words, false]);
  });

  it("takes the engine that the settings name, without asking it, and shows its statement", async () => {
    const question = fileOf("page.graphql", "query Q($n: Int) { people(first: $n) { nodes { name } } } query R { datasets { id } }");
    const settings = { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "any" };
    const { exitCode, stdout } = await quoth(["explain", question, "--operation=Q", '--variables={"n": 3}', "--cypher"], settings);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /Compiled for the neo4j engine[\s\S]*people: 4 points[\s\S]*begins along the index[\s\S]*MATCH \(n1:Person\)[\s\S]*\$p_1 = 3\n/,
    );
  });

  it("gives all of it as one JSON object", async () => {
    const { exitCode, stdout } = await quoth(["explain", fileOf("two.graphql", "{ __typename datasets { id } }"), "--json"]);
    const told = JSON.parse(stdout) as { engine: string; cost: number; fields: { name: string; statements: { text: string }[] }[] };
    expect([exitCode, told.engine, told.fields.map(({ name, statements }) => [name, statements.length])]).toEqual([
      0,
      "embedded",
      [
        ["__typename", 0],
        ["datasets", 1],
      ],
    ]);
  });

  it("ends with 1 where the server would refuse it, with file, line and column; a setting is the server's", async () => {
    const question = fileOf("bad.graphql", "{ people {\n  totalCuont } }");
    const [bad, dear] = [
      await quoth(["explain", question]),
      await quoth(["explain", fileOf("dear.graphql", "{ people { totalCount } }"), "--max-cost=5"]),
    ];
    expect([bad.exitCode, bad.stdout]).toEqual([
      1,
      expect.stringMatching(/bad\.graphql:2:3 GRAPHQL_VALIDATION_FAILED .*Did you mean "totalCount"/),
    ]);
    expect([dear.exitCode, dear.stdout]).toEqual([
      1,
      expect.stringMatching(/dear\.graphql QUERY_TOO_COSTLY .*21 points, at most 5 \(QUOTH_MAX_COST\)/),
    ]);
  });

  it.each([
    [["nowhere.graphql"], "CANNOT_RUN nowhere.graphql cannot be read (ENOENT)"],
    [["-", "--variables=x"], "CANNOT_RUN --variables wants a JSON object"],
  ])("ends with 2 where it is called wrongly: %j", async (words, message) => {
    const { exitCode, stderr } = await quoth(["explain", ...words]);
    expect([exitCode, stderr.slice(0, message.length)]).toEqual([2, message]);
  });
});

describe("quoth", () => {
  it.each([["--no-such-flag"], ["no-such-command"], ["seed"]])("ends with 2 when it is called wrongly: %s", async (...words) => {
    expect((await quoth(words)).exitCode).toBe(2);
  });

  it("names the command that was meant when one is misspelt, and how to get help", async () => {
    const { exitCode, stderr } = await quoth(["chek", "my-corpus"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/unknown command 'chek', did you mean "check"\?\nAdd --help/)]);
  });

  it("shows commands, examples and exit codes when asked for help, and ends with 0", async () => {
    const { exitCode, stdout } = await quoth(["--help"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/serve[\s\S]*seed[\s\S]*doctor[\s\S]*Examples:[\s\S]*Exit codes:/);
  });

  it("shows each flag of serve with its environment variable", async () => {
    expect((await quoth(["serve", "--help"])).stdout).toMatch(/--max-depth[\s\S]*\(QUOTH_MAX_DEPTH;\s+default\s+10/);
  });
});

describeOnEngines("quoth seed, info and doctor", (engine) => {
  const environment: Record<string, string> = {};
  beforeAll(async () => {
    const { uri, user, password } = neo4jAddress() ?? { uri: "", user: "", password: "" };
    if (engine.name === "neo4j") Object.assign(environment, { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
    else environment["QUOTH_DATA_DIR"] = join(folder, "store");
    // Empties the shared Neo4j; the embedded store is new anyway.
    await (await engine.open()).close();
  });

  it("say what would change, and change nothing, on a dry run", async () => {
    const seeded = await quoth(["seed", CORPUS, "--dry-run", "--json"], environment);
    const told = await quoth(["info", "--json"], environment);
    expect([seeded.exitCode, (JSON.parse(seeded.stdout) as { changed: boolean }).changed]).toEqual([0, true]);
    expect((JSON.parse(told.stdout) as { datasets: unknown[] }).datasets).toEqual([]);
  });

  it("load a corpus, and change nothing the second time", async () => {
    const first = await quoth(["seed", CORPUS], environment);
    const second = await quoth(["seed", CORPUS], environment);
    expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
    expect([first.stdout, second.stdout]).toEqual([expect.stringContaining("Done."), expect.stringContaining("Nothing changed")]);
  });

  it("write nothing of a bad corpus and end with 1", async () => {
    const { exitCode, stdout } = await quoth(["seed", badCorpus], environment);
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining("nothing was written")]);
  });

  it("tell what is in the graph", async () => {
    const { exitCode, stdout } = await quoth(["info", "--json"], environment);
    const { datasets, counts } = JSON.parse(stdout) as { datasets: { id: string; statements: number }[]; counts: Record<string, number> };
    expect([exitCode, datasets[0]?.id]).toEqual([0, "dataset:harbour-2021"]);
    expect(counts["Statement"]).toBe(datasets[0]?.statements);
  });

  it("find nothing to do when all is well, and show no password", async () => {
    const { exitCode, stdout } = await quoth(["doctor"], environment);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining("all constraints and indexes are there")]);
    expect(stdout).not.toContain(environment["NEO4J_PASSWORD"] ?? "no password");
  });
});

describe("quoth serve, on a graph without one of its constraints", () => {
  const { uri = "", user = "", password = "" } = neo4jAddress() ?? {};
  inNeo4j("says which and how to make it, in one line, and ends with 2 (E18)", async () => {
    const settings = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, QUOTH_PORT: "0" };
    await quoth(["seed", CORPUS], settings);
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    await driver.executeQuery("DROP CONSTRAINT quoth_statement_id");
    const { exitCode, stderr, ms } = await quoth(["serve"], settings);
    await driver.executeQuery("CREATE CONSTRAINT quoth_statement_id FOR (n:Statement) REQUIRE n.id IS UNIQUE");
    await driver.close();
    expect([exitCode, stderr.trim()]).toEqual([2, expect.stringMatching(/^CANNOT_RUN .*quoth_statement_id\. `quoth seed` makes them.*$/)]);
    expect(ms).toBeLessThan(5000);
  });
});

describe("quoth doctor, on a database that does not let it in", () => {
  inNeo4j("says so and ends with 2, without showing the password", async () => {
    const settings = { NEO4J_URI: neo4jAddress()?.uri ?? "", NEO4J_PASSWORD: "not-this-one" };
    const { exitCode, stdout, stderr } = await quoth(["doctor"], settings);
    expect([exitCode, stdout]).toEqual([2, expect.stringContaining("DATABASE_LOGIN_FAILED")]);
    expect(stdout + stderr).not.toContain("not-this-one");
  });

  inNeo4j("is told by seed in one line, with exit code 2", async () => {
    const settings = { NEO4J_URI: neo4jAddress()?.uri ?? "", NEO4J_PASSWORD: "not-this-one" };
    const { exitCode, stderr, ms } = await quoth(["seed", CORPUS], settings);
    expect([exitCode, stderr.trim().split("\n").length, ms < 5000]).toEqual([2, 1, true]);
  });
});

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { parse } from "yaml";
import { readText, ROOT } from "./source-files";

interface Instruction {
  readonly name: string;
  readonly rest: string;
}

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly ports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly read_only?: boolean;
  readonly mem_limit?: string;
}

/** What dclint says of a file. */
interface Linted {
  readonly messages: readonly { readonly type: string; readonly rule: string; readonly message: string }[];
}

/** An exact version, such as 20.20.2-bookworm-slim: no `latest`, no `20`, no `5.26-community`. */
const PINNED = /^[\w./-]+:\d+\.\d+\.\d+(-[\w.-]+)?(@sha256:[0-9a-f]{64})?$/;

/** One a logical line; comments and continued lines are no instructions of their own. */
function instructionsOf(dockerfile: string): Instruction[] {
  const lines = dockerfile.replace(/^\s*#.*\n/gm, "").replace(/\\\n/g, " ");
  return [...lines.matchAll(/^\s*([A-Z]+)\s+(.+)$/gm)].map(([, name = "", rest = ""]) => ({ name, rest: rest.trim() }));
}

/** The instructions of one name that a rule finds fault with; a name that must be there and is not is a fault, too. */
function faultsOf(name: string, isRight: (rest: string) => boolean, parts: readonly Instruction[] = instructions): string[] {
  const found = parts.filter((each) => each.name === name);
  return found.length === 0 ? [`no ${name}`] : found.filter(({ rest }) => !isRight(rest)).map(({ rest }) => `${name} ${rest}`);
}

const dockerfile = readText("Dockerfile");
const instructions = instructionsOf(dockerfile);
/** What ends up in the image. */
const lastStage = instructions.slice(instructions.map(({ name }) => name).lastIndexOf("FROM"));
const isExecForm = (rest: string): boolean => /^\[\s*"[^]*"\s*\]$/.test(rest);

describe("the Dockerfile", () => {
  it("starts Node with the options of `npm start`, which the benchmark gives to everybody", () => {
    const { scripts } = JSON.parse(readText("package.json")) as { readonly scripts: { readonly start: string } };
    const options = /^node (--\S+) dist\/cli\.js serve$/.exec(scripts.start)?.[1];
    expect(faultsOf("ENTRYPOINT", (rest) => rest === `["node", "${String(options)}", "dist/cli.js"]`, lastStage)).toEqual([]);
    expect(readText("bench/start-process.ts")).toContain(`const NODE_OPTIONS = ["${String(options)}"];`);
  });

  it("is one, as Docker's editor support reads it", () => {
    expect(validate(dockerfile).map(({ message }) => message)).toEqual([]);
  });

  it("begins each stage with an exact version of its base", () => {
    expect(faultsOf("FROM", (rest) => PINNED.test(rest.split(/\s+/)[0] ?? ""))).toEqual([]);
  });

  it("ends as a numbered user who is not root, since by a name nobody can tell that it is not", () => {
    expect(lastStage.filter(({ name }) => name === "USER").at(-1)?.rest).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  it("fetches nothing by ADD", () => {
    expect(instructions.filter(({ name }) => name === "ADD")).toEqual([]);
  });

  it("has absolute folders", () => {
    expect(faultsOf("WORKDIR", (rest) => rest.startsWith("/"))).toEqual([]);
  });

  it("starts its process without a shell, which would keep signals to itself", () => {
    expect([...faultsOf("ENTRYPOINT", isExecForm, lastStage), ...faultsOf("CMD", isExecForm, lastStage)]).toEqual([]);
  });

  it("asks whether the server is ready", () => {
    expect(faultsOf("HEALTHCHECK", (rest) => rest.includes("CMD [") && rest.includes("/ready"), lastStage)).toEqual([]);
  });

  it("leaves no lists of packages behind, uses no sudo, and installs from the lock", () => {
    const wrong = (rest: string): boolean =>
      /\bsudo\b|\bnpm (install|i)\b|\bcurl\b.*\|/.test(rest) ||
      (/apt-get install/.test(rest) && !/rm -rf \/var\/lib\/apt\/lists/.test(rest));
    expect(faultsOf("RUN", (rest) => !wrong(rest))).toEqual([]);
  });

  it("holds no secret", () => {
    expect(instructions.filter(({ name, rest }) => /^(ARG|ENV)$/.test(name) && /PASSWORD|SECRET|TOKEN|KEY/i.test(rest))).toEqual([]);
  });

  it("copies only what the build may see", () => {
    const seen = readText(".dockerignore").split("\n");
    const sources = instructions.filter(({ name, rest }) => name === "COPY" && !rest.startsWith("--from="));
    const files = sources.flatMap(({ rest }) => rest.split(/\s+/).slice(0, -1)).map((file) => file.replace(/^\.\/|\*$/g, ""));
    expect(files.filter((file) => !seen.includes(`!${file}`))).toEqual([]);
  });
});

const { services } = parse(readText("docker-compose.yml")) as { services: Readonly<Record<string, Service>> };
const named = Object.entries(services);
const breaking = (isRight: (service: Service) => boolean): string[] => named.filter(([, each]) => !isRight(each)).map(([name]) => name);

describe("docker-compose.yml", () => {
  it("follows the schema of the Compose specification", () => {
    const linter = join(ROOT, "node_modules/dclint/bin/dclint.cjs");
    const { stdout } = spawnSync(process.execPath, [linter, "--formatter", "json", "docker-compose.yml"], { cwd: ROOT, encoding: "utf8" });
    const messages = (JSON.parse(stdout) as readonly Linted[]).flatMap((file) => file.messages);
    // Warnings are about quotes and the order of keys.
    expect(messages.filter(({ type }) => type === "error").map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it("opens ports on this machine alone", () => {
    expect(
      breaking(({ ports, network_mode }) => network_mode === undefined && (ports ?? []).every((port) => port.startsWith("127.0.0.1:"))),
    ).toEqual([]);
  });

  it("takes exact versions of images", () => {
    expect(breaking(({ image }) => image === undefined || PINNED.test(image))).toEqual([]);
  });

  it("runs everything as a numbered user, without privileges and without a way to get some", () => {
    const isBare = ({ user, cap_drop, security_opt, privileged }: Service): boolean =>
      /^[1-9]\d*:[1-9]\d*$/.test(user ?? "") &&
      JSON.stringify(cap_drop) === '["ALL"]' &&
      (security_opt ?? []).includes("no-new-privileges:true") &&
      privileged !== true;
    expect(breaking(isBare)).toEqual([]);
  });

  it("gives each service a limit of memory", () => {
    expect(breaking(({ mem_limit }) => /^\d+[mg]$/.test(mem_limit ?? ""))).toEqual([]);
  });

  it("has Quoth's file system read-only, as the user of its image", () => {
    expect({ readOnly: services["quoth"]?.read_only, user: services["quoth"]?.user }).toEqual({
      readOnly: true,
      user: lastStage.findLast(({ name }) => name === "USER")?.rest,
    });
  });

  it("takes secrets from whoever starts it, and has no default for them", () => {
    const secrets = named.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|AUTH|SECRET/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/^(neo4j\/)?\$\{NEO4J_PASSWORD:\?[^}]+\}$/.test(value))).toEqual([]);
  });

  it("takes the Neo4j that the tests run on", () => {
    const tested = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readText("tests/support/neo4j/pom.xml"))?.[1];
    expect(services["neo4j"]?.image).toBe(`neo4j:${String(tested)}-community`);
  });
});

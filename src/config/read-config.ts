import { readFileSync } from "node:fs";
import { DATABASE_NAMES, TARGET_NAMES } from "./database-names";
import { BadSetting } from "../errors";
import { parseSetting } from "./parse-setting";
import type { Setting } from "./setting";
import type { Config } from "./settings";
import { SETTINGS } from "./settings";

/** The flags of a command line, by the name of the flag: `max-depth`. */
export type Flags = Readonly<Record<string, string | undefined>>;

const WELL_KNOWN_PASSWORDS = ["neo4j", "password", "changeme", "test", "secret"];

/**
 * Reads all settings: a flag beats the environment, which beats the default. An empty text counts as not set.
 * @throws BadSetting naming the setting, where it came from, and what it wants
 */
export function readConfig(flags: Flags = {}, environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const values: Record<string, unknown> = {};
  const limits: Record<string, unknown> = {};
  for (const setting of SETTINGS) (setting.group === "limits" ? limits : values)[setting.key] = valueOf(setting, flags, environment);
  const config = { ...values, limits } as unknown as Config;
  checkCost(config);
  return checkDatabase({ ...config, neo4jPassword: passwordOf(config) });
}

/**
 * The settings of the graph that `--to` names: a Neo4j by its address, else the folder of an embedded store.
 * @throws BadSetting
 */
export function targetConfig(config: Config, to: string): Config {
  const { targetUser, targetPassword, targetPasswordFile, targetDatabase } = config;
  const neo4j = {
    neo4jUser: targetUser,
    neo4jPassword: targetPassword,
    neo4jPasswordFile: targetPasswordFile,
    neo4jDatabase: targetDatabase,
  };
  if (!to.includes("://")) return { ...config, ...neo4j, neo4jUri: undefined, dataDir: to };
  const target = { ...config, ...neo4j, neo4jUri: to };
  return checkDatabase({ ...target, neo4jPassword: passwordOf(target, TARGET_NAMES) }, TARGET_NAMES);
}

/** Whether npm started this process, through a shell of its own. */
export function isStartedByNpm(environment: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return environment["npm_lifecycle_event"] !== undefined;
}

/** Whether an address names this machine itself. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(host);
}

/** The host of a database address; empty where there is none in it. */
export function hostOf(uri: string): string {
  return /^[a-z0-9+]+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]*)/i.exec(uri)?.[1] ?? "";
}

function valueOf(setting: Setting, flags: Flags, environment: Readonly<Record<string, string | undefined>>): unknown {
  const flag = setting.flag === undefined ? undefined : flags[setting.flag];
  const given = present(flag) ?? present(environment[setting.env]);
  const source = present(flag) === undefined ? setting.env : `--${setting.flag ?? ""} (${setting.env})`;
  const text = given ?? setting.default;
  if (text === null) return setting.kind === "list" || setting.kind === "networks" ? [] : undefined;
  return parseSetting(setting, text, source);
}

function present(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === "" ? undefined : text;
}

function passwordOf(config: Config, names = DATABASE_NAMES): string | undefined {
  const { neo4jPassword, neo4jPasswordFile } = config;
  if (neo4jPasswordFile === undefined) return neo4jPassword;
  if (neo4jPassword !== undefined) throw new BadSetting(`${names.password} and ${names.file} are both set; keep one of them.`);
  try {
    return readFileSync(neo4jPasswordFile, "utf8").trimEnd();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadSetting(
      `${names.file}: ${neo4jPasswordFile} cannot be read (${code ?? "unknown"}). Name a file that holds the password.`,
      {
        cause: error,
      },
    );
  }
}

function checkCost({ costPerMinute, limits: { maxCost } }: Config): void {
  if (costPerMinute === 0 || costPerMinute >= maxCost) return;
  throw new BadSetting(
    `QUOTH_COST_PER_MINUTE (${String(costPerMinute)}) is below QUOTH_MAX_COST (${String(maxCost)}): a question of that cost would never be answered. Raise the one, or lower the other.`,
  );
}

function checkDatabase(config: Config, names = DATABASE_NAMES): Config {
  const { neo4jUri, neo4jPassword } = config;
  if (neo4jUri === undefined) return config;
  if (!/^(bolt|neo4j)(\+s|\+ssc)?:\/\/[^\s/]+/.test(neo4jUri)) {
    throw new BadSetting(`${names.uri} wants bolt://host:7687, bolt+s://host:7687, neo4j://host:7687 or neo4j+s://host.`);
  }
  if (/\/\/[^/]*@/.test(neo4jUri))
    throw new BadSetting(`${names.uri} must not hold user or password; use ${names.user} and ${names.password}.`);
  if (neo4jPassword !== undefined && WELL_KNOWN_PASSWORDS.includes(neo4jPassword) && !isLoopback(hostOf(neo4jUri))) {
    throw new BadSetting(`${names.password} is one that everybody tries first. Change it in Neo4j, then set the new one.`);
  }
  return config;
}

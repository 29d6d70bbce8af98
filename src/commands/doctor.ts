import { configWarnings } from "../config/config-warnings";
import { readConfig } from "../config/read-config";
import type { Flags } from "../config/read-config";
import { SETTINGS } from "../config/settings";
import type { Setting } from "../config/setting";
import type { Config } from "../config/settings";
import { QueryTooSlow, QuothError } from "../errors";
import type { GraphEngine } from "../graph/engine";
import { openEngine } from "../graph/open-engine";
import { ONTOLOGY } from "../model/ontology";
import { findDamage } from "../seeding/stored/find-damage";
import { describeOutdated, readOutdated } from "../seeding/stored/read-outdated";
import { describeMissingSchema } from "./describe-missing-schema";
import { hasStore, noStoreMessage } from "./has-store";
import { printData } from "./output";
import { packageVersion } from "./package-root";

/** One thing looked at: all well, or what to do. */
interface Finding {
  readonly what: string;
  readonly status: "ok" | "warning" | "fault";
  readonly detail: string;
}

const MARKS = { ok: "ok     ", warning: "WARNING", fault: "FAULT  " } as const;
const MISSING_SHOWN = 5;
const LOADING = "MATCH (d:Dataset) WHERE d.loading = true RETURN d.id AS id ORDER BY id";
const HELD = "MATCH (l:SeedLock) WHERE l.holder <> '' RETURN l.until AS until";

/**
 * `quoth doctor`: settings, connection, versions, constraints, unfinished loads, relations that loads of earlier versions left wrong, and what to do.
 * @returns 0 when all is well, 1 when something wants doing, 2 when the database cannot be used
 */
export async function doctor(flags: Flags, json: boolean): Promise<number> {
  const config = readConfig(flags);
  const findings: Finding[] = [versions(), settings(config), ...configWarnings(config).map(asWarning), ...(await examineEngine(config))];
  printData(json ? { findings } : findings.map(({ what, status, detail }) => `${MARKS[status]} ${what.padEnd(12)} ${detail}`).join("\n"));
  if (findings.some(({ status }) => status === "fault")) return 2;
  return findings.some(({ status }) => status === "warning") ? 1 : 0;
}

function versions(): Finding {
  return {
    what: "versions",
    status: "ok",
    detail: `Quoth ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`,
  };
}

/** What differs from the defaults; a secret is only said to be set. */
function settings(config: Config): Finding {
  const set = SETTINGS.filter((setting) => textOf(setting, config) !== (setting.default ?? ""));
  const shown = set.map((setting) => `${setting.env}=${setting.kind === "secret" ? "(set)" : textOf(setting, config)}`);
  return { what: "settings", status: "ok", detail: shown.length > 0 ? shown.join(", ") : "all as by default" };
}

/** A value as it would be written in the environment. */
function textOf({ key, kind }: Setting, config: Config): string {
  const { limits, ...rest } = config;
  const values: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> = { ...rest, ...limits };
  const value = values[key];
  if (kind === "seconds") return String(Number(value) / 1000);
  if (kind === "switch") return value === true ? "on" : "off";
  return value === undefined ? "" : value.toString();
}

function asWarning(detail: string): Finding {
  return { what: "settings", status: "warning", detail };
}

async function examineEngine(config: Config): Promise<Finding[]> {
  if (!hasStore(config)) return [{ what: "database", status: "warning", detail: noStoreMessage(config) }];
  let engine: GraphEngine | undefined;
  try {
    engine = await openEngine(config, "questions");
    const { version, address } = await engine.health();
    return [
      { what: "database", status: "ok", detail: `${version} at ${address}` },
      await schema(engine),
      await formats(engine),
      ...(await loads(engine)),
      await damage(engine),
    ];
  } catch (error) {
    if (!(error instanceof QuothError)) throw error;
    return [{ what: "database", status: "fault", detail: `${error.code} ${error.message}` }];
  } finally {
    await engine?.close();
  }
}

async function schema(engine: GraphEngine): Promise<Finding> {
  const missing = describeMissingSchema(await engine.missingSchema(ONTOLOGY), engine.name, MISSING_SHOWN);
  if (missing === null) return { what: "constraints", status: "ok", detail: "all constraints and indexes are there" };
  return { what: "constraints", status: "warning", detail: `missing: ${missing}` };
}

async function formats(engine: GraphEngine): Promise<Finding> {
  const outdated = describeOutdated(await readOutdated(engine));
  if (outdated !== null) return { what: "datasets", status: "fault", detail: outdated };
  return { what: "datasets", status: "ok", detail: "all were loaded by this version of Quoth" };
}

async function damage(engine: GraphEngine): Promise<Finding> {
  const found = await findDamage(engine).catch((error: unknown) => {
    if (error instanceof QueryTooSlow) return null;
    throw error;
  });
  if (found === null) return { what: "records", status: "ok", detail: "not counted within the time limit (QUOTH_READ_TIMEOUT); give more" };
  if (found.length === 0)
    return {
      what: "records",
      status: "ok",
      detail: "no relation is missing or where it should not be, and no date is longer than is noted beside it",
    };
  const detail = `${found.join("; ")}. Answers are wrong there: load the corpora into an empty database.`;
  return { what: "records", status: "warning", detail };
}

async function loads(engine: GraphEngine): Promise<Finding[]> {
  const loading = (await engine.read({ text: LOADING, parameters: {} })).map((row) => String(row["id"] as string));
  const [held] = await engine.read({ text: HELD, parameters: {} });
  if (held && Number(held["until"]) > Date.now()) return [{ what: "loads", status: "ok", detail: "a seeder is at work right now" }];
  if (loading.length === 0) return [{ what: "loads", status: "ok", detail: "no load was broken off" }];
  return [
    {
      what: "loads",
      status: "warning",
      detail: `broken off: ${loading.join(", ")}. Run \`quoth seed\` on that corpus again; it goes on from there.`,
    },
  ];
}

import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../tests/support/neo4j-process";
import { startProcess } from "./start-process";

/** A PostgreSQL database that can be reached, and how to let go of it. */
export interface PostgresPlace {
  readonly url: string;
  stop(): Promise<void>;
}

const DEBIAN_HOME = "/usr/lib/postgresql";
const USER = "bench";
/** As on a server that is meant for the data: all of it fits, and no query waits for a compiler. */
const SETTINGS = ["shared_buffers=1GB", "effective_cache_size=4GB", "work_mem=64MB", "maintenance_work_mem=256MB", "jit=off"];

/** The database of BENCH_POSTGRES_URL, or one of its own where PostgreSQL is installed; null where there is none. */
export async function openPostgres(): Promise<PostgresPlace | null> {
  const given = process.env["BENCH_POSTGRES_URL"];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  const programs = programFolder();
  if (programs === null) return null;
  const home = mkdtempSync(join(tmpdir(), "quoth-bench-postgres-"));
  const owner = ownerOf(home);
  const password = initialise(programs, home, owner);
  const port = await freePort();
  const settings = [...SETTINGS, "listen_addresses=127.0.0.1", `port=${String(port)}`, "unix_socket_directories="];
  const argv = ["-D", join(home, "data"), ...settings.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(programs, "postgres"), argv, { ...owner, stdio: ["ignore", "pipe", "pipe"] });
  const running = await startProcess("PostgreSQL", server, "ready to accept connections", "SIGINT");
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { url: `postgres://${USER}:${password}@127.0.0.1:${String(port)}/postgres`, stop };
}

/** The newest PostgreSQL that Debian installed, or the folder of BENCH_POSTGRES_BIN. */
function programFolder(): string | null {
  const given = process.env["BENCH_POSTGRES_BIN"];
  if (given !== undefined) return given;
  const versions = existsSync(DEBIAN_HOME) ? readdirSync(DEBIAN_HOME).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(DEBIAN_HOME, version, "bin"));
  return folders.find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/** PostgreSQL does not run as root: then it is the user `postgres` who owns the folder. */
function ownerOf(home: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" })));
  if (uid === undefined || gid === undefined) return {};
  chownSync(home, uid, gid);
  return { uid, gid };
}

function initialise(programs: string, home: string, owner: { uid?: number; gid?: number }): string {
  const password = randomBytes(12).toString("hex");
  const [data, passwordFile] = [join(home, "data"), join(home, "password")];
  mkdirSync(data);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    for (const path of [data, passwordFile]) chownSync(path, owner.uid, owner.gid);
  }
  const argv = ["-D", data, "-U", USER, "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  execFileSync(join(programs, "initdb"), argv, { ...owner, cwd: home, stdio: "pipe" });
  return password;
}

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of the peers, whose packages are their own and no dependencies of the project. */
export const PEERS = join(__dirname, "../../bench/peers");

interface Manifest {
  readonly version?: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Installs a peer's packages into its own folder unless these very versions are there. */
export function installPeer(name: string): void {
  const folder = join(PEERS, name);
  const { dependencies } = readManifest(join(folder, "package.json"));
  const missing = Object.entries(dependencies).filter(([each, version]) => installedVersion(folder, each) !== version);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.map(([each, version]) => `${each}@${version}`).join(", ")} into bench/peers/${name} …`);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
}

/** @returns null where it is not installed */
export function installedVersion(folder: string, name: string): string | null {
  const path = join(folder, "node_modules", name, "package.json");
  return existsSync(path) ? (readManifest(path).version ?? null) : null;
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, "utf8")) as Manifest;
}

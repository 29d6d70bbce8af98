import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const ROOT = join(__dirname, "../..");
/** The folder of the peers, whose packages are their own and no dependencies of the project. */
export const PEERS = join(ROOT, "bench/peers");

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Installs a peer's packages into its own folder unless these very versions are there. */
export function installPeer(name: string): void {
  installPackages(join(PEERS, name));
}

/** Installs what the package.json of a folder names, in that folder, unless these very versions are there. */
export function installPackages(folder: string): void {
  const { dependencies, devDependencies } = readManifest(join(folder, "package.json"));
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  const missing = wanted.filter(([each, version]) => installedVersion(folder, each) !== version);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.map(([each, version]) => `${each}@${version}`).join(", ")} into ${relative(ROOT, folder)} …`);
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

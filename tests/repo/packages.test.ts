import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readText, ROOT } from "./source-files";

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
}
interface Locked {
  readonly version?: string;
  readonly funding?: unknown;
  readonly deprecated?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const MANIFEST = JSON.parse(readText("package.json")) as Manifest;
const LOCK = JSON.parse(readText("package-lock.json")) as { packages: Record<string, Locked> };
const ALL = Object.entries({ ...MANIFEST.dependencies, ...MANIFEST.devDependencies });

/** A package without any way in for `require`. */
function isEsmOnly(name: string): boolean {
  const file = join(ROOT, "node_modules", name, "package.json");
  if (!existsSync(file)) throw new Error(`${name} is not installed: run npm ci.`);
  const { type, exports: ways } = JSON.parse(readFileSync(file, "utf8")) as { type?: string; exports?: unknown };
  return type === "module" && !/"(require|node-addons)"|\.cjs"/.test(JSON.stringify(ways ?? ""));
}

describe("package.json", () => {
  it("names exact versions", () => {
    expect(ALL.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("has no run-time dependency that is an ES module only", () => {
    expect(Object.keys(MANIFEST.dependencies).filter(isEsmOnly)).toEqual([]);
  });

  it("has the scripts that CONTRIBUTING.md names", () => {
    const named = [...readText("CONTRIBUTING.md").matchAll(/npm run ([\w:]+)/g)].map(([, name]) => String(name));
    expect(named.filter((name) => !(name in MANIFEST.scripts))).toEqual([]);
  });
});

describe("package-lock.json", () => {
  it("names versions and hashes, and no registry", () => {
    const places = Object.entries(LOCK.packages).filter(([, { funding: _funding, deprecated: _deprecated, ...rest }]) =>
      /https?:|"resolved"/.test(JSON.stringify(rest)),
    );
    expect(places.map(([path]) => path)).toEqual([]);
  });

  it("agrees with package.json", () => {
    const locked = ALL.filter(([name, version]) => LOCK.packages[`node_modules/${name}`]?.version === version);
    expect(locked).toEqual(ALL);
  });

  it("has every platform's part of a package, so that `npm ci` works on each", () => {
    const parts = Object.entries(LOCK.packages).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).map((name) => [`${path}/node_modules/${name}`, `node_modules/${name}`]),
    );
    expect(parts.filter((places) => !places.some((place) => place in LOCK.packages))).toEqual([]);
  });
});

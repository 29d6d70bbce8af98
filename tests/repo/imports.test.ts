import { HARMLESS_BUILTINS, IMPORT_RULES, PACKAGE_HOMES, PURE } from "./import-rules";
import type { ImportRule } from "./import-rules";
import { readImports } from "./read-imports";
import type { Import } from "./read-imports";
import { parseFile, readText, sourceFiles } from "./source-files";
import ts from "typescript";

const FILES = sourceFiles("src");
const IMPORTS = FILES.flatMap((file) => readImports(file, new Set(FILES)));

const isIn = (file: string, place: string): boolean => file === place || file.startsWith(`${place}/`);

function ruleOf(file: string): ImportRule | undefined {
  return IMPORT_RULES.filter(({ path }) => isIn(file, path)).sort((a, b) => b.path.length - a.path.length)[0];
}

function isAllowed({ file, target, typesOnly }: Import): boolean {
  const [from, to] = [ruleOf(file), ruleOf(target)];
  if (!from || !to) return false;
  if (from === to || to.path === "errors.ts") return true;
  return from.may.includes(to.path) || (typesOnly && (from.types ?? []).includes(to.path));
}

const show = ({ file, line, target, typesOnly }: Import): string =>
  `src/${file}:${String(line)} imports ${typesOnly ? "types of " : ""}${target}`;

/** A way from a file back to itself, along what is loaded with it. */
function findCycle(next: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    done.add(file);
    for (const target of next.get(file) ?? []) {
      const cycle = walk(target, [...path, file]);
      if (cycle) return cycle;
    }
    return null;
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return null;
}

describe("imports of src", () => {
  it("find a rule for each file", () => {
    expect(FILES.filter((file) => !ruleOf(file))).toEqual([]);
  });

  it("point to files that exist", () => {
    expect(IMPORTS.filter(({ ours, target }) => ours && !FILES.includes(target)).map(show)).toEqual([]);
  });

  it("go where the table allows", () => {
    expect(IMPORTS.filter((each) => each.ours && !isAllowed(each)).map(show)).toEqual([]);
  });

  it("name a package in its home alone", () => {
    const strays = IMPORTS.filter(({ ours, target }) => !ours && !target.startsWith("node:")).filter(
      ({ file, target }) => !(PACKAGE_HOMES[target] ?? []).some((home) => isIn(file, home)),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("reach for neither disk nor network where only data is at work", () => {
    const strays = IMPORTS.filter(({ file, target }) => target.startsWith("node:") && PURE.some((place) => isIn(file, place)));
    expect(strays.filter(({ target }) => !HARMLESS_BUILTINS.includes(target)).map(show)).toEqual([]);
  });

  it("form no cycle when files are loaded", () => {
    const loaded = IMPORTS.filter(({ ours, typesOnly, lazy }) => ours && !typesOnly && !lazy);
    const next = new Map(FILES.map((file) => [file, loaded.filter((each) => each.file === file).map(({ target }) => target)]));
    expect(findCycle(next)).toBeNull();
  });
});

describe("files of src", () => {
  it("export neither by default nor from other files", () => {
    const strays = FILES.filter((file) =>
      parseFile(`src/${file}`).statements.some(
        (each) =>
          ts.isExportAssignment(each) ||
          (ts.isExportDeclaration(each) && each.moduleSpecifier !== undefined) ||
          (ts.canHaveModifiers(each) && ts.getModifiers(each)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
      ),
    );
    expect(strays).toEqual([]);
  });

  it("read the environment in config/read-config.ts alone, and set it in config/in-production.ts", () => {
    const found = FILES.filter((file) => /process\.env|process\["env"\]/.test(readText(`src/${file}`)));
    expect(found.sort()).toEqual(["config/in-production.ts", "config/read-config.ts"]);
  });

  it("have names in kebab-case", () => {
    expect(FILES.filter((file) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z]+)?\.ts$/.test(file))).toEqual([]);
  });
});

describe("the table of CONTRIBUTING.md", () => {
  it("says what the tests hold", () => {
    const listed = (places: readonly string[] | undefined): string => places?.map((place) => `\`${place}\``).join(" ") || "—";
    const rows = IMPORT_RULES.map(({ path, may, types }) => `| \`${path}\` | ${listed(may)} | ${listed(types)} |`);
    expect(readText("CONTRIBUTING.md")).toContain(rows.join("\n"));
  });
});

import { posix } from "node:path";
import ts from "typescript";
import { parseFile } from "./source-files";

export interface Import {
  readonly file: string;
  readonly line: number;
  /** A path from src/ for our own files (`model/id.ts`), a name for packages (`@apollo/server`, `node:fs`). */
  readonly target: string;
  readonly ours: boolean;
  /** Gone after compilation. */
  readonly typesOnly: boolean;
  /** Loaded when it is wanted, not when the file is. */
  readonly lazy: boolean;
}

/** Everything that a file of src/ imports, in whatever way. */
export function readImports(file: string, files: ReadonlySet<string>): Import[] {
  const source = parseFile(`src/${file}`);
  const found: Import[] = [];
  const add = (name: ts.Node | undefined, typesOnly: boolean, lazy: boolean): void => {
    if (!name || !ts.isStringLiteralLike(name)) return;
    const line = source.getLineAndCharacterOfPosition(name.getStart()).line + 1;
    found.push({ file, line, ...resolve(file, name.text, files), typesOnly, lazy });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypesOnly(node.importClause), false);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly, false);
    else if (ts.isExternalModuleReference(node)) add(node.expression, false, false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true, false);
    else if (ts.isCallExpression(node) && loads(node)) add(node.arguments[0], false, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((each) => each.isTypeOnly);
}

function loads({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === "require");
}

function resolve(file: string, specifier: string, files: ReadonlySet<string>): Pick<Import, "target" | "ours"> {
  if (!specifier.startsWith(".")) return { target: packageOf(specifier), ours: false };
  const bare = posix.join(posix.dirname(file), specifier).replace(/\.js$/, "");
  const target = [`${bare}.ts`, `${bare}/index.ts`, `${bare}.d.ts`].find((path) => files.has(path));
  return { target: target ?? bare, ours: true };
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

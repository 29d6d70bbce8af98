import ts from "typescript";
import { parseFile, readText, sourceFiles } from "./source-files";

const MAX_FILE_LINES = 400;
const MAX_FUNCTION_LINES = 60;

const FILES = ["src", "tests", "bench"].flatMap((folder) => sourceFiles(folder).map((file) => `${folder}/${file}`));

/** The callback of a `describe` is a heading over tests, not a function that does something. */
function isHeading(path: string, node: ts.Node): boolean {
  let hasTests = false;
  const visit = (child: ts.Node): void => {
    if (ts.isCallExpression(child) && /^(it|describe)\b/.test(child.expression.getText())) hasTests = true;
    else if (!hasTests) ts.forEachChild(child, visit);
  };
  if (path.endsWith(".test.ts") && ts.isCallExpression(node.parent)) ts.forEachChild(node, visit);
  return hasTests;
}

function longFunctions(path: string): string[] {
  const source = parseFile(path);
  const long: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body && !isHeading(path, node)) {
      const [first, last] = [node.getStart(), node.getEnd()].map((at) => source.getLineAndCharacterOfPosition(at).line);
      const lines = Number(last) - Number(first) + 1;
      if (lines > MAX_FUNCTION_LINES) long.push(`${path}:${String(Number(first) + 1)} has a function of ${String(lines)} lines`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return long;
}

describe("source files", () => {
  it(`have at most ${String(MAX_FILE_LINES)} lines`, () => {
    const sizes = FILES.map((path) => ({ path, lines: readText(path).trimEnd().split("\n").length }));
    expect(sizes.filter(({ lines }) => lines > MAX_FILE_LINES)).toEqual([]);
  });

  it(`have functions of at most ${String(MAX_FUNCTION_LINES)} lines`, () => {
    expect(FILES.flatMap(longFunctions)).toEqual([]);
  });
});

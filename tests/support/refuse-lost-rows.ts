import type { GraphEngine } from "../../src/graph/engine";

/** A block of a statement, as far as it is read. */
interface Block {
  /** Whether what it reads comes out of a subquery, row by row. */
  hasRows: boolean;
  /** Whether it returns row by row. */
  givesRows: boolean;
}

const GATHERS = /\b(?:collect|count|sum|min|max)\(/;

/**
 * The line of a statement that loses rows on the embedded engine, or null: of what a subquery returns, `WITH DISTINCT` there sees the first 2,048
 * alone, and says nothing of it. What is gathered (`count(DISTINCT x)`, `collect(DISTINCT x)`) is all there.
 */
export function findLostRows(text: string): string | null {
  const blocks: Block[] = [{ hasRows: false, givesRows: false }];
  for (const line of text.split("\n").map((each) => each.trim())) {
    const block = blocks.at(-1);
    if (block === undefined) return null;
    if (/^CALL\b.*\{$/.test(line)) blocks.push({ hasRows: false, givesRows: false });
    else if (line === "}") {
      const outer = blocks.at(-2);
      blocks.pop();
      if (outer !== undefined && block.givesRows) outer.hasRows = true;
    } else if (line === "UNION ALL") block.hasRows = false;
    else if (block.hasRows && /^(?:WITH|RETURN) DISTINCT\b/.test(line)) return line;
    else if (/^(?:WITH|RETURN)\b/.test(line)) {
      const gathers = GATHERS.test(line);
      if (gathers) block.hasRows = false;
      if (line.startsWith("RETURN") && !gathers) block.givesRows = true;
    }
  }
  return null;
}

/** The same engine, which refuses such a statement: a test with few rows would find nothing missing. */
export function refuseLostRows(engine: GraphEngine): GraphEngine {
  const read = engine.read.bind(engine);
  engine.read = (statement, ...more) => {
    const line = findLostRows(statement.text);
    if (line !== null) throw new Error(`On the embedded engine this loses rows: ${line}\n${statement.text}`);
    return read(statement, ...more);
  };
  return engine;
}

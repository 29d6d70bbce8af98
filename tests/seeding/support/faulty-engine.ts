import type { CypherStatement, GraphRecord } from "../../../src/graph/cypher-statement";
import type { Accept, GraphEngine } from "../../../src/graph/engine";

type Write = (
  statements: readonly CypherStatement[],
  real: (statements: readonly CypherStatement[]) => Promise<GraphRecord[][]>,
) => Promise<GraphRecord[][]>;

/** An engine whose writes go through `write`; everything else is the real one's. */
function withWrite(engine: GraphEngine, write: Write): GraphEngine {
  const real = engine.write.bind(engine);
  return new Proxy(engine, {
    get(target, name) {
      if (name === "write")
        return (statements: readonly CypherStatement[], accept?: Accept) => write(statements, (each) => real(each, accept));
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

/** From the `last`-th write on everything fails, as if the seeder was killed; `after`: that write still came through. */
export function dyingEngine(engine: GraphEngine, last: number, after: boolean): GraphEngine {
  let writes = 0;
  return withWrite(engine, async (statements, real) => {
    writes += 1;
    if (writes === last && after) await real(statements);
    if (writes >= last) throw new Error("killed");
    return real(statements);
  });
}

/** Every transaction is carried out twice, as when the answer to a commit is lost and the driver repeats it. */
export function repeatingEngine(engine: GraphEngine): GraphEngine {
  return withWrite(engine, async (statements, real) => {
    await real(statements);
    return real(statements);
  });
}

/** Somebody else writes `other` right before the first transaction that has `part` in a text. */
export function meddledEngine(engine: GraphEngine, part: string, other: string): GraphEngine {
  let isDone = false;
  return withWrite(engine, async (statements, real) => {
    if (!isDone && statements.some(({ text }) => text.includes(part))) {
      isDone = true;
      await engine.write([{ text: other, parameters: {} }]);
    }
    return real(statements);
  });
}

/** Counts the transactions. */
export function countingEngine(engine: GraphEngine): { engine: GraphEngine; writes: () => number; dataWrites: () => number } {
  let writes = 0;
  let dataWrites = 0;
  return {
    engine: withWrite(engine, (statements, real) => {
      writes += 1;
      // Every transaction that changes data names a new version; the others are the lease's own.
      if (statements.some(({ text }) => text.includes("DataVersion"))) dataWrites += 1;
      return real(statements);
    }),
    writes: () => writes,
    dataWrites: () => dataWrites,
  };
}

/** Notes the texts of all reads. */
export function readsOf(engine: GraphEngine, texts: string[]): GraphEngine {
  return new Proxy(engine, {
    get(target, name) {
      if (name === "read") {
        return (statement: CypherStatement) => {
          texts.push(statement.text);
          return target.read(statement);
        };
      }
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}

import { GrafeoDB } from "@grafeo-db/js";
import neo4j from "neo4j-driver";
import { toEngineMap } from "../src/graph/neo4j/to-engine-value";
import type { CypherStatement } from "../src/graph/cypher-statement";
import { CORPUS } from "./generate-graph";
import type { Pace } from "./load-pace";
import { moversBeside } from "../src/seeding/loading/movers";
import { planChanges } from "../src/seeding/loading/plan-changes";
import { nodeBatches, relationBatches } from "../src/seeding/loading/plan-batches";
import { takeIn } from "./load-corpus";

/** Where a bare load writes: the driver itself, past Quoth's own port. */
export interface BareTarget {
  /** One transaction of ready-made statements. */
  write(statements: readonly { text: string; parameters: object }[]): Promise<void>;
  /** What the driver wants as parameters. */
  convert(statement: CypherStatement): { text: string; parameters: object };
  close(): Promise<void>;
}

export function bareNeo4j(uri: string, user: string, password: string): BareTarget {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  return {
    convert: ({ text, parameters }) => ({ text, parameters: toEngineMap(parameters) }),
    async write(statements) {
      const session = driver.session();
      await session.executeWrite((transaction) => Promise.all(statements.map(({ text, parameters }) => transaction.run(text, parameters))));
      await session.close();
    },
    close: () => driver.close(),
  };
}

export function bareEmbedded(path: string): BareTarget {
  const database = GrafeoDB.create(path);
  return {
    convert: (statement) => statement,
    async write(statements) {
      const transaction = database.beginTransaction();
      for (const { text, parameters } of statements) await transaction.executeCypher(text, parameters);
      transaction.commit();
    },
    close() {
      database.close();
      return Promise.resolve();
    },
  };
}

/**
 * Writes the made-up world as plainly as can be: UNWIND and CREATE, all nodes and then all relations. Rows are made
 * while the clock stands still, so that nothing but driver and database is timed.
 * @returns how many nodes there were
 */
export async function bareLoad(statements: number, target: BareTarget, pace: Pace): Promise<number> {
  const { checked } = takeIn(statements);
  const [corpus] = checked.corpora;
  if (corpus === undefined) throw new Error("The generator gave no corpus.");
  const nothing = { read: () => Promise.resolve([]) };
  const planned = await planChanges(corpus, nothing, moversBeside(corpus, checked.corpora));
  for (const batches of [nodeBatches(planned, new Date().toISOString()), relationBatches(planned)]) {
    for await (const batch of batches) {
      const ready = batch.statements.map((each) => target.convert(each));
      await pace.timed(batch.rows, () => target.write(ready));
    }
  }
  await pace.timed(0, () => target.write([target.convert(dataset())]));
  corpus.dispose();
  return corpus.counts.records;
}

function dataset(): CypherStatement {
  return { text: "MERGE (n:Dataset {id: $p_id}) SET n.name = $p_id", parameters: { p_id: `dataset:${CORPUS}` } };
}

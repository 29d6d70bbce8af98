// `node load.mjs URL < rows`: makes the tables, writes the rows, one JSON text a line ({"table": …, "rows": […]}), and then
// makes the indexes.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";

const here = dirname(fileURLToPath(import.meta.url));
const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
await client.query("drop schema public cascade; create schema public");
await client.query(readFileSync(join(here, "schema.sql"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  const { table, rows } = JSON.parse(line);
  const columns = Object.keys(rows[0]).join(", ");
  await client.query(`insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1::json)`, [
    JSON.stringify(rows),
  ]);
}
const [indexes, vacuum] = readFileSync(join(here, "indexes.sql"), "utf8").split(/^(?=vacuum analyze)/m);
await client.query(indexes);
await client.query(vacuum);
await client.end();

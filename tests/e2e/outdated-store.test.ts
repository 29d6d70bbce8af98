import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedEngine } from "../../src/graph/embedded/embedded-engine";
import { noteLoad } from "../../src/seeding/loading/load-batches";
import { readDataVersion } from "../../src/seeding/stored/read-data-version";
import { ensureBuilt, exitOf, quoth, startQuoth, untilSaid } from "../support/built-cli";

const HARBOUR = join(__dirname, "..", "corpora", "harbour-2021");
const FIRST = join(__dirname, "..", "..", "seed", "soleimani-2020");

jest.setTimeout(60_000);
const root = mkdtempSync(join(tmpdir(), "quoth-outdated-"));
let number = 0;

beforeAll(ensureBuilt, 240_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A store with these corpora, as if another version of Quoth had loaded them: without what this one adds to statements. */
async function outdatedStore(...corpora: string[]): Promise<Record<string, string>> {
  const folder = join(root, `store-${String(number++)}`);
  expect(await quoth(["seed", ...corpora], { QUOTH_DATA_DIR: folder })).toMatchObject({ exitCode: 0 });
  const engine = await openEmbeddedEngine({ folder, readTimeoutMs: 20_000 });
  const texts = ["MATCH ()-[r:SPOKE_ABOUT]->() DELETE r", "MATCH (d:Dataset) SET d.rowFormat = 'another', d.contentHash = ''"];
  for (const text of texts) await engine.write([{ text, parameters: {} }]);
  await noteLoad(engine, (await readDataVersion(engine)) ?? "");
  await engine.close();
  return { QUOTH_DATA_DIR: folder, QUOTH_PORT: "0" };
}

/** What a server says until it is stopped, once it was ready. */
async function servedBy(settings: Record<string, string>): Promise<string> {
  const server = startQuoth(["serve"], settings);
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [address] = await untilSaid(server, /http:\/\/127\.0\.0\.1:\d+/);
  expect((await fetch(`${address}/ready`)).status).toBe(200);
  server.kill("SIGTERM");
  expect(await exitOf(server)).toBe(0);
  return said;
}

describe("a store that another version of Quoth has filled", () => {
  it("is not served, and is again once its corpora are loaded again", async () => {
    const settings = await outdatedStore(FIRST, HARBOUR);
    const { exitCode, stderr } = await quoth(["serve"], settings);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/dataset:harbour-2021 and 1 more were loaded by another version of Quoth: answers would lack .*quoth seed/),
    ]);
    const doctor = await quoth(["doctor"], settings);
    expect([doctor.exitCode, doctor.stdout]).toEqual([2, expect.stringMatching(/dataset:harbour-2021 and 1 more/)]);
    expect(await quoth(["seed", FIRST, HARBOUR], settings)).toMatchObject({ exitCode: 0 });
    expect(await servedBy(settings)).not.toContain("loading");
  });

  it("is filled anew where it has nothing but the first corpus", async () => {
    const settings = await outdatedStore(FIRST);
    expect(await servedBy(settings)).toContain("The store has the first corpus as another version of Quoth stored it; loading it again.");
  });
});

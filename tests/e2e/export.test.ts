import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, quoth } from "../support/built-cli";

const CORPUS = join(__dirname, "..", "corpora", "harbour-2021");
const folder = mkdtempSync(join(tmpdir(), "quoth-export-"));
const store = join(folder, "store");
const file = join(folder, "graph.jsonl.gz");

jest.setTimeout(60_000);
beforeAll(async () => {
  ensureBuilt();
  await quoth(["seed", CORPUS, "--data-dir", store]);
  await quoth(["export", "--out", file, "--data-dir", store]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("quoth export", () => {
  it("gives on stdout lines alone, and on stderr what they hold", async () => {
    const { exitCode, stdout, stderr } = await quoth(["export", "--data-dir", store]);
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringMatching(/^\d+ records and \d+ relations\n {2}[0-9a-f]{32} {2}dataset:harbour-2021\n$/),
    ]);
    const kinds = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { is: string }).is);
    expect([kinds[0], kinds.at(-1)]).toEqual(["graph", "end"]);
  });

  it("ends with 2 where the graph has no such dataset, and writes no file", async () => {
    const out = join(folder, "none.jsonl");
    const { exitCode, stderr } = await quoth(["export", "--dataset", "harbor-2021", "--out", out, "--data-dir", store]);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/CANNOT_RUN .*did you mean "harbour-2021"/)]);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ["--format", "csv"],
    ["--out", "graph.txt"],
  ])("ends with 2 for what it cannot write: %s %s", async (...words) => {
    expect((await quoth(["export", ...words, "--data-dir", store])).exitCode).toBe(2);
  });
});

describe("quoth check and quoth seed, of an export", () => {
  it("say what it holds, load it, and compare the hashes", async () => {
    expect((await quoth(["check", file])).stdout).toMatch(/^harbour-2021 .* is valid: \d+ statements/);
    const { exitCode, stdout } = await quoth(["seed", file, "--data-dir", join(folder, "seeded")]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/Both graphs hold the same: [0-9a-f]{32}\.\n$/)]);
  });

  it("end with 1 and the line where it is damaged", async () => {
    const cut = join(folder, "cut.jsonl.gz");
    writeFileSync(cut, readFileSync(file).subarray(0, -100));
    for (const words of [
      ["check", cut],
      ["seed", cut, "--data-dir", join(folder, "cut")],
    ]) {
      const { exitCode, stdout } = await quoth(words);
      expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/cut\.jsonl\.gz:\d+:1 SEED_GZIP .*copy it again/)]);
    }
  });

  it("end with 2 where there is no such file, or it is given beside a folder", async () => {
    expect((await quoth(["check", join(folder, "nowhere.jsonl")])).stderr).toMatch(/^CANNOT_RUN .*nowhere\.jsonl: the file cannot be read/);
    expect((await quoth(["check", file, CORPUS])).stderr).toMatch(/^CANNOT_RUN .*Give it alone/);
  });
});

describe("quoth copy", () => {
  it("brings the graph into another store, and says both hashes are one", async () => {
    const { exitCode, stdout } = await quoth(["copy", "--to", join(folder, "copied"), "--data-dir", store]);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/Both graphs hold the same: [0-9a-f]{32}\.\n$/)]);
  });

  it("ends with 2 where the target is the source", async () => {
    const { exitCode, stderr } = await quoth(["copy", "--to", `${folder}/./store/`, "--data-dir", store]);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/^CANNOT_RUN .*where the graph is already/)]);
  });

  it("ends with 2 where there is nothing to copy", async () => {
    const { exitCode, stderr } = await quoth(["copy", "--to", join(folder, "copied"), "--data-dir", join(folder, "empty")]);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/^CANNOT_RUN There is nothing to copy/)]);
  });
});

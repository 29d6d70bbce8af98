import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../../../src/seeding/files/list-files";
import type { Fault } from "../../../src/seeding/faults/fault";
import { corpusFolder, removeCorpusFolders } from "../support/corpus-folder";
import { readAll } from "../support/read-all";

afterAll(removeCorpusFolders);

const OUT = /leads out of .*; name the folder that holds the tables with --data$/;

/** A folder with a corpus in it, and beside that something that is nobody's business. */
function folders(): { root: string; corpus: string } {
  const root = corpusFolder({ "secret/a.csv": "word\nsecret\n", "corpus/a.csv": "word\nown\n", "corpus/in/b.csv": "word\ninner\n" });
  return { root, corpus: path.join(root, "corpus") };
}

async function list(folder: string, ...files: string[]): Promise<{ found: string[]; faults: Fault[] }> {
  const faults: Fault[] = [];
  const found = await listFiles({ folder, files }, (fault) => faults.push(fault));
  return { found: found.map(({ relative }) => relative), faults };
}

describe("listFiles", () => {
  it("gives each file once, in the order of names, whatever patterns find it", async () => {
    expect(await list(folders().corpus, "in/*.csv", "**/*.csv", "a.csv")).toEqual({ found: ["a.csv", "in/b.csv"], faults: [] });
  });

  it.each(["../secret/*.csv", "in/../../secret/a.csv", "../../../../../../../../etc/*", "/etc/passwd", "/etc/**/*.conf"])(
    "refuses a pattern that leads out of the folder: %s",
    async (pattern) => {
      const { found, faults } = await list(folders().corpus, pattern);
      expect([found, faults.map(({ code }) => code), faults[0]?.message]).toEqual([
        [],
        ["SEED_MISSING_FILE"],
        expect.stringMatching(OUT) as unknown,
      ]);
    },
  );

  it("does not say what there is outside", async () => {
    const { faults } = await list(folders().corpus, "../secret/nothing.csv");
    expect(faults[0]?.message).not.toContain("a.csv");
  });

  it("takes an absolute path that lies within the folder", async () => {
    const { corpus } = folders();
    expect(await list(corpus, path.join(corpus, "in", "*.csv"))).toEqual({ found: [path.join(corpus, "in", "b.csv")], faults: [] });
  });

  it("refuses a link to a file outside, and reads the others", async () => {
    const { root, corpus } = folders();
    symlinkSync(path.join(root, "secret", "a.csv"), path.join(corpus, "c.csv"));
    const { found, faults } = await list(corpus, "*.csv");
    expect([found, faults.map(({ file }) => file), faults[0]?.message]).toEqual([
      ["a.csv"],
      [path.join(corpus, "c.csv")],
      expect.stringMatching(OUT) as unknown,
    ]);
  });

  it("refuses a folder that is a link to one outside", async () => {
    const { root, corpus } = folders();
    symlinkSync(path.join(root, "secret"), path.join(corpus, "linked"));
    const { found, faults } = await list(corpus, "linked/*.csv");
    expect([found, faults[0]?.message]).toEqual([[], expect.stringMatching(OUT)]);
  });

  it("takes links that stay within, also where the folder itself is reached by a link", async () => {
    const { root, corpus } = folders();
    symlinkSync(path.join(corpus, "in", "b.csv"), path.join(corpus, "z.csv"));
    symlinkSync(corpus, path.join(root, "by-link"));
    expect(await list(path.join(root, "by-link"), "*.csv")).toEqual({ found: ["a.csv", "z.csv"], faults: [] });
  });

  it("takes no folder for a file, however it is named", async () => {
    const { corpus } = folders();
    mkdirSync(path.join(corpus, "folder.csv"));
    expect((await list(corpus, "*.csv")).found).toEqual(["a.csv"]);
  });
});

describe("the annotations of a brat table", () => {
  const ANN = "T1\tContent 0 4\tsaid\nE1\tContent:T1\n";

  it("are not read from a folder outside", async () => {
    const root = corpusFolder({ "secret/x.ann": ANN, "corpus/x.txt": "said so" });
    const { rows, faults } = await readAll({
      folder: path.join(root, "corpus"),
      files: ["*.txt"],
      format: "brat",
      annotations: "../secret",
    });
    expect([rows, faults[0]?.code, faults[0]?.message]).toEqual([[], "SEED_MISSING_FILE", expect.stringMatching(OUT)]);
  });

  it("are not read through a link that leads outside", async () => {
    const root = corpusFolder({ "secret/x.ann": ANN, "corpus/x.txt": "said so" });
    symlinkSync(path.join(root, "secret", "x.ann"), path.join(root, "corpus", "x.ann"));
    const { rows, faults } = await readAll({ folder: path.join(root, "corpus"), files: ["*.txt"], format: "brat" });
    expect([rows, faults[0]?.code, faults[0]?.message]).toEqual([[], "SEED_MISSING_FILE", expect.stringMatching(OUT)]);
  });
});

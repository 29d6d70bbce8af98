import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";

afterAll(removeCorpusFolders);

const HARBOURS = "harbours:\n  name: Harbours\n";
/** A statement about a topic of that file. */
const FILES = { ...TINY, "statements.yaml": String(TINY["statements.yaml"]).replace("speaker:", "about: [harbours]\n  speaker:") };

async function check(prepare: (folder: string) => void): Promise<string[]> {
  const folder = corpusFolder(FILES);
  prepare(folder);
  const { faults, corpora } = await checkCorpora([folder], { texts: new Map() });
  for (const corpus of corpora) corpus.dispose();
  return faults.map(({ file, line, code, message }) => `${path.basename(file)}:${String(line)} ${code} ${message.replace(folder, "…")}`);
}

const OUTSIDE = 'topics.yaml:1 SEED_MISSING_FILE "topics.yaml" leads out of …, or to nothing; put the file itself there';
const NO_FILE =
  'topics.yaml:1 SEED_MISSING_FILE "topics.yaml" is no file, but a folder, a pipe or a device; put a file there, or give it another name';

describe("a file of a corpus that cannot be read is a fault, and nothing is said of what refers to its records", () => {
  it.each<[string, (file: string) => void, string]>([
    ["a link to nothing", (file) => symlinkSync("nowhere.yaml", file), OUTSIDE],
    ["a link to a folder", (file) => symlinkSync(".", file), NO_FILE],
    ["a folder", (file) => mkdirSync(file), NO_FILE],
    ["a pipe", (file) => execFileSync("mkfifo", [file]), NO_FILE],
    ["a link to a file elsewhere", (file) => symlinkSync(path.join(corpusFolder({ "t.yaml": HARBOURS }), "t.yaml"), file), OUTSIDE],
  ])("%s", async (_name, make, fault) => {
    expect(await check((folder) => make(path.join(folder, "topics.yaml")))).toEqual([fault]);
  });

  it("corpus.yaml and mapping.yaml, too", async () => {
    const faults = await check((folder) => {
      writeFileSync(path.join(folder, "topics.yaml"), HARBOURS);
      mkdirSync(path.join(folder, "mapping.yaml"));
    });
    expect(faults).toEqual([expect.stringMatching(/^mapping\.yaml:1 SEED_MISSING_FILE "mapping\.yaml" is no file/)]);
  });

  it("but not one that is a link to another file of the folder", async () => {
    const faults = await check((folder) => {
      mkdirSync(path.join(folder, "..data"));
      writeFileSync(path.join(folder, "..data", "topics.yaml"), HARBOURS);
      symlinkSync(path.join("..data", "topics.yaml"), path.join(folder, "topics.yaml"));
    });
    expect(faults).toEqual([]);
  });
});

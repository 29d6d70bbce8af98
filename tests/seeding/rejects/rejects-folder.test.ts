import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkCorpora } from "../../../src/seeding/check-corpus";
import { RejectsFolder } from "../../../src/seeding/rejects/rejects-folder";
import type { WrittenRejects } from "../../../src/seeding/rejects/rejects-folder";
import { TABLES } from "../support/check-tables";
import type { CorpusFiles } from "../support/corpus-folder";
import { corpusFolder, removeCorpusFolders, writeFiles } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const STATEMENT = "{ text: <text>, saidAt: <day>, reports: [{ in: d, type: DIRECT }] }";
const mapping = (files: string, slug: string, statement = STATEMENT): string =>
  `tables:\n  said:\n    files: "${files}"\n    records:\n      documents: { d: { genre: NEWS } }\n      statements: { "${slug}": ${statement} }\n`;
const MARKDOWN = mapping("said/**/*.md", "<file.name>", STATEMENT.replace("<text>", "<body>"));
const CSV = mapping("*.csv", "<id>");
const GOOD = "---\nday: 2024-01-01\n---\nHello.\n";
const BAD = "---\nday: never\n---\nBye.\n";

/** A corpus whose rejects go to a folder of their own, and, beside it, what was written there. */
class Rejecting {
  readonly folder: string;
  readonly rejects: string;

  constructor(files: CorpusFiles) {
    this.folder = corpusFolder({ "corpus.yaml": TABLES, ...files });
    this.rejects = path.join(corpusFolder({ "keep.txt": "" }), "out", "tables");
  }

  async check({ isWhole = true, dataFolder = this.folder, changes = {} } = {}): Promise<WrittenRejects> {
    writeFiles(this.folder, changes);
    const rejects = new RejectsFolder(this.rejects, dataFolder);
    const tables = () => ({ dataFolder, onBadRow: rejects.add.bind(rejects) });
    const { faults, corpora } = await checkCorpora([this.folder], { texts: new Map(), tables });
    for (const corpus of corpora) corpus.dispose();
    expect(faults).toEqual([]);
    return rejects.close(isWhole);
  }

  /** Files that are there, but for the list of them. */
  names(): string[] {
    if (!existsSync(this.rejects)) return [];
    const all = readdirSync(this.rejects, { recursive: true, withFileTypes: true });
    const files = all.filter((each) => each.isFile()).map((each) => path.relative(this.rejects, path.join(each.parentPath, each.name)));
    return files.filter((name) => !name.startsWith(".")).sort();
  }

  text(name: string): string {
    return readFileSync(path.join(this.rejects, name), "utf8");
  }
}

describe("files that are one record each", () => {
  it("are rejected as they are, under their own path, with the reasons beside them", async () => {
    const corpus = new Rejecting({ "mapping.yaml": MARKDOWN, "said/a.md": GOOD, "said/2024/b.md": BAD, "said/c.md": "no front matter" });
    await corpus.check();
    expect(corpus.names()).toEqual(["said/2024/b.md", "said/2024/b.md.why", "said/c.md", "said/c.md.why"]);
    expect([corpus.text("said/2024/b.md"), corpus.text("said/c.md")]).toEqual([BAD, "no front matter"]);
    expect([corpus.text("said/2024/b.md.why"), corpus.text("said/c.md.why")]).toEqual([
      expect.stringMatching(/^2:6 SEED_DATE "never" is not a date.*\n$/),
      expect.stringMatching(/^1:1 SEED_FRONT_MATTER .*\n$/),
    ]);
  });

  it("load from there by the same mapping, and stay there", async () => {
    const corpus = new Rejecting({ "mapping.yaml": MARKDOWN, "said/a.md": BAD, "said/b.md": BAD });
    await corpus.check();
    writeFileSync(path.join(corpus.rejects, "said/a.md"), GOOD);
    writeFileSync(path.join(corpus.folder, "mapping.yaml"), MARKDOWN.replace("<day>", "'<day | only 2024-01-01>'"));
    expect((await corpus.check({ dataFolder: corpus.rejects })).removed).toEqual([]);
    expect(corpus.names()).toEqual(["said/a.md", "said/a.md.why", "said/b.md", "said/b.md.why"]);
  });

  it("of brat are text and annotations, with a reason for each annotation", async () => {
    const statement = STATEMENT.replace("<text>", "<cue.first>").replace("<day>", "never");
    const ann = "T1\tCue 0 5\tHello\nT2\tCue 6 9\tBye\n";
    const text = mapping("*.txt", "<document>-<id>", statement.replace("<cue.first>", "hm")).replace(
      "    records:",
      "    format: brat\n    records:",
    );
    const corpus = new Rejecting({ "mapping.yaml": text, "x.txt": "Hello Bye", "x.ann": ann });
    await corpus.check();
    expect([corpus.names(), corpus.text("x.ann"), corpus.text("x.ann.why").match(/SEED_DATE/g)?.length]).toEqual([
      ["x.ann", "x.ann.why", "x.txt"],
      ann,
      2,
    ]);
  });
});

describe("rejects of a run before", () => {
  const FILES = { "mapping.yaml": CSV, "a.csv": "id,text,day\n1,Hello,2024\n2,Bye,never\n" };
  const MENDED = { "a.csv": "id,text,day\n1,Hello,2024\n2,Bye,2024\n" };

  it("are removed once nothing is rejected any more, and so is their folder", async () => {
    const corpus = new Rejecting(FILES);
    await corpus.check();
    const { removed } = await corpus.check({ changes: MENDED });
    expect([removed, existsSync(corpus.rejects)]).toEqual([[path.join(corpus.rejects, "said.csv")], false]);
  });

  it("are removed one by one where they are files", async () => {
    const corpus = new Rejecting({ "mapping.yaml": MARKDOWN, "said/a.md": BAD, "said/b/b.md": BAD });
    await corpus.check();
    const { removed } = await corpus.check({ changes: { "said/b/b.md": GOOD } });
    expect([removed, corpus.names()]).toEqual([[path.join(corpus.rejects, "said/b/b.md")], ["said/a.md", "said/a.md.why"]]);
  });

  it.each<[string, (corpus: Rejecting) => void, boolean]>([
    ["somebody changed them", (corpus) => writeFileSync(path.join(corpus.rejects, "said.csv"), "id,text,day\n2,Bye,2024\n"), true],
    ["not all rows were read", () => undefined, false],
  ])("stay where %s", async (_, change, isWhole) => {
    const corpus = new Rejecting(FILES);
    await corpus.check();
    change(corpus);
    const { removed } = await corpus.check({ changes: MENDED, isWhole });
    expect([removed, corpus.names()]).toEqual([[], ["said.csv"]]);
  });

  it("leave alone what Quoth did not write", async () => {
    const corpus = new Rejecting(FILES);
    await corpus.check();
    writeFileSync(path.join(corpus.rejects, "notes.txt"), "mine");
    await corpus.check({ changes: MENDED });
    expect(corpus.names()).toEqual(["notes.txt"]);
  });

  it("are removed by a run that came after one in which not all rows were read", async () => {
    const corpus = new Rejecting(FILES);
    await corpus.check();
    await corpus.check({ changes: MENDED, isWhole: false });
    await corpus.check();
    expect(corpus.names()).toEqual([]);
  });
});

describe("rejected records of JSON", () => {
  it("keep the name of their file, of which slugs are made", async () => {
    const records = { "mapping.yaml": mapping("*.{json,jsonl}", "<file.name>-<n>"), "x.json": '[{"n":1,"text":"Hello","day":"never"}]' };
    const corpus = new Rejecting(records);
    await corpus.check();
    const rejected = corpus.text("said.jsonl").replace("never", "2024");
    const again = corpusFolder({ "corpus.yaml": TABLES, "mapping.yaml": records["mapping.yaml"], "said.jsonl": rejected });
    const { corpora, faults } = await checkCorpora([again], { texts: new Map() });
    const ids: string[] = [];
    for await (const { nodes } of corpora[0]?.chunks() ?? []) ids.push(...nodes.map(({ id }) => id));
    expect([faults, ids]).toEqual([[], expect.arrayContaining(["statement:tables/x-1"])]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { runSeed } from "../../src/seeding/run-seed";
import type { SeedSummary } from "../../src/seeding/run-seed";
import { nextMinute } from "./next-minute";
import { QUICK_SEED } from "./quick-seed";

/** A corpus of one table with two rows, whose speakers have slugs. */
export const CORPUS = {
  "corpus.yaml": "id: sayings\ntitle: Sayings\nlicence: CC0-1.0\nversion: '1'\n",
  "sayings.csv": "id,said,who\n1,The bridge opens.,ada-novak\n2,It will cost more.,a-novak\n",
  "mapping.yaml": `tables:
  sayings:
    files: sayings.csv
    records:
      people: { <who>: { name: <who | unslug> } }
      documents: { paper: { title: A paper, genre: NEWS } }
      statements:
        <id>:
          text: <said>
          speaker: <who>
          reports: [{ in: paper, type: DIRECT }]
`,
};

const folders: string[] = [];

/** Writes the corpus, with other files or more of them, and loads it. */
export async function seedTables(
  engine: GraphEngine,
  files: Readonly<Record<string, string>>,
): Promise<{ summary: SeedSummary; folder: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-sayings-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...CORPUS, ...files })) writeFileSync(path.join(folder, name), text);
  const now = nextMinute();
  const summary = await runSeed([folder], engine, { ...QUICK_SEED, now: () => now });
  if (summary.faults.length > 0) throw new Error(JSON.stringify(summary.faults));
  return { summary, folder };
}

export function removeTableFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { countPlanned } from "../support/corpus-counts";
import { countCandidates2016 } from "../support/raw-counts/candidates-2016";
import { countCongress } from "../support/raw-counts/congress";
import { countCovidology } from "../support/raw-counts/covidology";
import { countElectionDeniers } from "../support/raw-counts/election-deniers";
import { countHipHopLyrics } from "../support/raw-counts/hip-hop-lyrics";
import { countLiar } from "../support/raw-counts/liar";
import { countPolnear } from "../support/raw-counts/polnear";
import { countPolstance } from "../support/raw-counts/polstance";
import type { Counts } from "../support/raw-counts/read-raw";
import { countStateOfTheState } from "../support/raw-counts/state-of-the-state";
import { countTrumpworld } from "../support/raw-counts/trumpworld";

const ROOT = path.resolve(__dirname, "../..");
const DATA = path.resolve(ROOT, process.env.QUOTH_DATA ?? "../shared/data");
/** The largest takes half a minute where other tests run beside it. */
const TIMEOUT_MS = 80_000;

const unpacked: string[] = [];
afterAll(() => {
  for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
});

const CORPORA: readonly (readonly [corpus: string, folder: string, count: (folder: string) => Counts])[] = [
  ["liar", "liar", countLiar],
  ["congress", "congress-legislators", countCongress],
  ["polnear", "polnear", countPolnear],
  ["polstance", "polstance-danish", countPolstance],
  ["covidology", "covidology-quotes", countCovidology],
  ["election-deniers", "fivethirtyeight/election-deniers", countElectionDeniers],
  ["candidates-2016", "fivethirtyeight/potential-candidates", countCandidates2016],
  ["hip-hop-lyrics", "fivethirtyeight/hip-hop-candidate-lyrics", countHipHopLyrics],
  ["state-of-the-state", "fivethirtyeight/state-of-the-state", countStateOfTheState],
  ["trumpworld", "trumpworld", countTrumpworld],
];

describe("example corpora", () => {
  for (const [corpus, folder, count] of CORPORA) {
    const data = path.join(DATA, folder);
    const title = `${corpus} has the counts that its raw files have`;
    if (!existsSync(data)) {
      it.skip(`${title} (skipped: no ${folder} in the folder that QUOTH_DATA names, ${path.relative(ROOT, DATA)})`, () => undefined);
      continue;
    }
    it(
      title,
      async () => {
        const files = corpus === "polnear" ? unpack(data) : data;
        const folderOfCorpus = path.join(ROOT, "examples", corpus);
        const { faults, corpora } = await checkCorpora([folderOfCorpus], { texts: new Map(), tables: () => ({ dataFolder: files }) });
        expect(faults).toEqual([]);
        const [planned] = corpora;
        if (planned === undefined) throw new Error(`examples/${corpus} gave no corpus.`);
        const raw = count(files);
        const counted = await countPlanned(planned);
        planned.dispose();
        expect(Object.fromEntries(Object.keys(raw).map((name) => [name, counted[name]]))).toEqual(raw);
      },
      TIMEOUT_MS,
    );
  }
});

/** PolNeAR comes as an archive, with one table beside it. */
function unpack(data: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "quoth-polnear-"));
  unpacked.push(folder);
  execFileSync("tar", ["xJf", path.join(data, "polnear_train.tar.xz"), "-C", folder]);
  copyFileSync(path.join(data, "metadata_train.tsv"), path.join(folder, "metadata_train.tsv"));
  return folder;
}

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { countPlanned } from "../support/corpus-counts";
import { countCandidates2016 } from "../support/raw-counts/candidates-2016";
import { countCongress } from "../support/raw-counts/congress";
import { countCovidology } from "../support/raw-counts/covidology";
import { countDebates2020 } from "../support/raw-counts/debates-2020";
import { countElectionDeniers } from "../support/raw-counts/election-deniers";
import { countHipHopLyrics } from "../support/raw-counts/hip-hop-lyrics";
import { countLiar } from "../support/raw-counts/liar";
import { countPolnear } from "../support/raw-counts/polnear";
import { countPolstance } from "../support/raw-counts/polstance";
import type { Counts } from "../support/raw-counts/read-raw";
import { countStateOfTheState } from "../support/raw-counts/state-of-the-state";
import { countTrumpworld } from "../support/raw-counts/trumpworld";
import { countUngdc } from "../support/raw-counts/ungdc";

const ROOT = path.resolve(__dirname, "../..");
const DATA = path.resolve(ROOT, process.env.QUOTH_DATA ?? "../shared/data");
const WITH_ALL = process.env.QUOTH_COUNTS === "all";
/** The largest takes half a minute where other tests run beside it. */
const TIMEOUT_MS = WITH_ALL ? 1_800_000 : 80_000;

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
  ["debates-2020", "debates-2020-claimbuster", countDebates2020],
  ["ungdc", "ungdc", countUngdc],
];

/** Four sessions of the UN's 79; all with `QUOTH_COUNTS=all`, which takes minutes and 8 GB. */
const SESSIONS = WITH_ALL ? ["TXT"] : ["01 - 1946", "30 - 1975", "55 - 2000", "76 - 2021"].map((name) => `TXT/Session ${name}`);

/** Corpora whose data comes in archives or in two folders. */
const LAID_OUT: Readonly<Record<string, (data: string, folder: string) => void>> = {
  polnear: (data, folder) => {
    execFileSync("tar", ["xJf", path.join(data, "polnear_train.tar.xz"), "-C", folder]);
    copyFileSync(path.join(data, "metadata_train.tsv"), path.join(folder, "metadata_train.tsv"));
  },
  ungdc: (data, folder) => {
    execFileSync("tar", ["xJf", path.join(data, "ungdc_1946-2024_txt.tar.xz"), "-C", folder, "Speakers_by_session.xlsx", ...SESSIONS]);
  },
  "debates-2020": (data, folder) => {
    const other = "debate_transcripts_v3_2020-02-26.csv";
    copyFileSync(path.join(data, "debates_2020.csv"), path.join(folder, "debates_2020.csv"));
    copyFileSync(path.join(data, "../debates-2020-rev", other), path.join(folder, other));
  },
};

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
        const files = layOut(corpus, data);
        const folderOfCorpus = path.join(ROOT, "examples", corpus);
        const { faults, corpora } = await checkCorpora([folderOfCorpus], { texts: new Map(), tables: () => ({ dataFolder: files }) });
        expect(faults).toEqual([]);
        const [planned] = corpora;
        if (planned === undefined) throw new Error(`examples/${corpus} gave no corpus.`);
        const raw = count(files);
        const counted = await countPlanned(planned);
        planned.dispose();
        expect(Object.fromEntries(Object.entries(raw).map(([name, counts]) => [name, comparable(name, counts, counted)]))).toEqual(raw);
      },
      TIMEOUT_MS,
    );
  }
});

/**
 * Of what texts mention, the script counts a few names. Last names agree as long as nobody's name is written in two ways, as it is over
 * 79 sessions: ungdc-speakers.test.ts looks at each speech then.
 */
function comparable(name: string, raw: Counts[string], counted: Counts): Counts[string] | undefined {
  const counts = counted[name];
  if (name === "lastNames" && WITH_ALL) return raw;
  if (name !== "targets" || counts === undefined) return counts;
  return Object.fromEntries(Object.keys(raw).map((key) => [key, counts[key] ?? 0]));
}

function layOut(corpus: string, data: string): string {
  const fill = LAID_OUT[corpus];
  if (fill === undefined) return data;
  const folder = mkdtempSync(path.join(tmpdir(), `quoth-${corpus}-`));
  unpacked.push(folder);
  fill(data, folder);
  return folder;
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import type { PlannedCorpus } from "../../src/seeding/draft/draft";
import { plain } from "../support/raw-counts/read-raw";
import { readSpeakers } from "../support/raw-counts/ungdc";

const ROOT = path.resolve(__dirname, "../..");
const DATA = path.resolve(ROOT, process.env.QUOTH_DATA ?? "../shared/data", "ungdc");
const ARCHIVE = path.join(DATA, "ungdc_1946-2024_txt.tar.xz");
/** Names that may be two people's, such as "C. Malik" beside "Charles Malik", are not guessed; most are one's alone. */
const MOST_OPEN = 0.08;
const TIMEOUT_MS = 120_000;

const folder = mkdtempSync(path.join(tmpdir(), "quoth-ungdc-speakers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All speeches by name, each with words of its own in place of its text, which says nothing of its speaker. */
function layOut(): string[] {
  execFileSync("tar", ["xJf", ARCHIVE, "-C", folder, "Speakers_by_session.xlsx"]);
  const names = execFileSync("tar", ["tJf", ARCHIVE], { maxBuffer: 1 << 26 })
    .toString()
    .split("\n");
  const speeches = names.filter((name) => /^TXT\/.*\/[^/.][^/]*\.txt$/.test(name));
  for (const name of speeches) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), `Speech ${path.basename(name)}`);
  }
  return speeches.map((name) => path.basename(name));
}

/** By the name of a speech's file: names of whoever is its speaker, or may be. */
async function speakersIn(corpus: PlannedCorpus): Promise<Map<string, { names: string[]; isOpen: boolean }>> {
  const names = new Map<string, string>();
  const speeches = new Map<string, string>();
  const links: { from: string; to: string; isOpen: boolean }[] = [];
  for await (const { nodes, relations } of corpus.chunks()) {
    for (const { id, label, properties } of nodes) {
      names.set(id, String(properties["name"]));
      if (label === "Statement") speeches.set(id, String(properties["text"]).replace("Speech ", ""));
    }
    for (const { type, from, to, properties } of relations)
      if (type === "ATTRIBUTED_TO") links.push({ from, to, isOpen: properties["rank"] !== "PREFERRED" });
  }
  const speakers = new Map<string, { names: string[]; isOpen: boolean }>();
  for (const { from, to, isOpen } of links) {
    const speech = speeches.get(from) ?? "";
    speakers.set(speech, { names: [...(speakers.get(speech)?.names ?? []), names.get(to) ?? ""], isOpen });
  }
  return speakers;
}

/** Letters that no accent is taken off. */
const LETTERS: Readonly<Record<string, string>> = { ł: "l", ð: "d", þ: "th" };

function wordsOf(name: string): string[] {
  return plain(name)
    .replace(/[łðþ]/g, (letter) => LETTERS[letter] ?? letter)
    .split(" ");
}

function isOf(name: string, entity: string): boolean {
  if (name === "") return entity.startsWith("Delegation of ");
  const words = new Set(wordsOf(name));
  return wordsOf(entity).some((word) => words.has(word));
}

const title = "ungdc gives each speech to whom the sheet names, or to their country's delegation, in all 79 sessions";
if (!existsSync(ARCHIVE)) it.skip(`${title} (skipped: no ${path.relative(ROOT, ARCHIVE)})`, () => undefined);
else
  it(
    title,
    async () => {
      const speeches = layOut();
      const { faults, corpora } = await checkCorpora([path.join(ROOT, "examples/ungdc")], {
        texts: new Map(),
        tables: () => ({ dataFolder: folder }),
      });
      const [planned] = corpora;
      if (planned === undefined) throw new Error(`examples/ungdc gave no corpus: ${JSON.stringify(faults[0])}`);
      const found = await speakersIn(planned);
      planned.dispose();
      const written = readSpeakers(folder);
      const wrong = speeches.flatMap((speech) => {
        const { names = [] } = found.get(speech) ?? {};
        const isRight = names.length > 0 && names.every((entity) => isOf(written(speech), entity));
        return isRight ? [] : [`${speech}: "${written(speech)}" became ${names.join(" or ")}`];
      });
      expect([speeches.length, wrong]).toEqual([10_952, []]);
      expect([...found.values()].filter(({ isOpen }) => isOpen).length).toBeLessThan(MOST_OPEN * speeches.length);
    },
    TIMEOUT_MS,
  );

import { Random } from "../../bench/random";
import type { CorpusFiles } from "../seeding/support/corpus-folder";

/** Texts that YAML, Cypher, JSON or a search might take for something else. */
const TEXTS =
  "Peace|no|null|~|2020-01-03|007|1e3|he said: no|- x|@x|*x*|We are #1|a'b\"c|`|\\n|$p_1|{x}|نقل قول|🙂🦭|É|e\u0301|\u200bzero|x' OR 1=1 //|<b>|%|.*|A  B|true|[a, b]|&a|!tag|line\nbreak|tab\there".split(
    "|",
  );
const DATES = ["2020", "2020-02", "2020-02-03", "2020~", "2020-01/2020-03", "../1999", "-0043", "1969-12-31"];
const STANCES = ["FAVOUR", "AGAINST", "NEUTRAL"];

/** A corpus in the YAML format, valid unless it is harmed afterwards; the same number makes the same one. */
export class RandomCorpus {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  files(id = "fuzz"): CorpusFiles {
    const people = this.slugs("p");
    const topics = this.slugs("t");
    const documents = this.slugs("d");
    const statements = this.slugs("s");
    return {
      "corpus.yaml": `id: ${id}\ntitle: ${this.text()}\nversion: '1'\n`,
      "people.yaml": records(people, () => this.named()),
      "topics.yaml": records(topics, () => this.named()),
      "documents.yaml": records(documents, () =>
        this.lines(["genre: NEWS"], [`title: ${this.text()}`, `publishedAt: ${this.pick(DATES)}`]),
      ),
      "statements.yaml": records(statements, () =>
        this.lines(
          [`text: ${this.text()}`, `reports: [{ in: ${this.pick(documents)}, type: ${this.pick(["DIRECT", "INDIRECT", "MIXED"])} }]`],
          [
            `speaker: ${this.pick(people)}`,
            `saidAt: ${this.pick(DATES)}`,
            `about: [{ entity: ${this.pick([...people, ...topics])}, stance: ${this.pick(STANCES)} }]`,
          ],
        ),
      ),
    };
  }

  /** One file with something cut, doubled, swapped or put in at a random place. */
  harmed(files: CorpusFiles): CorpusFiles {
    const names = Object.keys(files);
    const name = this.pick(names);
    const text = String(files[name]);
    const at = this.random.below(text.length + 1);
    const until = at + this.random.below(20);
    const harms = [
      text.slice(0, at),
      text.slice(0, at) + text.slice(until),
      text.slice(0, at) + text.slice(at, until) + text.slice(at),
      text.slice(0, at) +
        this.pick([...TEXTS, "\t", "\0", "\uFEFF", ": ", "- ", "{", "[", '"', "__proto__: 1\n", "---\n"]) +
        text.slice(at),
    ];
    return { ...files, [name]: this.pick(harms) };
  }

  private named(): string[] {
    return this.lines([`name: ${this.text()}`], [`aliases: [${this.text()}, ${this.text()}]`, `description: ${this.text()}`]);
  }

  private lines(always: readonly string[], perhaps: readonly string[]): string[] {
    return [...always, ...perhaps.filter(() => this.random.next() < 0.6)];
  }

  private slugs(letter: string): string[] {
    return Array.from({ length: 1 + this.random.below(5) }, (_, index) => `${letter}${String(index)}`);
  }

  /** Each text is unlike all others, since equal aliases of one record are a fault. */
  private text(): string {
    return JSON.stringify(`${this.pick(TEXTS)} ${String(this.random.below(1e9))}`);
  }

  private pick<Item>(items: readonly Item[]): Item {
    const item = items[this.random.below(items.length)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }
}

function records(slugs: readonly string[], lines: () => readonly string[]): string {
  return slugs
    .map(
      (slug) =>
        `${slug}:\n${lines()
          .map((line) => `  ${line}\n`)
          .join("")}`,
    )
    .join("");
}

import { corpusFolder } from "../../seeding/support/corpus-folder";

const STATEMENTS = 600;

function statement(index: number, isSecond: boolean): string {
  const text = isSecond && index % 3 === 1 ? `Statement number ${String(index)}, corrected` : `Statement number ${String(index)}`;
  const answers = index > 0 && index % 4 === 0 ? `  respondsTo: [{ statement: s${String(index - 1)}, kind: DENIES }]\n` : "";
  const speaker = isSecond && index % 5 === 0 ? "ben" : "ann";
  const day = `2020-01-0${String(1 + (index % 9))}`;
  return `s${String(index)}:\n  text: ${text}\n  speaker: ${speaker}\n  saidAt: ${day}\n${answers}  reports: [{ in: paper-a, type: DIRECT }]\n`;
}

/**
 * A corpus of several batches in two versions: from one to the other, records come, change, lose relations, leave and
 * come back.
 */
export function killedCorpora(): readonly [first: string, second: string] {
  const version = (isSecond: boolean): string => {
    // Every third statement leaves, and as many come; what answers a statement that left leaves as well.
    const all = Array.from({ length: STATEMENTS * 2 }, (_, index) => index);
    const kept = all.filter((index) => (isSecond ? index % 12 > 3 : index < STATEMENTS));
    return corpusFolder({
      "corpus.yaml": `id: long\ntitle: A long corpus\nversion: '${isSecond ? "2" : "1"}'\n`,
      "people.yaml": "ann:\n  name: Ann\nben:\n  name: Ben\n",
      "documents.yaml": "paper-a:\n  genre: NEWS\n  publishedAt: 2020-02-01\n",
      "statements.yaml": kept
        .filter((index) => index % 4 !== 0 || kept.includes(index - 1) || index === 0)
        .map((index) => statement(index, isSecond))
        .join(""),
    });
  };
  return [version(false), version(true)];
}

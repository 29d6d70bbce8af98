import type { Fault } from "../faults/fault";
import { entryOf } from "../records/read-fields";
import { normalizeWording } from "../wording/normalize-wording";
import { mapOf } from "./fill-row";
import type { FilledRow } from "./fill-row";
import { textOf } from "./survey";

/** Shorter sentences are said on many days. */
const LEAST_WORDS = 8;
/** Fewer equal sentences in a row are chance, or a candidate's standing phrases. */
const LEAST_SENTENCES = 10;
/** Rows without an equal sentence elsewhere that a stretch may run over. */
const GAP = 150;

interface Stretch {
  readonly file: string;
  readonly document: string;
  readonly day: string;
  readonly otherDay: string;
  readonly otherDocument: string;
  readonly first: number;
  last: number;
  count: number;
}

/** Texts by the order in which they came up. */
class Numbered {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  textOf(number: number): string {
    return this.texts[number] ?? "";
  }
}

/**
 * Finds rows that are filed under the wrong day: stretches of a document of which many long sentences stand in another document
 * of another day, and none in one of their own day.
 */
export class OtherDayFinder {
  private readonly days = new Numbered();
  private readonly documents = new Numbered();
  /** By wording: where it stands, as pairs of numbers of document and day. */
  private readonly places = new Map<string, number[]>();
  private readonly sentences: {
    readonly wording: string;
    readonly document: number;
    readonly day: number;
    readonly line: number;
    readonly file: string;
  }[] = [];

  look({ file, records }: FilledRow): void {
    for (const { plan, entry } of records) {
      if (plan.file === "relations" || plan.file.shape.label !== "Statement") continue;
      const map = mapOf(entry);
      const day = /^\d{4}-\d\d-\d\d/.exec(textOf(map, "saidAt") ?? "")?.[0];
      const reports = entryOf(map, "reports")?.value;
      const report = reports?.is === "list" ? reports.items[0] : undefined;
      const document = report?.is === "map" ? textOf(report, "in") : undefined;
      const wording = normalizeWording(textOf(map, "text") ?? "");
      if (day === undefined || document === undefined || wording.split(" ").length < LEAST_WORDS) continue;
      const [at, of] = [this.documents.numberOf(document), this.days.numberOf(day)];
      const places = this.places.get(wording);
      if (places === undefined) this.places.set(wording, [at, of]);
      else places.push(at, of);
      this.sentences.push({ wording, document: at, day: of, line: file.row.line, file: file.path });
    }
  }

  notes(): Fault[] {
    const found: Stretch[] = [];
    const open = new Map<string, { stretch: Stretch; since: number }>();
    this.sentences.forEach((sentence, at) => {
      const other = this.otherPlace(sentence);
      if (other === undefined) return;
      const key = `${sentence.document} ${other.day}`;
      const before = open.get(key);
      if (before !== undefined && at - before.since <= GAP) {
        before.stretch.last = sentence.line;
        before.stretch.count += 1;
        before.since = at;
        return;
      }
      const stretch = {
        file: sentence.file,
        document: this.documents.textOf(sentence.document),
        day: this.days.textOf(sentence.day),
        otherDay: this.days.textOf(other.day),
        otherDocument: this.documents.textOf(other.document),
        first: sentence.line,
        last: sentence.line,
        count: 1,
      };
      found.push(stretch);
      open.set(key, { stretch, since: at });
    });
    return found.filter(({ count }) => count >= LEAST_SENTENCES).map(asNote);
  }

  /** Of the only other day, unless another document of its own day has it, too. */
  private otherPlace({
    wording,
    document,
    day,
  }: {
    wording: string;
    document: number;
    day: number;
  }): { document: number; day: number } | undefined {
    const places = this.places.get(wording) ?? [];
    let found: { document: number; day: number } | undefined;
    for (let at = 0; at < places.length; at += 2) {
      const [other = 0, otherDay = 0] = [places[at], places[at + 1]];
      if (other === document) continue;
      if (otherDay === day) return undefined;
      if (found !== undefined && found.day !== otherDay) return undefined;
      found = { document: other, day: otherDay };
    }
    return found;
  }
}

function asNote({ file, document, day, otherDay, otherDocument, first, last, count }: Stretch): Fault {
  return {
    file,
    line: first,
    column: 1,
    code: "SEED_OTHER_DAY",
    message: `lines ${first} to ${last} are filed under ${document} of ${day}, but ${count} of their sentences stand in ${otherDocument} of ${otherDay} and in no other document of ${day}; look whether they belong there`,
  };
}

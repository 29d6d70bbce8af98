import { areAmong, lastName, nameForms } from "./name-words";

/** Somebody or something that a name may mean. */
export interface Candidate {
  readonly id: string;
  readonly kind: string;
  /** The first of its names. */
  readonly name: string;
  /** Those of all candidates sum to at most 1; what is missing is for somebody whom the index does not have. */
  readonly probability: number;
}

/** What a name turned out to mean; `several` may hold a single candidate that is likely and not certain. */
export type Resolution =
  | { readonly is: "one"; readonly id: string }
  | { readonly is: "several"; readonly candidates: readonly Candidate[] }
  | { readonly is: "none" };

/** Of a name that hundreds share, no more are given. */
const MAX_CANDIDATES = 20;

/** Entities by their names. Nothing is guessed: a part of a name gives candidates, however likely, and never one answer. */
export class NameIndex {
  private readonly ids: string[] = [];
  private readonly kinds: string[] = [];
  private readonly names: string[] = [];
  private readonly weights: number[] = [];
  /** The words of each form of each name, a form a line. */
  private readonly forms: string[] = [];
  private readonly places = new Map<string, number>();
  private readonly byName = new Map<string, number[]>();
  private readonly byWord = new Map<string, number[]>();

  /**
   * Adds an entity, or names and weight to one that is there.
   * @param names its name, then its aliases
   * @param weight how often it occurs
   */
  add(id: string, kind: string, names: readonly string[], weight = 1): void {
    const at = this.places.get(id) ?? this.ids.length;
    if (at === this.ids.length) {
      this.places.set(id, at);
      this.ids.push(id);
      this.kinds.push(kind);
      this.names.push(names[0] ?? id);
      this.weights.push(0);
      this.forms.push("");
    }
    this.weights[at] = (this.weights[at] ?? 0) + weight;
    for (const words of names.flatMap(nameForms)) this.addForm(at, words);
  }

  /**
   * Whom a name may mean, the likeliest first. Who has exactly this name or alias comes before all others; else those who
   * have it as their last name, or a name of which it is a part or that is a part of it ("Ann B. Lee", "Ann Lee"). Shares are by weight;
   * where only a part of the name fits, as if one more, unknown, occurred once.
   * @param kinds of these alone; of any where there are none
   */
  find(name: string, kinds: readonly string[]): Candidate[] {
    const exact = this.exact(name, kinds);
    return exact.length > 0 ? this.candidates(exact, 0) : this.candidates(this.partial(name, kinds), 1);
  }

  /**
   * Who is meant, where that is certain: an entity that alone has this name in full. A single word is certain as an alias,
   * which somebody gave on purpose, and as the name of what is no person.
   */
  resolve(name: string, kinds: readonly string[]): Resolution {
    const exact = this.exact(name, kinds);
    const [only] = exact;
    if (only !== undefined && exact.length === 1 && this.isCertain(only, name)) return { is: "one", id: this.ids[only] ?? "" };
    const isLastNameAlone = exact.length > 0 && exact.every((at) => !this.isCertain(at, name));
    const found = isLastNameAlone ? this.candidates(union(exact, this.partial(name, kinds)), 1) : this.find(name, kinds);
    return found.length === 0 ? { is: "none" } : { is: "several", candidates: found };
  }

  private addForm(at: number, words: readonly string[]): void {
    const key = words.join(" ");
    if (key === "" || !addTo(this.byName, key, at)) return;
    this.forms[at] = `${this.forms[at] ?? ""}${key}\n`;
    for (const word of words) if (word.length > 1) addTo(this.byWord, word, at);
  }

  private isCertain(at: number, name: string): boolean {
    const forms = nameForms(name);
    if (forms.some((words) => words.length > 1) || this.kinds[at]?.toLowerCase() !== "person") return true;
    const own = nameForms(this.names[at] ?? "").map((words) => words.join(" "));
    return !forms.some((words) => own.includes(words.join(" ")));
  }

  private exact(name: string, kinds: readonly string[]): number[] {
    const found = new Set(nameForms(name).flatMap((words) => this.byName.get(words.join(" ")) ?? []));
    return [...found].filter((at) => this.isOf(at, kinds));
  }

  private partial(name: string, kinds: readonly string[]): number[] {
    const found = new Set<number>();
    for (const words of nameForms(name)) {
      const near = this.near(words).filter((at) => this.isOf(at, kinds));
      const fits = words.length === 1 ? this.withLastName(near, words[0] ?? "") : near.filter((at) => this.sharesName(at, words));
      for (const at of fits) found.add(at);
    }
    return [...found];
  }

  /** Those with the last name, or with the rarest word. */
  private near(words: readonly string[]): number[] {
    const lists = words.filter((word) => word.length > 1).map((word) => this.byWord.get(word) ?? []);
    const rarest = lists.filter((list) => list.length > 0).sort((a, b) => a.length - b.length)[0] ?? [];
    return union(this.byWord.get(lastName(words)) ?? [], rarest);
  }

  /** Those whose last name it is; where it is nobody's, those who have it elsewhere in a name. */
  private withLastName(near: readonly number[], word: string): readonly number[] {
    const named = near.filter((at) => this.formsOf(at).some((words) => words.length > 1 && lastName(words) === word));
    return named.length > 0 ? named : near;
  }

  private sharesName(at: number, words: readonly string[]): boolean {
    return this.formsOf(at).some((own) => own.length > 1 && (areAmong(words, own) || areAmong(own, words)));
  }

  private formsOf(at: number): string[][] {
    return (this.forms[at] ?? "")
      .split("\n")
      .slice(0, -1)
      .map((form) => form.split(" "));
  }

  private isOf(at: number, kinds: readonly string[]): boolean {
    return kinds.length === 0 || kinds.includes(this.kinds[at] ?? "");
  }

  private candidates(found: readonly number[], unknown: number): Candidate[] {
    const total = found.reduce((sum, at) => sum + (this.weights[at] ?? 0), unknown);
    const all = found.map((at) => ({
      id: this.ids[at] ?? "",
      kind: this.kinds[at] ?? "",
      name: this.names[at] ?? "",
      // Weights of 0 on all sides: nothing speaks for one more than for another.
      probability: total === 0 ? 1 / found.length : (this.weights[at] ?? 0) / total,
    }));
    return all.sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1)).slice(0, MAX_CANDIDATES);
  }
}

function union(one: readonly number[], other: readonly number[]): number[] {
  return [...new Set([...one, ...other])];
}

/** @returns false where it was there */
function addTo(lists: Map<string, number[]>, key: string, at: number): boolean {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [at]);
  // A new entity comes behind all others; only one that gets more names must be looked for.
  else if (at <= (list.at(-1) ?? -1) && list.includes(at)) return false;
  else list.push(at);
  return true;
}

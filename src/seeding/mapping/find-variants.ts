import { NearDuplicates } from "../wording/find-near-duplicates";
import { normalizeWording } from "../wording/normalize-wording";
import { mapOf } from "./fill-row";
import type { FilledRow } from "./fill-row";
import { textOf } from "./survey";

type Variants = ReadonlyMap<string, readonly { readonly slug: string; readonly similarity: number }[]>;

/** Finds statements whose words are nearly those of another: a cut, a typo. The texts are kept while it looks. */
export class VariantFinder {
  private readonly slugs: string[] = [];
  private readonly texts: string[] = [];
  private readonly wordings = new Set<string>();

  /** @param least the least similarity; nothing is looked for without it */
  constructor(private readonly least: number | undefined) {}

  look({ records }: FilledRow): void {
    if (this.least === undefined) return;
    for (const { plan, entry } of records) {
      if (plan.file === "relations" || plan.file.shape.label !== "Statement") continue;
      const text = textOf(mapOf(entry), "text") ?? "";
      const wording = normalizeWording(text);
      // Equal words are the same statement, or said twice; neither is a variant of the other.
      if (this.wordings.has(wording)) continue;
      this.wordings.add(wording);
      this.slugs.push(entry.key);
      this.texts.push(text);
    }
  }

  /** By the slug of the later one: the earlier ones that it is a variant of. */
  found(): Variants {
    const variants = new Map<string, { slug: string; similarity: number }[]>();
    if (this.least === undefined) return variants;
    const duplicates = new NearDuplicates({ threshold: this.least, textOf: (key) => this.texts[key] ?? "" });
    this.texts.forEach((text, key) => duplicates.add(key, text));
    for (const { a, b, similarity } of duplicates.pairs()) {
      const [earlier, later] = a < b ? [a, b] : [b, a];
      const [slug, own] = [this.slugs[earlier], this.slugs[later]];
      if (slug === undefined || own === undefined || slug === own) continue;
      variants.set(own, [...(variants.get(own) ?? []), { slug, similarity: Math.round(similarity * 1000) / 1000 }]);
    }
    return variants;
  }
}

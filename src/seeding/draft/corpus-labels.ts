import { ONTOLOGY } from "../../model/ontology";

const concrete = new Map<string, readonly string[]>();

/** `Entity` stands for the six kinds that extend it. */
export function concreteLabels(labels: readonly string[]): readonly string[] {
  const key = labels.join();
  const known = concrete.get(key);
  if (known !== undefined) return known;
  const found = labels.flatMap((label) => {
    const kinds = ONTOLOGY.kinds.filter((kind) => kind.extends === label).map((kind) => kind.label);
    return kinds.length > 0 ? kinds : [label];
  });
  concrete.set(key, found);
  return found;
}

/** Every kind that a corpus can define, for telling "wrong kind" from "does not exist". */
export const ALL_LABELS: readonly string[] = ONTOLOGY.kinds
  .filter((kind) => kind.prefix !== undefined && kind.scope !== "system")
  .map((kind) => kind.label);

/** `a person or organization`, for messages. */
export function inWords(labels: readonly string[]): string {
  const words = labels.map((label) => (label === "ClaimReview" ? "review" : label.toLowerCase()));
  const last = words[words.length - 1] ?? "record";
  const list = words.length > 1 ? `${words.slice(0, -1).join(", ")} or ${last}` : last;
  return `${/^[aeiou]/.test(list) ? "an" : "a"} ${list}`;
}

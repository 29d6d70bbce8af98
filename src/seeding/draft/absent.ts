/** References to what is nowhere: what to say of each, by id. */
export type Absent = ReadonlyMap<string, string>;

/** What is wrong with a reference to it. */
export function absentMessage(id: string): string {
  return `the graph has no ${id}; load the corpus that defines it first, or correct the id`;
}

import { sourceFiles } from "./source-files";

/** What one engine needs and the other has no counterpart for, with the reason. */
const OWN_FILES: Readonly<Record<string, string>> = {
  "embedded/slots.ts": "the embedded engine takes only so many statements at once; Neo4j has a pool of connections of its own",
  "embedded/store-folder.ts": "the embedded store is a folder that Quoth looks after; Neo4j looks after its own",
  "neo4j/current-driver.ts": "a frozen connection is thrown away with its driver; the embedded engine has no connections",
};

/** File names of an engine, its own name taken off the front. */
function namesOf(engine: string): string[] {
  return sourceFiles(`src/graph/${engine}`)
    .filter((file) => !(`${engine}/${file}` in OWN_FILES))
    .map((file) => file.replace(new RegExp(`^${engine}-`), ""))
    .sort();
}

describe("the two engine folders", () => {
  it("hold files of the same names", () => {
    expect(namesOf("embedded")).toEqual(namesOf("neo4j"));
  });

  it("have no exception that is gone", () => {
    const all = ["embedded", "neo4j"].flatMap((engine) => sourceFiles(`src/graph/${engine}`).map((file) => `${engine}/${file}`));
    expect(Object.keys(OWN_FILES).filter((file) => !all.includes(file))).toEqual([]);
  });
});

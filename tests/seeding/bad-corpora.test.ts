import path from "node:path";
import { checkCorpora } from "../../src/seeding/check-corpus";
import { FAULT_CODES } from "../../src/seeding/faults/fault-codes";
import type { BadRow } from "./support/bad-row";
import { BAD_SPAN_ROWS } from "./support/bad-span-rows";
import { BAD_VALUE_ROWS } from "./support/bad-value-rows";
import { BAD_YAML_ROWS } from "./support/bad-yaml-rows";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";

const ROWS = [...BAD_YAML_ROWS, ...BAD_VALUE_ROWS, ...BAD_SPAN_ROWS];
/** Raised by comparing corpora with each other or with the graph, which run-seed.test.ts does. */
const BY_GRAPH = ["NOT_LOOKED_UP", "OWNED", "STILL_USED"];
/** Raised by tables alone, which the tests of readers and mappings do. */
const BY_TABLES = [
  ..."BRAT CELL_COUNT CHANGED COLUMN_NAME FRONT_MATTER GZIP JSON LIMITED MAPPING NO_ANNOTATIONS NO_COLUMN NO_ENTITY NO_FIELD".split(" "),
  ..."NO_RECORDS NO_ROWS OPEN_NAME OTHER_DAY QUOTE UNCHANGED UNNAMED UNREAD UNVERIFIED XLSX YAML".split(" "),
];
/** Raised by exported graphs, which the tests of graph files do. */
const BY_GRAPH_FILES = ["GRAPH_FILE"];
const RAISED_ELSEWHERE = [...BY_GRAPH, ...BY_TABLES, ...BY_GRAPH_FILES];

afterAll(removeCorpusFolders);

describe("checkCorpora, on bad data", () => {
  it.each(ROWS)("says where and what: $name", async ({ file, content, others, faults: expected, says }: BadRow) => {
    const folder = corpusFolder({ ...TINY, ...others, [file]: content });
    const { faults } = await checkCorpora([folder], { texts: new Map() });
    const found = faults.map((fault) => {
      const name = path.relative(folder, fault.file);
      const place = `${fault.line}:${fault.column} ${fault.code.replace(/^SEED_/, "")}`;
      return name === file ? place : `${name}:${place}`;
    });
    expect(found).toEqual(expected);
    if (says !== undefined) expect(faults.map((fault) => fault.message).join("\n")).toContain(says);
  });

  it("finds a corpus folder without corpus.yaml", async () => {
    const { "corpus.yaml": _corpus, ...others } = TINY;
    const { faults } = await checkCorpora([corpusFolder(others)], { texts: new Map() });
    expect(faults.map(({ code }) => code)).toEqual(["SEED_MISSING_FILE"]);
  });

  it("has a row for every code that a check can raise", () => {
    const raised = new Set(ROWS.flatMap((row) => row.faults.map((fault) => fault.split(" ")[1])));
    const missing = Object.keys(FAULT_CODES).filter((code) => !raised.has(code) && !RAISED_ELSEWHERE.includes(code));
    expect(missing).toEqual([]);
  });

  it("throws for a folder that is not there, since that is no fault of the data", async () => {
    await expect(checkCorpora([path.join(corpusFolder({}), "none")], { texts: new Map() })).rejects.toMatchObject({ code: "CANNOT_RUN" });
  });
});

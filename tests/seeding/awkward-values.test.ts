import type { GraphEngine } from "../../src/graph/engine";
import { MAX_URL_BYTES } from "../../src/model/property-types";
import { runSeed } from "../../src/seeding/run-seed";
import { describeOnEngines } from "../support/engines";
import { corpusFolder, removeCorpusFolders, TINY } from "./support/corpus-folder";
import { nodeById } from "./support/graph-dump";
import { QUICK_SEED } from "../support/quick-seed";

jest.setTimeout(180_000);
afterAll(removeCorpusFolders);

/** Texts that some layer is known to change, cut, run, or refuse. */
const AWKWARD: readonly (readonly [name: string, text: string])[] = [
  ["Persian with a joiner", "می‌خواهیم قاسم سلیمانی"],
  ["Arabic, Hebrew, Chinese", "مرحبا שלום 你好"],
  ["emoji of several code points", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🦭"],
  ["a letter composed and decomposed", "e\u0301 vs \u00e9"],
  ["a direction override", "\u202Eevil"],
  ["letters that grow when folded", "İstanbul ß ﬁ Ǆ"],
  ["separators of lines and paragraphs", "a\u2028b\u2029c"],
  ["Cypher", "Robby' WITH DISTINCT true AS x MATCH (s) DETACH DELETE s //"],
  ["Cypher in backticks", "a`) DETACH DELETE n //"],
  ["an escape of Cypher", "\\u0027 OR true //"],
  ["a parameter", "$p_rows"],
  ["Lucene", '"unbalanced (AND [1 TO * roam~9 \\'],
  ["words that YAML takes for something else", "no"],
  ["a number", "007"],
  ["quotes and backslashes", `it's "so" \\ "}`],
  ["several lines", "one\ntwo\n\n  three\ttabbed"],
  ["a carriage return", "a\r\nb"],
  ["a no-break space at the ends", "\u00A0x\u00A0"],
  ["markup", "<script>alert(1)</script> ${jndi:ldap://127.0.0.1/a}"],
];

/** As long as an address may be, of signs that take two bytes. */
const LONG_URL = `https://a.example/${"é".repeat((MAX_URL_BYTES - "https://a.example/".length) / 2)}`;

describeOnEngines("runSeed, on awkward values", (testEngine) => {
  let engine: GraphEngine;
  beforeAll(async () => {
    engine = await testEngine.open();
    const records = AWKWARD.map(
      ([, text], n) => `s${n}:\n  text: ${JSON.stringify(text)}\n  saidAt: 2020-01-03\n  reports: [{ in: doc-a, type: DIRECT }]\n`,
    );
    const people = AWKWARD.map(([, text], n) => `p${n}:\n  name: ${JSON.stringify(text)}\n  aliases: [${JSON.stringify(text)}]\n`);
    const documents = `doc-a:\n  genre: NEWS\n  publisher: paper\n  url: ${LONG_URL}\n`;
    const folder = corpusFolder({
      ...TINY,
      "documents.yaml": documents,
      "people.yaml": people.join(""),
      "statements.yaml": records.join(""),
    });
    const summary = await runSeed([folder], engine, { ...QUICK_SEED, now: () => new Date() });
    expect(summary.faults).toEqual([]);
  });
  afterAll(() => engine.close());

  it.each(AWKWARD.map(([name, text], n) => ({ name, text, n })))("keeps a text code point for code point: $name", async ({ text, n }) => {
    expect(await nodeById(engine, `statement:tiny/s${n}`)).toMatchObject({ text });
    expect(await nodeById(engine, `person:p${n}`)).toMatchObject({ name: text, aliases: [text] });
  });

  it("keeps an address as long as an index takes, and finds it", async () => {
    expect(Buffer.byteLength(LONG_URL)).toBe(MAX_URL_BYTES);
    const text = "MATCH (d:Document) WHERE d.url = $url RETURN d.id AS id";
    expect(await engine.read({ text, parameters: { url: LONG_URL } })).toEqual([{ id: "document:tiny/doc-a" }]);
  });

  it("orders statements of one date by their ids", async () => {
    const text = "MATCH (s:Statement) RETURN s.id AS id ORDER BY s.saidKey";
    const ids = (await engine.read({ text, parameters: {} })).map((row) => row["id"]);
    expect(ids).toEqual(AWKWARD.map((_, n) => `statement:tiny/s${n}`).sort());
  });
});

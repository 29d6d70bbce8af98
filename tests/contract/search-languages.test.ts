import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GraphEngine } from "../../src/graph/engine";
import { describeOnEngines } from "../support/engines";
import { ask, seedWorld } from "./ask";

/** Slug, language, text, and another form of one of its words. */
const SAID: readonly (readonly [string, string, string, string])[] = [
  ["arabic", "ar", "الكتب على الطاولة", "كتب"],
  ["catalan", "ca", "Els gats dormien", "gat"],
  ["danish", "da", "Drengene legede", "drengen"],
  ["german", "de-AT", "Die Hunde bellten", "Hund"],
  ["english", "en-GB", "They were promising peace", "promises"],
  ["spanish", "es", "Los vecinos cantaban", "cantaba"],
  ["finnish", "fi", "Talossa asuttiin", "talon"],
  ["french", "FR", "Ils mangeaient du pain", "mangeait"],
  ["hungarian", "hu", "A házakban laktak", "házak"],
  ["italian", "it", "Loro parlavano piano", "parlava"],
  ["norwegian", "nb", "Guttene ropte", "gutten"],
  ["dutch", "nl", "De boeken liggen hier", "boek"],
  ["portuguese", "pt-BR", "Eles falavam disso", "falava"],
  ["romanian", "ro", "Oamenii vorbeau încet", "vorbea"],
  ["russian", "ru", "Они говорили правду", "говорила"],
  ["swedish", "sv", "Flickorna sjunger", "flickor"],
  ["turkish", "tr", "Kitaplar masada", "kitap"],
];
/** Names with signs that fold to letters, and of scripts that fold in parts. */
const NAMES = ["Brand™", "Chanel №5", "5㎏ Club", "ﾊﾞｽ ﾋﾟｱﾉ", "กำธร", "มาตรา ๑๑๒", "Ⓛⓞⓥⓔ", "㈱東京", "Fund ₨500", "½ Off ℠"];
const LONG = `${"nothing but filler words \u{1F642} ".repeat(1000)}the needle lies here ${"and more filler ".repeat(300)}`;

/** A corpus in many languages; each text stands there once more without a language. */
function writeCorpus(folder: string): void {
  const records: [string, string | null, string][] = SAID.flatMap(([slug, language, text]) => [
    [slug, language, text],
    [`${slug}-bare`, null, text],
  ]);
  records.push(...NAMES.map((name, at): [string, null, string] => [`name-${String(at)}`, null, `So says ${name}.`]));
  records.push(["han", "zh", "他说中国人民"], ["unknown", "tlh", "Kitaplar und Hunde"]);
  const statements = records.map(([slug, language, text]) => {
    const fields = [
      `text: ${JSON.stringify(text)}`,
      ...(language === null ? [] : [`language: ${language}`]),
      "reports: [{ in: page, type: DIRECT }]",
    ];
    return `${slug}:\n  ${fields.join("\n  ")}\n`;
  });
  writeFileSync(join(folder, "corpus.yaml"), "id: tongues\ntitle: Tongues\nversion: '1'\n");
  writeFileSync(
    join(folder, "organizations.yaml"),
    JSON.stringify(Object.fromEntries(NAMES.map((name, at) => [`n${String(at)}`, { name }]))),
  );
  writeFileSync(join(folder, "documents.yaml"), `page: { genre: OTHER, title: Page, language: en, text: ${JSON.stringify(LONG)} }\n`);
  writeFileSync(join(folder, "statements.yaml"), statements.join(""));
}

describeOnEngines("searches in many languages", (testEngine) => {
  let engine: GraphEngine;
  const folder = mkdtempSync(join(tmpdir(), "quoth-tongues-"));
  beforeAll(async () => {
    writeCorpus(folder);
    engine = await testEngine.open();
    await seedWorld(engine, [folder]);
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await engine.close();
  });

  const find = async (search: string): Promise<string[]> => {
    const source = "query ($search: String) { statements(search: $search, first: 100) { nodes { id } } }";
    const { statements } = await ask<{ statements: { nodes: { id: string }[] } }>(engine, source, { search });
    return statements.nodes.map((each) => each.id.replace("statement:tongues/", ""));
  };

  it.each(SAID)("find in %s (%s) %j by another form of a word: %s", async (slug, _, __, form) => {
    const found = await find(form);
    expect(found).toContain(slug);
    expect(found).not.toContain(`${slug}-bare`);
  });

  it.each(SAID)("find in %s (%s) %j by each of its own words, with and without a language", async (slug, _, text) => {
    for (const word of text.split(" ")) {
      const found = await find(word.toUpperCase());
      expect([word, found]).toEqual([word, expect.arrayContaining([slug, `${slug}-bare`]) as unknown]);
    }
  });

  it.each(NAMES.map((name, at): [string, number] => [name, at]))("find %s by its name, in names and in texts", async (name, at) => {
    const source = "query ($search: String) { organizations(search: $search) { nodes { name } } }";
    const { organizations } = await ask<{ organizations: { nodes: unknown[] } }>(engine, source, { search: name });
    expect(organizations.nodes[0]).toEqual({ name });
    expect(await find(`"${name}"`)).toEqual([`name-${String(at)}`]);
  });

  it("do not stem a language without a stemmer", async () => {
    expect(await find("kitap")).not.toContain("unknown");
    expect(await find("kitaplar")).toContain("unknown");
  });

  it("find characters of scripts without blanks where they stand side by side", async () => {
    expect(await find("中国")).toEqual(["han"]);
    expect(await find("国中")).toEqual([]);
    expect(await find("人 他")).toEqual(["han"]);
  });

  it("show of a long text the part around the first match", async () => {
    const source = '{ documents(search: "needles") { edges { highlights { field text offset ranges { start end } } } } }';
    const { documents } = await ask<{
      documents: { edges: { highlights: { field: string; text: string; offset: number; ranges: { start: number; end: number }[] }[] }[] };
    }>(engine, source);
    const [highlight] = documents.edges[0]?.highlights ?? [];
    const [points, shown] = [[...LONG], [...(highlight?.text ?? "")]];
    expect(highlight?.field).toBe("text");
    expect(shown.join("")).toBe(points.slice(highlight?.offset, (highlight?.offset ?? 0) + shown.length).join(""));
    expect(highlight?.ranges.map(({ start, end }) => shown.slice(start, end).join(""))).toEqual(["needle"]);
    expect(shown.length).toBeLessThan(2000);
  });
});

import { FUNCTIONS } from "../../src/seeding/mapping/template-functions";
import { DATE_ORDER_LETTERS } from "../../src/seeding/wording/date-order";
import { checkTables } from "../seeding/support/check-tables";
import { removeCorpusFolders } from "../seeding/support/corpus-folder";
import { LoadedCorpus, openGraph } from "../seeding/support/load-tables";
import { readText } from "./source-files";

const GUIDE = readText("docs/mapping.md");

afterAll(removeCorpusFolders);

/** The blocks of code below a heading. */
function blocksBelow(heading: string): string[] {
  const part = GUIDE.split(/^## /m).find((each) => each.startsWith(heading)) ?? "";
  return [...part.matchAll(/```\w+\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
}

describe("docs/mapping.md", () => {
  const table = /\| function \| gives \|\n([\s\S]*?)\n\n/.exec(GUIDE)?.[1] ?? "";
  const rows = [...table.matchAll(/^\| `(\w+)(.*?)` \| (.*) \|$/gm)].map(([, name = "", rest = "", help = ""]) => ({ name, rest, help }));

  it.each([...FUNCTIONS.values()].map(({ form, help }) => ({ form, help })))(
    "has `$form` in its table of functions, with its help",
    ({ form, help }) => {
      const found = rows.filter(({ name, rest }) => `${name}${rest}` === form);
      expect(found.map((row) => row.help.replaceAll("\\|", "|"))).toEqual([help]);
    },
  );

  it("has every letter of a date's order", () => {
    const letters = DATE_ORDER_LETTERS.split(",")[0]?.split(" ") ?? [];
    const told = /\| letters \| stand for \|\n([\s\S]*?)\n\n/.exec(GUIDE)?.[1] ?? "";
    expect(letters.filter((each) => !told.includes(`\`${each}\``))).toEqual([]);
  });

  it("has a whole example that loads and says what the guide says", async () => {
    const [sayings = "", mapping = ""] = blocksBelow("A whole example");
    const { faults, says } = await checkTables({ "sayings.csv": sayings, "mapping.yaml": mapping });
    const [first = "", second = ""] = says;
    expect(faults).toEqual([]);
    const quoted = /The preview says `(.*?), according to/.exec(GUIDE)?.[1] ?? "nothing";
    expect(first.startsWith(quoted)).toBe(true);
    expect(second).toMatch(/^Somebody whom the source does not name said/);
    const engine = await openGraph();
    const corpus = new LoadedCorpus(engine, { "sayings.csv": sayings, "mapping.yaml": mapping });
    expect(await corpus.load()).toMatchObject({ faults: [], corpora: [{ statements: 2 }] });
    expect(await corpus.load()).toMatchObject({ changed: false });
    await engine.close();
  });

  it("has an example of Markdown that is one statement a file", async () => {
    const [mapping = ""] = blocksBelow("Markdown, one file a statement");
    const { faults, says } = await checkTables({
      "mapping.yaml": mapping,
      "people/ada-novak.md": "---\nname: Ada Novak\n---\nMayor.\n",
      "statements/bridge.md":
        "---\ndate: 2024-04-30\nspeaker: people/ada-novak.md\nsources:\n  - { url: https://gazette.example/1, title: The bridge, date: 2024-05-01 }\n" +
        "checks:\n  - { by: Town Facts, verdict: false, url: https://facts.example/9 }\n---\nThe bridge opens in June.\n",
    });
    expect([faults, says]).toEqual([[], ["Ada Novak said on 2024-04-30: “The bridge opens in June.”, according to The bridge"]]);
  });

  it("has an example of entities.yaml that can be read", async () => {
    const entities = blocksBelow("Who is who").find((block) => block.startsWith("same:")) ?? "";
    const mapping = blocksBelow("A whole example")[1] ?? "";
    const { faults } = await checkTables({
      "sayings.csv": blocksBelow("A whole example")[0] ?? "",
      "mapping.yaml": mapping,
      "entities.yaml": entities,
    });
    expect([entities === "", faults]).toEqual([false, []]);
  });
});

import { checkTables, mapping } from "../support/check-tables";
import { removeCorpusFolders } from "../support/corpus-folder";

afterAll(removeCorpusFolders);

const SAID = "id,text,code\n1,a,x\n2,b,y\n3,c,z\n";
const CODES = 'lookups:\n  codes: { files: codes.csv, key: "<code>" }\n  states: { x: Oak }\n';

/** Faults of a mapping that looks a statement's speaker up so. */
async function faultsOf(blank: string, files = {}): Promise<[faults: readonly string[], messages: string]> {
  const text = mapping([`speaker: { name: "<code | ${blank}>" }`], [], CODES);
  const { faults, messages } = await checkTables({
    "mapping.yaml": text,
    "said.csv": SAID,
    "codes.csv": "code,name\nx,Ann Lee\n",
    ...files,
  });
  return [faults, messages];
}

describe("a lookup that a blank asks", () => {
  it("is a fault of the mapping, once, where there is none of that name", async () => {
    expect(await faultsOf("lookup code name")).toEqual([
      ["mapping.yaml:13:28 MAPPING"],
      'the mapping has no lookup "code", did you mean "codes"?',
    ]);
    expect(await faultsOf("lookup nothing | default")).toEqual([
      ["mapping.yaml:13:28 MAPPING"],
      'the mapping has no lookup "nothing"; there are codes, states, countries',
    ]);
  });

  it.each([
    ["lookup codes nam", 'the lookup "codes" has no column "nam", did you mean "name"?'],
    ["lookup codes born | default", 'the lookup "codes" has no column "born"; there are code, name'],
    ["lookup states name | default", 'the lookup "states" has no column "name"; there are value'],
    ["lookup countries iso4 | default", 'the lookup "countries" has no column "iso4", did you mean "iso2"?'],
  ])("is a fault of the mapping, once, where no row of it has the column: %s", async (blank, message) => {
    expect(await faultsOf(blank)).toEqual([["mapping.yaml:13:28 NO_COLUMN"], message]);
  });

  it("may lack a field of records, which only some of them have", async () => {
    const json = { "codes.jsonl": '{ "code": "x" }\n' };
    const text = mapping(['speaker: { name: "<code | lookup codes name | default>" }'], [], CODES.replace(".csv", ".jsonl"));
    expect((await checkTables({ "mapping.yaml": text, "said.csv": SAID, ...json })).faults).toEqual([]);
  });
});
